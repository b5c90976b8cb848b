import Foundation
import Stores
import Testing

/// A campaign on libxtb's worker.
@Suite(.serialized) struct LibXTBTests {
  private func run(_ settings: String) throws -> CampaignStore {
    let folder = try TemporaryFolder(named: "campaign")
    try folder.write(
      """
      name: screened
      seed: 3
      objectives:
        - property: gap
          window: [3.0, 6.0]
      molecules:
        heavy_atoms: [4, 8]
      calculator:
        program: libxtb
      \(settings)
      design:
        particles: 20
        steps: 3
        candidates: 40
      budget:
        calculations: 8
        initial: 4
        batch: 4

      """, to: "screened.yaml")
    let ending = try Program.run(["run", "screened.yaml", "--cache", "cache.sqlite"], in: folder)
    try #require(ending.cause == .exited(0), "\(ending)")
    #expect(Processes.working(below: folder.file("Workdir")) == [])
    return try CampaignStore.openReadOnly(at: folder.file("screened.sqlite"))
  }

  @Test func aCampaignRunsToItsEnd() throws {
    let store = try run("  conformers: 2")
    let calculations = try store.calculations()
    #expect(calculations.count == 8 && calculations.allSatisfy { $0.calculation.state == .succeeded })
    #expect(try store.observations().count == 8 * 6)
    #expect(try store.versions().contains { $0.component == "libxtb" && !$0.version.isEmpty })
  }

  @Test func onlyThePropertiesThatAreAskedForAreRecorded() throws {
    let store = try run("  properties: [gap]\n  conformers: 2")
    #expect(try store.properties().map(\.name) == ["gap"])
    let observations = try store.observations()
    #expect(observations.count == 8 && observations.allSatisfy { $0.property == "gap" && $0.value > 0 })
  }
}
