internal import Glibc
package import Numerics

/// The posterior density of (mean, log output scale, log noise) given standardised values, up to a constant, in the
/// eigenbasis of the kernel's Gram matrix, in which each evaluation costs O(n).
///
/// With K = Q Λ Qᵀ the covariance s² K + σ² I is diagonal in that basis, with dᵢ = s² λᵢ + σ². Given s and σ the best
/// mean is a ratio of two sums, so that only two parameters are searched; the derivatives of the density at the best
/// mean equal the partial ones (envelope theorem).
package struct HyperparameterPosterior {
  private let eigenvalues: [Double]
  private let rotatedValues: [Double]
  private let rotatedOnes: [Double]
  private let outputScale: LogNormalPrior
  private let settings: FitSettings

  /// - Parameters:
  ///   - decomposition: the eigendecomposition of the kernel's Gram matrix, unscaled and without noise.
  ///   - standardizedValues: the values, with an average of about 0 and a standard deviation of about 1.
  ///   - outputScale: the prior of the output scale.
  package init(
    decomposition: SymmetricEigendecomposition, standardizedValues: [Double],
    outputScale: LogNormalPrior = .outputScale, settings: FitSettings
  ) {
    // Rounding gives a singular Gram matrix eigenvalues just below zero.
    eigenvalues = decomposition.values.map { max(0, $0) }
    let count = standardizedValues.count
    let columns = Matrix(
      rows: count, columns: 2, storage: standardizedValues + Array(repeating: 1, count: count))
    let rotated = Matrix.transposedProduct(decomposition.vectors, columns)
    rotatedValues = Array(rotated.column(0))
    rotatedOnes = Array(rotated.column(1))
    self.outputScale = outputScale
    self.settings = settings
  }

  /// The most probable mean given the logarithms of output scale and noise.
  package func bestMean(_ logScale: Double, _ logNoise: Double) -> Double {
    guard settings.meanDeviation > 0 else { return 0 }
    let (signal, noise) = (exp(2 * logScale), exp(2 * logNoise))
    var numerator = 0.0
    var denominator = 1 / (settings.meanDeviation * settings.meanDeviation)
    for index in eigenvalues.indices {
      let weighted = rotatedOnes[index] / (signal * eigenvalues[index] + noise)
      numerator += weighted * rotatedValues[index]
      denominator += weighted * rotatedOnes[index]
    }
    return numerator / denominator
  }

  /// The log-density, and its derivatives with respect to the logarithms of output scale and noise.
  package func evaluate(_ logScale: Double, _ logNoise: Double) -> (value: Double, gradient: (Double, Double)) {
    let (signal, noise) = (exp(2 * logScale), exp(2 * logNoise))
    let mean = bestMean(logScale, logNoise)
    var value = Double(eigenvalues.count) * logNormalDensity(0)
    var gradient = (0.0, 0.0)
    for index in eigenvalues.indices {
      let variance = signal * eigenvalues[index] + noise
      let residual = rotatedValues[index] - mean * rotatedOnes[index]
      let square = residual * residual / variance
      value -= 0.5 * (square + log(variance))
      gradient.0 += (square - 1) * signal * eigenvalues[index] / variance
      gradient.1 += (square - 1) * noise / variance
    }
    if settings.meanDeviation > 0 { value -= 0.5 * mean * mean / (settings.meanDeviation * settings.meanDeviation) }
    let scalePrior = Hyperparameter.Prior.logNormal(outputScale).logDensity(at: logScale)
    let noisePrior = Hyperparameter.Prior.logNormal(settings.noise).logDensity(at: logNoise)
    return (
      value + scalePrior.value + noisePrior.value, (gradient.0 + scalePrior.slope, gradient.1 + noisePrior.slope)
    )
  }
}
