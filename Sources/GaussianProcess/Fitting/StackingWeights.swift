internal import Glibc

/// The weights of several models, by which their mixture gives each label the greatest density that it can without
/// having seen it ("stacking of predictive distributions", Yao, Vehtari, Simpson and Gelman 2018).
///
/// The weights w are the greatest of Σᵢ log Σₖ wₖ pₖᵢ + a Σₖ log wₖ, which has one maximum. Each step of expectation
/// and maximisation raises it. Two models that predict equally well share the weight, whatever the number of labels;
/// weights in proportion to the product of the densities would give all to one of them by a hair's breadth.
///
/// - Parameters:
///   - logDensities: for each model, the log density of each label given the others, in the property's own unit.
///   - priorCount: the number of labels that the models share from the start, so that few labels leave no model without
///     weight: a is its share. It is not a number for each, because many models that predict badly, such as those that
///     give a positive property negative values, would together keep a weight that counts.
/// - Returns: a weight for each model, in their order; they sum to 1.
package func stackingWeights(_ logDensities: [[Double]], priorCount: Double = 2) -> [Double] {
  let models = logDensities.count
  let ownCount = priorCount / Double(models)
  precondition(
    models > 0 && logDensities.allSatisfy { $0.count == logDensities[0].count }, "One density for each label.")
  // Relative to the greatest of each label: the rest cancels.
  let densities: [[Double]] = logDensities[0].indices.compactMap { label in
    let own = logDensities.map { $0[label].isNaN ? -.infinity : $0[label] }
    guard let greatest = own.max(), greatest.isFinite else { return nil }
    return own.map { exp($0 - greatest) }
  }
  var weights = [Double](repeating: 1 / Double(models), count: models)
  let total = Double(densities.count) + priorCount
  guard total > 0 else { return weights }
  // A limit of steps, and not of time.
  for _ in 0..<5000 {
    var counts = [Double](repeating: ownCount, count: models)
    for own in densities {
      let sum = zip(weights, own).reduce(0) { $0 + $1.0 * $1.1 }
      for model in 0..<models where sum > 0 { counts[model] += weights[model] * own[model] / sum }
    }
    let next = counts.map { $0 / total }
    let change = zip(next, weights).map { abs($0 - $1) }.max() ?? 0
    weights = next
    if change < 1e-10 { break }
  }
  return weights
}
