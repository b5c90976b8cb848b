internal import GaussianProcess
internal import Glibc

/// A candidate chosen for the batch.
public struct Selected: Sendable, Hashable, Codable {
  /// Which of the candidates.
  public let index: Int
  /// Its place in the order of choice, from 0.
  public let position: Int
  /// The value by the acquisition function, from the data alone.
  public let logValue: Double
  /// The value when chosen: less what those chosen before it say about it.
  public let logValueWhenChosen: Double

  /// A candidate chosen for the batch.
  public init(index: Int, position: Int, logValue: Double, logValueWhenChosen: Double) {
    self.index = index
    self.position = position
    self.logValue = logValue
    self.logValueWhenChosen = logValueWhenChosen
  }
}

/// A batch, and what all candidates were worth.
public struct BatchSelection: Sendable, Hashable {
  /// The batch, in the order of choice.
  public let selected: [Selected]
  /// For each candidate its value by the acquisition function, from the data alone.
  public let logValues: [Double]

  /// For each candidate its rank by that value, from 0; the earlier of two equal ones comes first.
  public var ranks: [Int] {
    let order = logValues.indices.sorted { (-logValues[$0], $0) < (-logValues[$1], $1) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}

/// Chooses a batch one by one, with the ones chosen earlier pending.
///
/// Each choice is the greatest
///
///     log value + diversity · log(1 − R²)
///
/// where R² is the share of the candidate's posterior variance that the pending candidates explain, found by supposing
/// the process known at each of them (without noise: a second molecule of the same features is not wanted, however
/// noisy the first). With several properties log(1 − R²) is averaged over them, so that its weight does not grow with
/// their number.
///
/// Why not the value under the posterior fantasised at the pending means ("kriging believer") alone? For a window it
/// does the opposite of what is wanted: supposing a promising candidate's value to be its mean makes its
/// near-duplicates *more* probable hits. (And averaged over the outcomes still pending the probability of a hit does
/// not change at all.) The rule here is the greedy search for the most probable subset under a determinantal point
/// process (Kulesza and Taskar, doi 10.1561/2200000044) with the value as squared quality and the posterior
/// correlation as similarity: the batch is sought that maximises Σ log value + log det(correlations) (cf. Kathuria et
/// al., NeurIPS 2016). Since log(1 − R²) is minus twice the mutual information of the candidate and the pending ones,
/// it has its meaning beside any value without unit.
///
/// A candidate that the pending ones decide (a duplicate), or of the value −infinity (it cannot be what is wanted, as
/// far as doubles tell), has −infinity when chosen: it comes after all others, by its value from the data alone. Ties
/// go to the candidate that comes first.
///
/// - Parameters:
///   - count: how many; fewer are chosen when there are fewer candidates.
///   - pending: how many of the candidates, the last ones, were chosen before and have no outcome yet: they are not chosen again,
///     and the others are chosen as if their outcomes were known.
///   - state: the candidates.
///   - function: what they are worth.
///   - diversity: the weight of the second term; 0 takes the best values, however alike.
public func selectBatch(
  count: Int, pending: Int = 0, from state: AcquisitionState, by function: any AcquisitionFunction,
  diversity: Double = 1
) throws(AcquisitionError) -> BatchSelection {
  let logValues = function.logValues(state)
  guard logValues.count == state.candidateCount else {
    throw .brokenFunction(
      name: function.name, message: "it gave \(logValues.count) values for \(state.candidateCount) candidates")
  }
  if let index = logValues.firstIndex(where: { $0.isNaN || $0 == .infinity }) {
    throw .brokenFunction(name: function.name, message: "its value of candidate \(index) is \(logValues[index])")
  }
  var posteriors = type(of: function).isDiverse && diversity > 0 ? state.posteriors : []
  var remaining = Array(logValues.indices.dropLast(pending))
  var current = logValues
  func suppose(_ chosen: [Int]) {
    guard !posteriors.isEmpty else { return }
    current = logValues
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
  return BatchSelection(selected: selected, logValues: Array(logValues.dropLast(pending)))
}
