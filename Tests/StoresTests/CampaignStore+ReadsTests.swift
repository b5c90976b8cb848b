import Foundation
import GRDB
import Stores
import Testing

@Suite struct CampaignStoreReadsTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  @Test func theCampaignsOwnRowsComeBack() throws {
    #expect(try store.campaign() == Sample.campaign)
    #expect(try store.versions() == Sample.versions)
    #expect(try store.properties() == Sample.properties)
  }

  @Test func iterationsComeWithTheirCounts() throws {
    let iterations = try store.iterations()
    #expect(iterations.map(\.iteration.number) == [0, 1])
    #expect(
      iterations[0].iteration
        == IterationRecord(
          number: 0, policy: .initial, proposalCount: 10, invalidCount: 2, designedAt: Sample.start,
          endedAt: Sample.start + 100))
    #expect(iterations[1].iteration.endedAt == nil)
    #expect(iterations.map(\.rankedCount) == [3, 2])
    #expect(iterations.map(\.refusedCount) == [3, 5])
    #expect(iterations.map(\.chosenCount) == [2, 1])
    #expect(iterations.map(\.succeededCount) == [1, 0])
    #expect(iterations.map(\.failedCount) == [1, 0])
    #expect(iterations.map(\.pendingCount) == [0, 1])
  }

  @Test func calculationsComeInTheBatchesOrderWithTheirMolecules() throws {
    let calculations = try store.calculations()
    #expect(calculations.map(\.calculation.id) == [1, 2, 3])
    #expect(calculations.map(\.molecule.smiles) == ["c1ccccc1", "c1ccncc1", "Oc1ccccc1"])
    #expect(calculations.map(\.molecule.id) == [3, 2, 5])
    #expect(calculations.map(\.calculation.iteration) == [0, 0, 1])
    #expect(calculations.map(\.calculation.position) == [1, 2, 1])
    #expect(try store.calculations(iteration: 1) == [calculations[2]])
    #expect(try store.calculations(state: .failed, iteration: 1).isEmpty)
    #expect(try store.pendingCalculations() == [calculations[2]])
    #expect(try store.calculations(state: .failed) == [calculations[1]])
  }

  @Test func aSuccessfulCalculationComesBack() throws {
    let calculation = try #require(try store.calculations(state: .succeeded).first).calculation
    #expect(
      calculation
        == CalculationRecord(
          id: 1, iteration: 0, position: 1, state: .succeeded, calculator: "xtb", protocol: 1,
          geometry: "1\nbenzene\nC 0 0 0\n", endedAt: Sample.start + 61, wallSeconds: 62.5))
    #expect(calculation.failure == nil)
  }

  @Test func calculationsOfSeveralConformersAreThoseWithAttemptsAtMoreThanOne() throws {
    #expect(try store.calculationsOfSeveralConformers().isEmpty)
    try store.database.write { try $0.execute(sql: "UPDATE attempt SET conformer = number WHERE calculation = 1") }
    #expect(try store.calculationsOfSeveralConformers() == [1])
    // The attempts of a repeat unit are those of its chains.
    try store.database.write { try $0.execute(sql: "UPDATE molecule SET smiles = '*CC*' WHERE id = 3") }
    #expect(try store.calculationsOfSeveralConformers().isEmpty)
  }

  @Test func aFailureComesBackWithItsClassAndEvidence() throws {
    let calculation = try #require(try store.calculations(state: .failed).first).calculation
    #expect(calculation.state == .failed)
    #expect(calculation.failure == Sample.failure)
    #expect(calculation.geometry == nil)
    #expect(calculation.endedAt == Sample.start + 3)
    #expect(calculation.wallSeconds == 0.5)
  }

  @Test func observationsComeInTheCalculationsOrder() throws {
    let gap = ObservationRow(
      calculation: 1, iteration: 0, molecule: 3, smiles: "c1ccccc1", property: "gap", value: 4.75, uncertainty: 0.125)
    let dipole = ObservationRow(
      calculation: 1, iteration: 0, molecule: 3, smiles: "c1ccccc1", property: "dipole", value: 0, uncertainty: nil)
    #expect(try store.observations() == [dipole, gap])
    #expect(try store.observations(of: "gap") == [gap])
    #expect(try store.observations(of: "energy").isEmpty)
  }
}
