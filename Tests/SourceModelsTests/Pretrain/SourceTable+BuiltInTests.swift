import CachedCalculation
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Prediction
import SourceModels
import Tables
import Testing
import TransferLearning

@Suite struct SourceTableBuiltInTests {
  @Test func descriptorsNeedNoCalculation() async throws {
    let table = try await SourceTable.builtIn(
      limit: 40, properties: ["logp", "molecular_weight"], on: ComputeResources(jobs: 1, workdir: "/nonexistent")
    ) { _ in }
    #expect(table.molecules.count == 40)
    #expect(table.columns.map(\.property.name) == ["logp", "molecular_weight"])
    #expect(table.columns[1].property.unit == "g/mol")
    #expect(table.columns[1].values == table.molecules.map(\.molecularWeight))
    #expect(try table.columns[0].values == table.molecules.map { try $0.descriptors().logP })
    // Models see the descriptors themselves otherwise.
    #expect(table.columns.map(\.isDescriptor) == [true, true])
  }

  @Test func nothingCalculatedIsAFailureAndSomethingANote() async throws {
    let campaign = try SmallCampaign()
    let request = CalculatorRequest(configuration: campaign.paths.file)
    func report(_ smiles: [String]) async throws -> CalculateReport {
      try await CalculateRun(.smiles(smiles), by: request, on: campaign.resources).run()
    }
    var notes: [String] = []
    // The table of the campaign does not know these two.
    let none = try await report(["[Xe]", "[Kr]"])
    let error = #expect(throws: CampaignError.self) { try SourceTable.columns(labelledBy: none, notes: &notes) }
    #expect(error?.kind == .failure)
    #expect(error?.description.hasPrefix("None of 2 molecules could be calculated by table. The first: ") == true)
    #expect(error?.description.contains("--property logp") == true)
    #expect(notes.isEmpty)
    let some = try await report(["[Xe]", SmallCampaign.chains[0]])
    let columns = try SourceTable.columns(labelledBy: some, notes: &notes)
    #expect(
      columns.first { $0.property.name == "gap" }?.values == [nil, SmallCampaign.gap(of: SmallCampaign.chains[0])])
    #expect(notes == ["Of 2 molecules, 1 could not be calculated, and are left out."])
  }

  @Test func anUnknownLabelIsRefused() async throws {
    let error = await #expect(throws: CampaignError.self) {
      _ = try await SourceTable.builtIn(limit: 40, properties: ["gapp"], on: ComputeResources(jobs: 1)) { _ in }
    }
    #expect(error?.kind == .input)
    #expect(error?.description.contains("it has gap, homo, lumo, dipole, logp") == true)
    #expect(error?.description.hasSuffix("Did you mean 'gap'?") == true)
  }
}
