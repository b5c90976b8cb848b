package import Acquisition
import Chemistry
import Foundation
import GaussianProcess
import MolecularDesign
import Prediction
package import Stores

/// Why a batch is empty.
package enum CandidateLack: Sendable, Hashable {
  /// Each molecule of the pool was considered and none is left, which is a proof: only they may be chosen.
  case exhausted
  /// This number of strings was examined, and none is a new molecule that is allowed. Others may be.
  case notFound(strings: Int)
}

/// The calculations of an iteration, with everything that was considered: the part of a design that is recorded.
package struct IterationPlan {
  package internal(set) var record: IterationRecord
  package let fits: [FitRecord]
  /// The leave-one-out predictions of the fits, by property.
  package let leaveOneOut: [String: [LeaveOneOutEntry]]
  package let transfers: [TransferRecord]
  /// What the probabilities of success were learnt from; nil without a surrogate.
  package let success: SuccessRecord?
  /// What the batch is expected to bring; nil if nothing is expected of it.
  package let expectedGain: ExpectedGain?
  /// The reference point of the front; empty without one.
  package let references: [ReferencePointRecord]
  /// Whether a molecule of the front exceeds the reference point; nil if there is none.
  package let exceedsReference: Bool?
  package let steps: [DesignStepRecord]
  package let refusals: [RejectionRecord]
  /// The ranked ones by rank, then those that the filters rejected.
  package let candidates: [CandidateEntry]
  /// The preselection from a large pool; nil if the surrogate examined all molecules of the pool.
  package internal(set) var preselection: PreselectionRecord?
  /// The lines and names of the candidates that the pool has.
  package internal(set) var listings: [ListingEntry] = []
  /// The properties of which the screen's values could not be fitted.
  package internal(set) var unfittedScreens: [String] = []
  /// The number of molecules wanted.
  package internal(set) var wantedCount = 0
  /// Why the batch is empty; nil if it is not.
  package internal(set) var lack: CandidateLack?
  package var batch: [CandidateEntry] { candidates.filter { $0.decision == .chosen } }
  package var rankedCount: Int { candidates.count { $0.decision != .refused } }

  /// The number of candidates left out because the surrogate cannot tell them from others.
  package var indistinguishableCount: Int { refusals.first { $0.reason == Self.indistinguishable }?.count ?? 0 }

  private static let indistinguishable = "indistinguishable"

  /// The reasons why there are not more candidates, the most frequent first: `12 by minimum_distance`; empty if none
  /// were rejected.
  package var rejections: String {
    refusals.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
      .map { "\($0.count) by \(Rejection.Kind(rawValue: $0.reason)?.key ?? $0.reason)" }.joined(separator: ", ")
  }

  /// Makes a plan whose batch was drawn without a surrogate. `tooNear` counts the molecules of the corpus that are
  /// closer to others than the filter allows.
  init(
    iteration: Int, policy: IterationPolicy, drawn: [Candidate], reason: String, design: DesignResult? = nil,
    tooNear: Int = 0
  ) {
    record = IterationRecord(iteration: iteration, policy: policy, design: design)
    fits = []
    leaveOneOut = [:]
    transfers = []
    success = nil
    expectedGain = nil
    references = []
    exceedsReference = nil
    steps = []
    refusals = (design?.refusalRecords(iteration: iteration) ?? []).adding(tooNear, .similar, iteration: iteration)
    let chosen = drawn.enumerated().map { index, candidate in
      CandidateEntry(
        molecule: MoleculeEntry(candidate.molecule), rank: index + 1, acquisition: nil, acquisitionWhenChosen: nil,
        decision: .chosen, reason: reason, parent: candidate.parent, move: candidate.move, position: index + 1,
        predictions: [])
    }
    candidates = chosen + (design?.refusedEntries() ?? [])
  }

  /// Makes a plan by a surrogate and an acquisition function. `predictions` has an array for each property of the
  /// surrogate, `successes` the probability of success of each candidate. `twins` counts the candidates left out because
  /// the surrogate cannot distinguish them from others, `tooNear` those left out because they are closer to others than
  /// the filter allows.
  init(
    iteration: Int, ranked: [Candidate], selection: BatchSelection, predictions: [[Prediction]], successes: [Double],
    surrogate: Surrogate, expectedGain: ExpectedGain?, function: String, design: DesignResult?, twins: Int, tooNear: Int
  ) {
    self.expectedGain = expectedGain
    record = IterationRecord(iteration: iteration, policy: .surrogate, design: design)
    fits = surrogate.records(iteration: iteration)
    leaveOneOut = surrogate.leaveOneOutEntries
    transfers = surrogate.transferRecords(iteration: iteration)
    success = surrogate.success.record(iteration: iteration)
    references = surrogate.referenceRecords(iteration: iteration)
    let front = surrogate.targets.front?.front
    exceedsReference = front.flatMap { $0.points.isEmpty ? nil : $0.exceedsReference }
    steps = design?.stepRecords(iteration: iteration) ?? []
    refusals =
      (design?.refusalRecords(iteration: iteration) ?? []).adding(tooNear, .similar, iteration: iteration)
      + (twins > 0 ? [RejectionRecord(iteration: iteration, reason: Self.indistinguishable, count: twins)] : [])
    let chosen = Dictionary(uniqueKeysWithValues: selection.selected.map { ($0.index, $0) })
    let ranks = selection.ranks
    let worstRank = selection.selected.map { ranks[$0.index] }.max() ?? 0
    let entries = ranked.indices.map { index in
      let candidate = ranked[index]
      let selected = chosen[index]
      return CandidateEntry(
        molecule: MoleculeEntry(candidate.molecule), rank: ranks[index] + 1, acquisition: selection.logValues[index],
        acquisitionWhenChosen: selected?.logValueWhenChosen, decision: selected == nil ? .passedOver : .chosen,
        reason: Self.reason(
          selected, rank: ranks[index], worstRank: worstRank, count: selection.selected.count, of: ranked.count,
          by: function, isHeldBack: selection.heldBackByFailures.contains(index)),
        parent: candidate.parent, move: candidate.move, position: selected.map { $0.position + 1 },
        predictions: zip(surrogate.properties, predictions).map {
          PredictionEntry(
            property: $0, mean: $1[index].mean, standardDeviation: $1[index].standardDeviation)
        }, successProbability: successes[index])
    }
    candidates = entries.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) } + (design?.refusedEntries() ?? [])
  }

  /// The reason why a candidate was chosen or passed over, in words.
  private static func reason(
    _ selected: Selected?, rank: Int, worstRank: Int, count: Int, of candidates: Int, by function: String,
    isHeldBack: Bool
  ) -> String {
    guard let selected else {
      let why =
        rank > worstRank
        ? "below the batch of \(count)"
        : isHeldBack
          ? "it probably fails like a molecule already chosen" : "too similar to a molecule already chosen"
      return "rank \(rank + 1) by \(function): \(why)"
    }
    let place = "rank \(rank + 1) of \(candidates) by \(function)"
    guard selected.position > 0 else { return "\(place): the best" }
    return rank == selected.position
      ? "\(place), choice \(selected.position + 1)"
      : "\(place), choice \(selected.position + 1): the best unlike those already chosen"
  }
}

