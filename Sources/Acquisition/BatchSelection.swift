internal import GaussianProcess
internal import Glibc

/// A candidate chosen for the batch.
public struct Selected: Sendable, Hashable, Codable {
  /// The index among the candidates.
  public let index: Int
  /// The place in the order of choice, from 0.
  public let position: Int
  /// The value of the acquisition function with the log-probability of success, from the data alone.
  public let logValue: Double
  /// The value at the time of choice, with the failures of those chosen before that probably fail, and reduced by what those
  /// chosen before reveal about it.
  public let logValueWhenChosen: Double

  /// A candidate chosen for the batch.
  public init(index: Int, position: Int, logValue: Double, logValueWhenChosen: Double) {
    self.index = index
    self.position = position
    self.logValue = logValue
    self.logValueWhenChosen = logValueWhenChosen
  }
}

/// A batch, and the values of all candidates.
public struct BatchSelection: Sendable, Hashable {
  /// The batch, in the order of choice.
  public let selected: [Selected]
  /// The acquisition value of each candidate, from the data alone.
  public let logValues: [Double]
  /// The candidates that were not chosen and that lost more by supposed failures of others than by their likeness to those
  /// that were chosen.
  public let heldBackByFailures: Set<Int>

  /// The rank of each candidate by that value, from 0; of two equal ones the earlier comes first.
  public var ranks: [Int] {
    let order = logValues.indices.sorted { (-logValues[$0], $0) < (-logValues[$1], $1) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}

/// Chooses a batch one by one, treating earlier choices as pending.
///
/// Each choice maximises
///
///     log value + log P(success) + diversity · log(1 − R²)
///
/// where P(success) is that from the outcomes and from supposed failures: a pending candidate that probably fails, P < ½ from
/// the outcomes alone, is supposed to have failed. That makes candidates that would fail for the same reason less probable to
/// succeed, so that others come before them.
///
/// A failed calculation is worth nothing. For the logarithm of a probability or of an expected improvement, the sum of
/// the first two terms is therefore that of the candidate's whole probability or improvement. A bound or a mean is the
/// logarithm of a value too, exp(bound), which is all that the last term assumes of it. The sum ranks by the expected
/// exp(bound), and unlike P · bound it does not depend on where the property has its zero.
///
/// R² is the share of the candidate's posterior variance that the pending candidates explain. It is computed as
/// if the process were known at each of them without noise: a second molecule with the same features is not wanted,
/// however noisy the first. With several properties log(1 − R²) is averaged over them, so that its weight does not grow
/// with their number.
///
/// The value under a posterior fantasised at the pending means ("kriging believer") would not do. For a window it does
/// the opposite of what is wanted: if a promising candidate's value is assumed to be its mean, its near-duplicates
/// become *more* probable hits. (Averaged over the pending outcomes, the probability of a hit does not change at all.)
/// This rule is instead the greedy search for the most probable subset under a determinantal point process (Kulesza and
/// Taskar, doi 10.1561/2200000044) with the value as squared quality and the posterior correlation as similarity: it
/// seeks the batch that maximises Σ log value + log det(correlations) (cf. Kathuria et al., NeurIPS 2016). Since log(1
/// − R²) is minus twice the mutual information of the candidate and the pending ones, it can be added to any value
/// without unit.
///
/// A candidate gets −infinity when chosen if the pending ones determine it (a duplicate), or if its value is −infinity
/// (it cannot meet the objectives, within double precision). Such candidates come after all others, ordered by their
/// value from the data alone. Ties go to the earlier candidate.
///
/// - Parameters:
///   - count: the number to choose; fewer are chosen if there are fewer candidates.
///   - pending: the number of candidates at the end of the list that were chosen before and have no outcome yet. They are
///     not chosen again, and the others are chosen as if their outcomes were known.
///   - state: the candidates.
///   - function: the acquisition function.
///   - diversity: the weight of the last term; with 0 similar ones are chosen too.
public func selectBatch(
  count: Int, pending: Int = 0, from state: AcquisitionState, by function: any AcquisitionFunction,
  diversity: Double = 1
) throws(AcquisitionError) -> BatchSelection {
  let values = try function.logValues(state)
  guard values.count == state.candidateCount else {
    throw .brokenFunction(
      name: function.name, message: "it gave \(values.count) values for \(state.candidateCount) candidates")
  }
  if let index = values.firstIndex(where: { $0.isNaN || $0 == .infinity }) {
    throw .brokenFunction(name: function.name, message: "its value of candidate \(index) is \(values[index])")
  }
  var successes = type(of: function).isWeightedBySuccess ? state.successes : nil
  var weighted: [Double] { successes.map { zip(values, $0.logProbabilities).map { $0 + $1 } } ?? values }
  let logValues = weighted
  var posteriors = type(of: function).isDiverse && diversity > 0 ? state.posteriors : []
  var remaining = Array(logValues.indices.dropLast(pending))
  var current = logValues
  func suppose(_ chosen: [Int]) {
    for index in chosen where (state.successes?.logProbabilities[index] ?? 0) < log(0.5) {
      successes?.suppose(failed: index)
    }
    current = weighted
    for property in posteriors.indices {
      for index in chosen { posteriors[property].suppose(known: index) }
      for (index, share) in posteriors[property].unexplainedShares.enumerated() {
        current[index] += diversity / Double(posteriors.count) * log(share)
      }
    }
  }
  if pending > 0 { suppose(Array(logValues.indices.suffix(pending))) }
  var selected: [Selected] = []
  while selected.count < count, var best = remaining.first {
    for index in remaining where (current[index], logValues[index]) > (current[best], logValues[best]) { best = index }
    selected.append(
      Selected(
        index: best, position: selected.count, logValue: logValues[best], logValueWhenChosen: current[best]))
    remaining.removeAll { $0 == best }
    guard selected.count < count else { break }
    suppose([best])
  }
  let supposed = weighted
  let heldBack = remaining.filter { logValues[$0] - supposed[$0] > max(0, supposed[$0] - current[$0]) }
  return BatchSelection(
    selected: selected, logValues: Array(logValues.dropLast(pending)), heldBackByFailures: Set(heldBack))
}
