import Acquisition
import Calculation
import CampaignFile
import CampaignTesting
import Chemistry
import Foundation
import Prediction
import Stores
import Testing
import TransferLearning

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

  @Test("Whether a molecule can be calculated follows from its own failures, and from successes that were not told")
  func calculable() throws {
    func entry(
      _ failureClass: FailureClass?, succeeded: Bool = false, isWithdrawn: Bool = false, isComparable: Bool = true,
      isTold: Bool = false
    ) throws -> History.Entry {
      try History.Entry(
        molecule: Molecule(smiles: "C"), values: [:], succeeded: succeeded, failureClass: failureClass,
        isWithdrawn: isWithdrawn, isComparable: isComparable, isTold: isTold)
    }
    let entries = try [
      entry(nil, succeeded: true), entry(.input), entry(.timeout), entry(nil), entry(nil, isWithdrawn: true),
      entry(nil, succeeded: true, isComparable: false), entry(nil, succeeded: true, isTold: true),
      entry(.input, isTold: true),
    ]
    #expect(entries.map(\.isCalculable) == [true, false, nil, nil, nil, nil, nil, false])
    #expect(History(entries).judged.count == 3)
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
    #expect(history.entries.map { $0.failureClass?.rawValue } == calculations.map(\.calculation.failureClass))
    #expect(history.identities.count == calculations.count, "nothing is calculated twice")
    for entry in history.entries {
      let smiles = entry.molecule.smiles
      #expect(
        entry.values
          == (entry.succeeded
            ? ["gap": SmallCampaign.gap(of: smiles), "dipole": SmallCampaign.dipole(of: smiles)] : [:]))
    }
  }

  @Test("Pending molecules stand apart: they are not proposed again, and nothing is learned from them")
  func pending() throws {
    let waiting = try Molecule(smiles: "CCO")
    let history = History([try entry("C", ["gap": 1])], pending: [(calculation: 7, molecule: waiting)])
    #expect(history.pending.map(\.calculation) == [7])
    #expect(history.entries.map(\.molecule.smiles) == ["C"])
    #expect(history.identities == ["C", "CCO"])
    #expect(history.observed(["gap"]).map(\.molecule.smiles) == ["C"])
    #expect(history.neighbours.map(\.smiles) == ["C", "CCO"])
  }

  @Test("A history that grows with its record is the same as one that is read whole, and reads no molecule twice")
  func growth() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 12, initial: 8, batch: 4}"))
    try await campaign.run()
    let source = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let done = try source.calculations()
    let outcomes = Dictionary(grouping: try source.observations(), by: \.calculation)
    let entry = ProtocolEntry(
      name: "made up", version: 1, json: "{}", summary: "made up", programVersion: "1", rdkitVersion: "1")
    let url = campaign.folder + "/grown.sqlite"
    let store = try CampaignStore.create(
      at: url,
      campaign: CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: Date()),
      versions: source.versions(), properties: source.properties())
    let features = FeatureStore(InputRecipe([]))
    var history: History?
    func check() throws {
      let comparable = try ComparableCalculations(store, calculator: "table", current: entry)
      let whole = try History(store, comparable: comparable)
      let grown =
        try history?.grown(by: store, comparable: comparable, features: features)
        ?? History(store, comparable: comparable, features: features)
      #expect(grown.entries == whole.entries && grown.identities == whole.identities)
      #expect(grown.pending.map(\.calculation) == whole.pending.map(\.calculation))
      #expect(grown.pending.map(\.molecule) == whole.pending.map(\.molecule))
      history = grown
    }
    try check()
    for iteration in 0...1 {
      let own = done.filter { $0.calculation.iteration == iteration }
      let candidates = try source.candidates(of: iteration).filter { $0.candidate.decision == .chosen }
      let batch = try own.map { details in
        let found = try #require(candidates.first { $0.molecule.id == details.molecule.id })
        return CandidateEntry(
          molecule: MoleculeEntry(
            smiles: found.molecule.smiles, formula: found.molecule.formula, charge: found.molecule.charge,
            heavyAtomCount: found.molecule.heavyAtomCount, molecularWeight: found.molecule.molecularWeight),
          rank: 1 + (found.candidate.position ?? 0), acquisition: nil, acquisitionWhenChosen: nil, decision: .chosen,
          reason: found.candidate.reason, parent: nil, move: "corpus", position: found.candidate.position,
          predictions: [])
      }
      let pending = try store.recordDesign(
        IterationRecord(number: iteration, policy: .initial, proposalCount: 0, invalidCount: 0, designedAt: Date()),
        candidates: batch, calculator: "table", protocol: entry)
      try check()
      // The outcomes arrive in another order than that of the batch.
      for (details, now) in zip(own, pending).reversed() {
        let values = outcomes[details.calculation.id] ?? []
        let outcome: OutcomeEntry =
          values.isEmpty
          ? .failed(FailureRecord(failureClass: "input", message: "it is not in the table", evidence: "none"))
          : .succeeded(
            ResultEntry(
              observations: values.map {
                ObservationEntry(property: $0.property, value: $0.value, uncertainty: $0.uncertainty)
              }, geometry: nil))
        try store.recordOutcome(of: now.calculation.id, outcome, attempts: [], wallSeconds: 0)
        try check()
      }
      try store.endIteration(iteration)
    }
    #expect(history?.entries.count == 12)
    #expect(features.work.parsed == 12, "each molecule is parsed once")
  }
}