extension [RejectionRecord] {
  /// The records with a number added to the count of a reason.
  fileprivate func adding(_ count: Int, _ kind: Rejection.Kind, iteration: Int) -> [RejectionRecord] {
    guard count > 0 else { return self }
    guard let index = firstIndex(where: { $0.reason == kind.rawValue }) else {
      return self + [RejectionRecord(iteration: iteration, reason: kind.rawValue, count: count)]
    }
    var records = self
    records[index].count += count
    return records
  }
}

extension IterationRecord {
  fileprivate init(iteration: Int, policy: IterationPolicy, design: DesignResult?) {
    self.init(
      number: iteration, policy: policy, proposalCount: design?.counts.strings ?? 0,
      invalidCount: design?.counts.invalid ?? 0, widenings: design?.widenings ?? 0, designedAt: Date())
  }
}

extension MoleculeEntry {
  init(_ molecule: Molecule) {
    self.init(
      smiles: molecule.smiles, formula: molecule.formula, charge: molecule.charge,
      heavyAtomCount: molecule.heavyAtomCount, molecularWeight: molecule.molecularWeight)
  }
}

extension DesignResult {
  fileprivate func stepRecords(iteration: Int) -> [DesignStepRecord] {
    steps.enumerated().map { index, step in
      DesignStepRecord(
        iteration: iteration, number: index, temperature: step.temperature,
        effectiveSampleSize: step.effectiveSampleSize, acceptance: step.acceptance, distinctCount: step.distinct)
    }
  }

  fileprivate func refusalRecords(iteration: Int) -> [RejectionRecord] {
    counts.refused.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      RejectionRecord(iteration: iteration, reason: $0.key.rawValue, count: $0.value)
    }
  }

  fileprivate func refusedEntries() -> [CandidateEntry] {
    rejections.map { rejected in
      CandidateEntry(
        molecule: MoleculeEntry(rejected.molecule), rank: nil, acquisition: nil, acquisitionWhenChosen: nil,
        decision: .refused, reason: rejected.reason.reason, parent: rejected.parent, move: rejected.move, position: nil,
        predictions: [])
    }
  }
}
