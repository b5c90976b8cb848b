import Glibc
import Numerics

/// Ranks molecules by their values, the best first.
///
/// Hits come first. Within both groups, molecules with more values of the objectives come first; then those on an
/// earlier Pareto front; then those of greater desirability. The desirability is the sum over the objectives of the
/// logarithm of each value's desirability, in units of the standard deviation of the observed values, so that no
/// objective counts for more because of its unit. Of equals the earlier comes first.
package struct Ranking {
  /// The indices of the molecules, the best first.
  package let order: [Int]
  /// For each molecule its Pareto front, from 0, among those with as many values.
  package let fronts: [Int]
  /// For each molecule its place, from 0, which equals share: it is their number of better molecules.
  package let places: [Int]

  /// - Parameter values: For each molecule its values by property.
  package init(_ values: [[String: Double]], objectives: [Target]) {
    let utilities = values.map { values in objectives.map { $0.utility(of: $0.value(in: values)) } }
    let missing = utilities.map { $0.count { $0 == nil } }
    var fronts = [Int](repeating: 0, count: values.count)
    for group in Dictionary(grouping: values.indices, by: { missing[$0] }).values {
      let own = group.sorted()
      let found = paretoFronts(own.map { utilities[$0].map { $0 ?? -.infinity } })
      for (index, front) in zip(own, found) { fronts[index] = front }
    }
    let scales = objectives.indices.map { index in
      Scale(utilities.compactMap { $0[index] }, of: objectives[index], values: values)
    }
    let desirabilities = utilities.map { utilities in
      zip(utilities, scales).reduce(0) { $0 + ($1.0.map($1.1.logDesirability) ?? 0) }
    }
    let hits = values.map { objectives.areMet(by: $0) }
    func isBetter(_ first: Int, _ second: Int) -> Bool {
      if hits[first] != hits[second] { return hits[first] }
      if missing[first] != missing[second] { return missing[first] < missing[second] }
      if fronts[first] != fronts[second] { return fronts[first] < fronts[second] }
      return desirabilities[first] > desirabilities[second]
    }
    order = values.indices.sorted { isBetter($0, $1) || !isBetter($1, $0) && $0 < $1 }
    var places = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated().dropFirst() {
      let before = order[place - 1]
      places[index] = isBetter(before, index) ? place : places[before]
    }
    self.places = places
    self.fronts = fronts
  }
}

/// The scale of an objective's values.
private struct Scale {
  private let isGoal: Bool
  private let average: Double
  private let deviation: Double

  init(_ utilities: [Double], of objective: Target, values: [[String: Double]]) {
    let observed = values.compactMap { objective.value(in: $0) }
    let count = Double(max(1, observed.count))
    let mean = observed.reduce(0, +) / count
    let variance = observed.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    deviation = variance > 0 && variance.isFinite ? variance.squareRoot() : 1
    average = utilities.reduce(0, +) / Double(max(1, utilities.count))
    isGoal = objective.isGoal
  }

  /// For a goal, log Φ of the standardised value; for a window or a target value, minus the distance from it.
  func logDesirability(_ utility: Double) -> Double {
    isGoal ? logNormalInterval(-.infinity, (utility - average) / deviation) : utility / deviation
  }
}

extension Target {
  /// The quality of a value, in its unit: larger is better; nil without a value.
  fileprivate func utility(of value: Double?) -> Double? {
    value.map { value in
      switch goal {
      case .window(let lower, let upper): -max(0, lower - value, value - upper)
      case .near(let centre, _): -abs(value - centre)
      case .maximize: value
      case .minimize: -value
      }
    }
  }
}

/// For each point its Pareto front, from 0: no point dominates one on the first front. One point dominates another if
/// it is at least as great in every coordinate and greater in one.
func paretoFronts(_ points: [[Double]]) -> [Int] {
  // In this order no point is dominated by a later one.
  let order = points.indices.sorted { points[$1].lexicographicallyPrecedes(points[$0]) }
  var fronts: [[Int]] = []
  var result = [Int](repeating: 0, count: points.count)
  for index in order {
    // A point that is dominated by some point of a front is dominated by one of each earlier front as well: bisection
    // finds the first front without such a point.
    var (front, end) = (0, fronts.count)
    while front < end {
      let middle = (front + end) / 2
      // The last point of a front is the likeliest to dominate.
      let isDominated = fronts[middle].reversed().contains { dominates(points[$0], points[index]) }
      if isDominated { front = middle + 1 } else { end = middle }
    }
    if front == fronts.count { fronts.append([]) }
    fronts[front].append(index)
    result[index] = front
  }
  return result
}
