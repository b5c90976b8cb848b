import Campaign
import Chemistry
import Testing
import TransferLearning

@Suite struct SourceTableBuiltInTests {
  @Test func descriptorsNeedNoCalculation() async throws {
    let table = try await SourceTable.builtIn(
      limit: 40, properties: ["logp", "molecular_weight"], on: Machine(jobs: 1, workdir: "/nonexistent")
    ) { _ in }
    #expect(table.molecules.count == 40)
    #expect(table.columns.map(\.property.name) == ["logp", "molecular_weight"])
    #expect(table.columns[1].property.unit == "g/mol")
    #expect(table.columns[1].values == table.molecules.map(\.molecularWeight))
    #expect(try table.columns[0].values == table.molecules.map { try $0.descriptors().logP })
    // Models see the descriptors themselves otherwise.
    #expect(table.columns.map(\.isDescriptor) == [true, true])
  }

  @Test func anUnknownLabelIsRefused() async throws {
    let error = await #expect(throws: CampaignError.self) {
      _ = try await SourceTable.builtIn(limit: 40, properties: ["gapp"], on: Machine(jobs: 1)) { _ in }
    }
    #expect(error?.kind == .input)
    #expect(error?.description.contains("it has gap, homo, lumo, dipole, logp") == true)
    #expect(error?.description.hasSuffix("Did you mean 'gap'?") == true)
  }
}
