import Acquisition
import CampaignFile
import CampaignTesting
import Chemistry
import Prediction
import Stores
import Testing

@Suite("What a campaign knows when an iteration is designed")
struct HistoryTests {
  private func entry(_ smiles: String, _ values: [String: Double], succeeded: Bool = true) throws -> History.Entry {
    try History.Entry(molecule: Molecule(smiles: smiles), values: values, succeeded: succeeded)
  }

  @Test("Observed are the ones that succeeded with every property asked for")
  func observed() throws {
    let history = History([
      try entry("C", ["gap": 1, "dipole": 2]), try entry("CC", ["gap": 1]), try entry("CCC", [:], succeeded: false),
    ])
    #expect(history.observed(["gap"]).map(\.molecule.smiles) == ["C", "CC"])
    #expect(history.observed(["gap", "dipole"]).map(\.molecule.smiles) == ["C"])
    #expect(history.identities == ["C", "CC", "CCC"])
    #expect(history.hits([Target(property: "gap", goal: .window(lower: 0, upper: 1))]) == 2)
    #expect(history.hits([Target(property: "gap", goal: .window(lower: 2, upper: 3))]) == 0)
  }

  @Test("A stated uncertainty is noise, a spread over conformers is none, and one that nobody knows is the usual one")
  func noise() throws {
    func entry(_ smiles: String, _ uncertainty: Double?, conformers: Int) throws -> History.Entry {
      try History.Entry(
        molecule: Molecule(smiles: smiles), values: ["gap": 1], uncertainties: uncertainty.map { ["gap": $0] } ?? [:],
        hasSeveralConformers: conformers > 1, succeeded: true)
    }
    let spread = try [0.1, 0.4, 0.2].map { try entry("CC", $0, conformers: 8) }
    let stated = try entry("CCC", 0.3, conformers: 1)
    let exact = try entry("C", nil, conformers: 1)
    let lone = try entry("CCCCC", nil, conformers: 8)
    #expect(History.noise(of: "gap", in: spread + [exact]) == [])
    #expect(History.noise(of: "gap", in: spread + [stated, exact, lone]) == [0, 0, 0, 0.3, 0, 0.2])
    #expect(History.noise(of: "dipole", in: spread + [stated, lone]) == [])
    #expect(History.noise(of: "gap", in: [exact, lone]) == [])
  }

  @Test("The record's calculations that ended are read in batch order")
  func record() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let history = try History(store, comparable: ComparableCalculations(store, calculator: "table"))
    let calculations = try store.calculations()
    #expect(history.entries.map(\.molecule.smiles) == calculations.map(\.molecule.smiles))
    #expect(history.entries.map(\.succeeded) == calculations.map { $0.calculation.state == .succeeded })
    #expect(history.identities.count == calculations.count, "nothing is calculated twice")
    for entry in history.entries {
      let smiles = entry.molecule.smiles
      #expect(
        entry.values
          == (entry.succeeded
            ? ["gap": SmallCampaign.gap(of: smiles), "dipole": SmallCampaign.dipole(of: smiles)] : [:]))
    }
  }
}
