import Chemistry
import Foundation
import Testing

/// What other programs get.
@Suite struct ExportTests {
  private let campaign: TableCampaign

  init() throws {
    campaign = try TableCampaign(calculations: 24)
    #expect(try campaign.run().cause == .exited(0))
  }

  @Test func csvHasARowForEachCalculationThatEnded() throws {
    let lines = try export("csv").split(separator: "\n")
    #expect(lines.count == 1 + 24)
    #expect(lines[0].hasPrefix("molecule,smiles,formula,iteration,calculation,state,hit,move,parent,gap (eV),"))
    #expect(lines.count { $0.contains(",succeeded,") } == (try succeeded()))
  }

  @Test func smilesHaveALineForEachMoleculeThatWasCalculated() throws {
    let lines = try export("smi").split(separator: "\n")
    #expect(lines.count == (try succeeded()))
    for line in lines {
      let fields = line.split(separator: "\t")
      #expect(fields.count == 2)
      #expect(try Molecule(smiles: String(fields[0])).smiles == String(fields[0]))
    }
  }

  @Test func sdfHasABlockAndTheValuesForEachMoleculeThatWasCalculated() throws {
    let records = try export("sdf").components(separatedBy: "$$$$\n").dropLast()
    #expect(records.count == (try succeeded()))
    for record in records {
      let lines = record.components(separatedBy: "\n")
      #expect(lines[0].hasPrefix("search-"))
      #expect(lines[3].hasSuffix("V2000"))
      let place = try #require(lines.firstIndex(of: ">  <SMILES>"))
      let molecule = try Molecule(smiles: lines[place + 1])
      // The counts line: three columns for the atoms.
      #expect(
        Int(lines[3].prefix(3).trimmingCharacters(in: .whitespaces)).map { $0 >= molecule.heavyAtomCount } == true)
      #expect(lines.contains("M  END"))
      #expect(lines.contains(">  <gap (eV)>"))
    }
  }

  @Test func moleculesAndPlotsAreDrawnInPixels() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert"),
      "Drawings in pixels need librsvg2-bin, which 'make test' installs.")
    for options in [["molecules.png", "--best", "4"], ["plots.png", "--plots"]] {
      let ending = try Program.run(["export", TableCampaign.fileName, "--output"] + options, in: campaign.folder)
      #expect(ending.cause == .exited(0), "\(ending)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: campaign.folder.file(options[0])))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      // The header has the width in pixels: three for each of the drawing.
      let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
      #expect(width > 3 * 700 && bytes.count > 10_000)
    }
  }

  @Test func withoutTheProgramForPixelsASentenceSaysWhatToInstall() throws {
    let arguments = ["export", TableCampaign.fileName, "--output", "molecules.png"]
    let ending = try Program.run(arguments, in: campaign.folder, environment: ["PATH": "/nowhere"])
    #expect(ending.cause == .exited(2) && ending.complaint?.contains("librsvg2-bin") == true, "\(ending)")
    #expect(!FileManager.default.fileExists(atPath: campaign.folder.file("molecules.png")))
  }

  @Test func plotsAreOfTheWholeCampaignAndDrawn() throws {
    for options in [["--format", "csv"], ["--best", "3"], ["--hits"]] {
      let ending = try Program.run(["export", TableCampaign.fileName, "--plots"] + options, in: campaign.folder)
      #expect(ending.cause == .exited(2), "\(options)")
    }
    let ending = try Program.run(["export", TableCampaign.fileName, "--plots"], in: campaign.folder)
    #expect(ending.cause == .exited(0) && ending.output.contains(">hits<"), "\(ending)")
  }

  @Test func aFileThatIsThereIsNotWrittenOver() throws {
    func write(_ options: String...) throws -> Ending {
      try Program.run(["export", TableCampaign.fileName, "--output", "out.smi"] + options, in: campaign.folder)
    }
    let first = try write("--best", "5")
    #expect(first.cause == .exited(0))
    // The format is that of the ending.
    let text = try String(contentsOfFile: campaign.folder.file("out.smi"), encoding: .utf8)
    #expect(text == (try export("smi", "--best", "5")))
    #expect(first.errors == "5 molecules written to out.smi\n")
    let again = try write()
    #expect(again.cause == .exited(2))
    #expect(again.complaint?.contains("out.smi already exists") == true, "\(again)")
    let count = try succeeded()
    let forced = try write("--force")
    #expect(forced.errors == "\(count) molecules written to out.smi\n")
  }

  @Test func aFileHoldsWhatStdoutWouldGet() throws {
    let ending = try Program.run(
      ["export", TableCampaign.fileName, "--format", "csv", "--output", "out.csv", "--hits"], in: campaign.folder)
    #expect(ending.cause == .exited(0))
    #expect(ending.output.isEmpty)
    let text = try String(contentsOfFile: campaign.folder.file("out.csv"), encoding: .utf8)
    #expect(text == (try export("csv", "--hits")))
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",true,") })
  }

  @Test func theFrontOfSeveralGoalsIsShownAndWritten() throws {
    let campaign = try TableCampaign(calculations: 16)
    try campaign.write(
      TableCampaign.text(calculations: 16).replacing(
        "window: [2.0, 2.6]",
        with: "goal: minimize\n    reference: 20\n  - expression: abs(gap - 2.5)\n    goal: maximize"))
    let run = try campaign.run()
    #expect(run.cause == .exited(0), "\(run)")
    let file = TableCampaign.fileName
    let status = try Program.run(["status", file], in: campaign.folder).output
    #expect(status.contains("  front: ") && status.contains("from the reference point gap 20"), "\(status)")
    #expect(status.contains("hypervolume\n"), "the title of the last column: \(status)")
    let json = try Program.run(["status", file, "--json"], in: campaign.folder).output
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let front = try #require(report["front"] as? [String: Any])
    let molecules = try #require(front["molecules"] as? [Int])
    #expect(!molecules.isEmpty)
    let written = try Program.run(["export", file, "--front", "--format", "smi"], in: campaign.folder)
    #expect(written.cause == .exited(0) && written.output.split(separator: "\n").count == molecules.count)
    let inspection = try Program.run(["inspect", file], in: campaign.folder).output
    #expect(inspection.contains("  reference point: gap 20.000 eV (stated), abs(gap - 2.5) "), "\(inspection)")
  }

  /// It has a window alone.
  @Test func theFrontOfACampaignWithoutSeveralGoalsIsRefused() throws {
    let ending = try Program.run(["export", TableCampaign.fileName, "--front"], in: campaign.folder)
    #expect(ending.cause == .exited(2) && ending.output.isEmpty, "\(ending)")
    #expect(ending.errors.contains("has no front: it needs two to four maxima and minima"), "\(ending)")
  }

  @Test func aSelectionThatMatchesNothingIsTold() throws {
    let file = TableCampaign.fileName
    let campaign = try TableCampaign(calculations: 8)
    try campaign.write(TableCampaign.text(calculations: 8).replacing("window: [2.0, 2.6]", with: "window: [900, 901]"))
    #expect(try campaign.run().cause == .exited(0))
    let ending = try Program.run(["export", file, "--hits"], in: campaign.folder)
    #expect(ending.cause == .exited(0) && ending.output.hasPrefix("molecule,smiles,"), "\(ending)")
    #expect(ending.errors == "note: No molecule matches; the output has none.\n")
  }

  private func export(_ format: String, _ options: String...) throws -> String {
    let ending = try Program.run(
      ["export", TableCampaign.fileName, "--format", format] + options, in: campaign.folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    return ending.output
  }

  private func succeeded() throws -> Int { try campaign.rows().count { $0.hasPrefix("observation ") } }
}
