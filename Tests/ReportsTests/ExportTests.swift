import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Reports
import Stores
import Testing

@Suite("The calculated molecules as a file")
struct ExportTests {
  @Test("The table has a line for each calculation, failed ones without values")
  func csv() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let lines = try Export(of: campaign.paths).text(.csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let calculations = try CampaignStore.openReadOnly(at: campaign.paths.database).calculations()
    #expect(
      lines[0] == [
        "molecule", "smiles", "formula", "iteration", "calculation", "state", "hit", "move", "parent", "dipole (D)",
        "gap (eV)", "gap_predicted (eV)", "gap_predicted_sd (eV)", "success_probability", "failure_class", "failure",
        "isomer",
      ])
    #expect(lines.count == 25)
    for (fields, details) in zip(lines.dropFirst(), calculations) {
      let smiles = details.molecule.smiles
      #expect(fields.count == lines[0].count)
      #expect(
        fields[0...5] == [
          "\(details.molecule.id)", smiles, details.molecule.formula, "\(details.calculation.iteration)",
          "\(details.calculation.id)", details.calculation.state.rawValue,
        ])
      guard details.calculation.state == .succeeded else {
        #expect(fields[9] == "" && fields[10] == "" && fields[14] == "input" && fields[15].contains(smiles))
        continue
      }
      #expect(fields[9] == "\(SmallCampaign.dipole(of: smiles))" && fields[10] == "\(SmallCampaign.gap(of: smiles))")
      #expect(fields[6] == "\((6...7).contains(SmallCampaign.gap(of: smiles)))")
      #expect(
        fields[11].isEmpty == (details.calculation.iteration == 0), "predictions are there from the second batch on")
      #expect(
        fields[13].isEmpty == fields[11].isEmpty && (fields[13].isEmpty || (0...1).contains(Double(fields[13]) ?? 2)))
    }
  }

  @Test("A name of two lines, as tables may have it, makes no line of its own in a list of SMILES")
  func namesOfTwoLines() async throws {
    let text = SmallCampaign.text(budget: "{calculations: 4, initial: 4, batch: 4}")
    let campaign = try SmallCampaign(text.replacing("corpus: corpus.smi", with: "corpus: {file: names.csv}"))
    let rows = SmallCampaign.learntChains.map { "\($0),\"a\nb\"\n" }
    try campaign.write("smiles,name\n" + rows.joined(), to: "names.csv")
    try await campaign.run()
    let export = try Export(of: campaign.paths)
    let lines = try export.text(.smi).split(separator: "\n")
    #expect(lines.count == 4 && export.count(in: .smi) == 4)
    #expect(lines.allSatisfy { $0.hasSuffix("\ta b") })
  }

  private static func selecting(_ change: (inout Export.Selection) -> Void) -> Export.Selection {
    var selection = Export.Selection()
    change(&selection)
    return selection
  }

  @Test("One molecule, one iteration or some of the best, when they are asked for")
  func selections() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    func smiles(_ change: (inout Export.Selection) -> Void) throws -> [String] {
      let export = try Export(of: campaign.paths, Self.selecting(change))
      let lines = try export.text(.smi).split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
      #expect(export.count(in: .smi) == lines.count)
      return lines
    }
    let best = try #require(report.best.first)
    let bestThree = try smiles { $0.best = 3 }
    #expect(bestThree == report.best.prefix(3).map(\.smiles))
    let byNumber = try smiles { $0.molecule = "\(best.molecule)" }
    #expect(byNumber == [best.smiles])
    let bySMILES = try smiles { $0.molecule = best.smiles }
    #expect(bySMILES == [best.smiles])
    let counts = try report.iterations.map { iteration in try smiles { $0.iteration = iteration.number }.count }
    #expect(counts == report.iterations.map(\.succeeded))
    let iteration = Self.selecting { $0.iteration = 99 }
    let molecule = Self.selecting { $0.molecule = "99999" }
    for (selection, words) in [
      (iteration, "There is no iteration 99; there are 0 to"), (molecule, "has no molecule '99999'"),
    ] {
      let error = #expect(throws: CampaignError.self) { try Export(of: campaign.paths, selection) }
      #expect(error?.kind == .input)
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
  }

  @Test("A campaign without geometries has none to write")
  func noGeometries() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let export = try Export(of: campaign.paths)
    #expect(export.count(in: .xyz) == 0)
    #expect(throws: CampaignError(.input, "There is no calculated geometry to write.")) { try export.text(.xyz) }
  }

  @Test("Only hits, when only they are asked for")
  func onlyHits() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    let lines = try Export(of: campaign.paths, Self.selecting { $0.onlyHits = true }).text(.smi).split(separator: "\n")
    #expect(lines.count == report.hits && report.hits > 0)
    for line in lines {
      let fields = line.split(separator: "\t")
      #expect((6...7).contains(SmallCampaign.gap(of: String(fields[0]))))
      #expect(fields[1].hasPrefix("small-"))
    }
  }

  @Test("The structures carry their names and values, and can be read again")
  func sdf() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    let export = try Export(of: campaign.paths)
    let records = try export.text(.sdf).split(separator: "$$$$\n")
    // The calculator of these tests computes values from the graph, and no geometry.
    #expect(export.drawingCount == records.count)
    #expect(records.count == report.succeeded)
    for record in records {
      let lines = record.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(lines[0].hasPrefix("small-"))
      #expect(lines[3].hasSuffix("V2000"))
      let key = try #require(lines.firstIndex(of: ">  <SMILES>"))
      let molecule = try Molecule(smiles: lines[key + 1])
      #expect(
        lines[3].prefix(3) == String(repeating: " ", count: 3 - "\(molecule.heavyAtomCount)".count)
          + "\(molecule.heavyAtomCount)")
      let gap = try #require(lines.firstIndex(of: ">  <gap (eV)>"))
      #expect(lines[gap + 1] == "\(SmallCampaign.gap(of: molecule.smiles))")
    }
  }
}
