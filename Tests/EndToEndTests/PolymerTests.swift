import Foundation
import Testing

/// What commands show of repeat units.
@Suite struct PolymerTests {
  @Test func formulasAreThoseOfPolymers() throws {
    let campaign = try PolymerCampaign()
    #expect(try campaign.start().end().cause == .exited(0))
    let file = PolymerCampaign.fileName
    let commands = [
      ["status", file, "--top", "20"], ["status", file, "--json"], ["inspect", file, "--molecule", "1"],
      ["inspect", file, "--molecule", "1", "--json"], ["export", file, "--format", "csv"],
    ]
    for arguments in commands {
      let ending = try Program.run(arguments, in: campaign.folder)
      #expect(ending.cause == .exited(0), "\(ending)")
      #expect(ending.output.contains(/\(C\d*H\d*[A-Z0-9a-z]*\)n/), "\(arguments): \(ending.output)")
      #expect(!ending.output.contains(/[A-Za-z0-9]\*2/), "\(arguments): \(ending.output)")
    }
    #expect(try Program.run(["report", file, "--output", "report.html"], in: campaign.folder).cause == .exited(0))
    let page = try String(contentsOfFile: campaign.folder.file("report.html"), encoding: .utf8)
    #expect(page.contains(/\(C[₀-₉]*H[₀-₉]*[A-Za-z₀-₉]*\)ₙ/))
  }

  /// Values from three chains have the error of the line.
  @Test func tablesShowTheErrorOfTheExtrapolation() throws {
    let campaign = try PolymerCampaign(chains: [1, 2, 3])
    let script = try String(contentsOfFile: campaign.folder.file("size.py"), encoding: .utf8)
    // Letters alone lie on the line.
    try campaign.folder.write(
      "import re\n" + script.replacing("sum(", with: "len(re.findall('C', sys.argv[1])) % 3 + sum("), to: "size.py")
    let run = try campaign.start().end()
    #expect(run.cause == .exited(0), "\(run)")
    let json = try Program.run(["status", PolymerCampaign.fileName, "--json"], in: campaign.folder).output
    let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    let best = try #require(report.best.first { $0.uncertainties["size"] ?? 0 > 0.001 })
    let (value, error) = (try #require(best.values["size"]), try #require(best.uncertainties["size"]))
    let shown = String(format: "%.3f ± %.3f", value, error)
    #expect(run.output.contains(" \(shown) "), "\(run)")
    #expect(run.errors.contains("size \(shown) letters"), "\(run)")
    // Three chains of each molecule take a program that runs for some hundredths of a second.
    #expect(run.errors.contains(/\n  expected of these \d+: .+, about 0\.[\d]+ core-hours\n/), "\(run)")
    let status = try Program.run(["status", PolymerCampaign.fileName], in: campaign.folder)
    #expect(status.output.contains(" \(shown) "), "\(status)")
    let inspection = try Program.run(
      ["inspect", PolymerCampaign.fileName, "--iteration", "\(best.iteration)"], in: campaign.folder)
    #expect(inspection.output.contains(String(format: "%.2f ± %.2f", value, error)), "\(inspection)")
  }

  /// What `status --json` says of the best molecules.
  private struct Report: Decodable {
    struct Molecule: Decodable {
      let iteration: Int
      let values: [String: Double]
      let uncertainties: [String: Double]
    }

    let best: [Molecule]
  }

  @Test func withoutChainsTheSettingIsNamedAndWhatPolymersHaveNotIsRefusedWithTheReason() throws {
    let folder = try TemporaryFolder()
    let plain = try Program.run(["calculate", "*CC*", "CCO.C*", "--properties", "gap", "--quiet"], in: folder)
    #expect(plain.cause == .exited(1), "\(plain)")
    #expect(
      plain.errors.contains(
        "note: '*CC*' is a repeat unit of a polymer, which xtb calculates by short chains: add --set 'oligomer={units: [2, 4, 6]}'."
      ), "\(plain)")
    let chains = ["calculate", "*CC*", "--set", "oligomer={units: [2, 4, 6]}"]
    let dipole = try Program.run(chains + ["--properties", "gap,dipole"], in: folder)
    #expect(dipole.cause == .exited(2), "\(dipole)")
    #expect(
      dipole.complaint?.contains(
        "'dipole' is a property of which a polymer has no value, because it neither grows with the chain nor approaches a limit; "
          + "it gives gap, homo, lumo") == true, "\(dipole)")
  }
}
