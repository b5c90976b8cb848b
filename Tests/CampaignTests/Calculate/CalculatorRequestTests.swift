import Campaign
import Testing

/// A request is tried by what a run says of it before anything is calculated.
@Suite struct CalculatorRequestTests {
  private func problem(_ request: CalculatorRequest) async -> String {
    do {
      _ = try await CalculateRun(.smiles(["C1"]), by: request)
      return ""
    } catch {
      return error.kind == .input ? error.description : "another kind: \(error)"
    }
  }

  @Test(arguments: [
    (["conformers"], "key=value"), (["=2"], "key=value"), (["conformers=[1"], "cannot be read"),
    (["conformers=1\nmethod: GFN1"], "not one value"), (["conformer=1"], "no setting 'conformer'"),
    (["conformers=many"], "whole number"), (["conformers=2", "method=GFN1"], ""),
    (["conformers=0", "conformers=1"], ""),
  ])
  func settingsAreReadAsInACampaignFile(settings: [String], says: String) async {
    let problem = await problem(CalculatorRequest(settings: settings))
    #expect(says.isEmpty ? problem.isEmpty : problem.contains(says), "\(problem)")
  }

  @Test func anUnknownProgramOrPropertyIsNamedWithThoseThatThereAre() async {
    #expect(await problem(CalculatorRequest(program: "tabel")).contains("there are: xtb"))
    #expect(
      await problem(CalculatorRequest(properties: ["gap", "gapp"])).contains(
        "no property 'gapp' of 'xtb'; it gives gap"))
  }

  @Test func aConfigurationMustHaveACalculator() async throws {
    let campaign = try SmallCampaign()
    #expect(await problem(CalculatorRequest(configuration: campaign.paths.file)) == "")
    #expect(await problem(CalculatorRequest(configuration: campaign.folder + "/absent.yaml")).contains("absent.yaml"))
    try campaign.write("name: x\n", to: "empty.yaml")
    #expect(
      await problem(CalculatorRequest(configuration: campaign.folder + "/empty.yaml")).contains(
        "no section 'calculator'"))
  }
}
