internal import Glibc
internal import Numerics

/// The posterior density of a process's hyper-parameters and noise given standardised values, with the function
/// integrated out, up to a constant. It is a function of coordinates, which are natural logarithms for positive
/// parameters.
///
/// One evaluation factorises the covariance, O(n³), and gives all derivatives (Rasmussen and Williams, 2006, equation
/// 5.9): ½ Σ (α αᵀ − C⁻¹)ᵢⱼ ∂Cᵢⱼ. The mean is set to its most probable value at each point, so that the derivatives
/// equal the partial ones (envelope theorem).
package struct MarginalPosterior {
  private let covariance: InputCovariance
  private let values: [Double]
  private let ownNoise: [Double]
  private let priors: [Hyperparameter.Prior]
  private let meanDeviation: Double

  /// - Parameters:
  ///   - covariance: the kernel over the inputs.
  ///   - standardizedValues: the values, with an average of about 0 and a standard deviation of about 1.
  ///   - ownNoise: the known noise variance of each value, in the squares of the same units, or empty.
  ///   - priors: the priors of the kernel's hyper-parameters, in their order; that of the noise is in the settings.
  package init(
    covariance: InputCovariance, standardizedValues: [Double], ownNoise: [Double], priors: [Hyperparameter.Prior],
    settings: FitSettings
  ) {
    self.covariance = covariance
    values = standardizedValues
    self.ownNoise = ownNoise
    self.priors = priors + [.logNormal(settings.noise)]
    meanDeviation = settings.meanDeviation
  }

  /// The number of values.
  package var count: Int { values.count }

  /// The log-density at the coordinates of the kernel's hyper-parameters and, last, of the noise, with its derivatives
  /// and the most probable mean there; nil if the covariance is not positive definite.
  package func evaluate(_ point: [Double]) -> (value: Double, gradient: [Double], mean: Double)? {
    guard let solved = solved(point) else { return nil }
    let weights = solved.weights
    var difference =
      Matrix(rows: weights.count, columns: 1, storage: weights)
      * Matrix(rows: 1, columns: weights.count, storage: weights)
    difference -= solved.factor.inverse()
    var gradient = solved.slopes(difference).map { 0.5 * $0 }
    gradient.append(solved.noise * difference.diagonal.reduce(0, +))
    for (index, prior) in priors.enumerated() { gradient[index] += prior.logDensity(at: point[index]).slope }
    return (value(at: point, solved), gradient, solved.mean)
  }

  /// The same without the derivatives, which are the greater part of the cost.
  package func density(_ point: [Double]) -> (value: Double, mean: Double)? {
    solved(point).map { (value(at: point, $0), $0.mean) }
  }

  /// The factor of the covariance at some coordinates, and what follows from it.
  private struct Solved {
    let factor: CholeskyFactor
    let slopes: (Matrix) -> [Double]
    let noise: Double
    let mean: Double
    let weights: [Double]
  }

  private func solved(_ point: [Double]) -> Solved? {
    let evaluation = covariance.evaluate(Array(point.dropLast()))
    let noise = exp(2 * (point.last ?? 0))
    var total = evaluation.matrix
    total.addToDiagonal(noise)
    for (index, variance) in ownNoise.enumerated() { total[index, index] += variance }
    guard let factor = try? CholeskyFactor(total) else { return nil }
    let mean = factor.mostProbableMean(of: values, deviation: meanDeviation)
    return Solved(
      factor: factor, slopes: evaluation.slopes, noise: noise, mean: mean,
      weights: factor.solve(values.map { $0 - mean }))
  }

  private func value(at point: [Double], _ solved: Solved) -> Double {
    var value = Double(values.count) * logNormalDensity(0) - 0.5 * solved.factor.logDeterminant
    for (index, weight) in solved.weights.enumerated() { value -= 0.5 * weight * (values[index] - solved.mean) }
    if meanDeviation > 0 { value -= 0.5 * solved.mean * solved.mean / (meanDeviation * meanDeviation) }
    for (index, prior) in priors.enumerated() { value += prior.logDensity(at: point[index]).value }
    return value
  }
}

extension CholeskyFactor {
  /// The most probable mean of values with this covariance; 0 if its prior deviation is 0.
  fileprivate func mostProbableMean(of values: [Double], deviation: Double) -> Double {
    guard deviation > 0 else { return 0 }
    let solved = solve(Array(repeating: 1, count: values.count))
    let numerator = zip(solved, values).reduce(0) { $0 + $1.0 * $1.1 }
    return numerator / (1 / (deviation * deviation) + solved.reduce(0, +))
  }
}
