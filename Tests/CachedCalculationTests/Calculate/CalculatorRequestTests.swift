import CachedCalculation
import CampaignFile
import CampaignTesting
import Files
import Tables
import Testing

/// A request is tried by what a run says of it before anything is calculated.
@Suite struct CalculatorRequestTests {
  private func problem(_ request: CalculatorRequest) async -> String {
    do {
      _ = try await CalculateRun(.smiles(["C1"]), by: request, on: ComputeResources())
      return ""
    } catch {
      return error.kind == .input ? error.description : "another kind: \(error)"
    }
  }

  @Test(arguments: [
    (["conformers"], "key=value"), (["=2"], "key=value"), (["conformers=[1"], "cannot be read"),
    (["conformers=1\nmethod: GFN1"], "not one value"), (["conformer=1"], "no setting 'conformer'"),
    (["conformer=1"], "Did you mean 'conformers'?"), (["protocol=quik"], "Did you mean 'quick'?"),
    (["method=GFN3"], "Did you mean 'GFN1'?"),
    (["conformers=many"], "whole number"), (["conformers=2", "method=GFN1"], ""),
    (["conformers=0", "conformers=1"], ""),
  ])
  func settingsAreReadAsInACampaignFile(settings: [String], says: String) async {
    let problem = await problem(CalculatorRequest(settings: settings))
    #expect(says.isEmpty ? problem.isEmpty : problem.contains(says), "\(problem)")
  }

  @Test func anUnknownProgramOrPropertyIsNamedWithThoseThatThereAre() async {
    let program = await problem(CalculatorRequest(program: "tabel"))
    #expect(program.contains("there are: xtb") && program.hasSuffix("Did you mean 'table'?"), "\(program)")
    let property = await problem(CalculatorRequest(properties: ["gap", "gapp"]))
    #expect(property.contains("no property 'gapp' of 'xtb'; it gives gap, homo, lumo"), "\(property)")
    #expect(property.hasSuffix("Did you mean 'gap'?"), "\(property)")
  }

  @Test func whatIsComputedOnDemandIsListedAndSuggested() async {
    let problem = await problem(CalculatorRequest(properties: ["free energy"]))
    for name in ["ip", "ea", "free_energy", "fukui_plus"] { #expect(problem.contains(" \(name),"), "\(problem)") }
    #expect(problem.contains("; on request also ip"), "\(problem)")
    #expect(problem.hasSuffix("Did you mean 'free_energy'?"), "\(problem)")
  }

  @Test func aConfigurationThatCannotBeReadIsNamedWithTheReason() async {
    #expect(await problem(CalculatorRequest(configuration: "/usr")) == "'/usr' cannot be read: it is a folder.")
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
