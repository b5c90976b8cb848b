internal import Glibc
package import Numerics

/// Laplace's approximation to the posterior of the latent values of a classifier with a probit link: a normal
/// distribution around their mode (Rasmussen and Williams, algorithms 3.1 and 5.1).
///
/// The only matrix that is factorised is B = I + W½ K W½, whose eigenvalues are at least 1: it is positive definite
/// also where K is not.
package struct LaplaceApproximation {
  /// K⁻¹ (mode − mean), which at the mode is the slope of the log-likelihood.
  package let weights: [Double]
  /// The square roots of minus the curvatures of the log-likelihood at the mode: W½.
  let roots: [Double]
  /// The factor of B.
  let factor: CholeskyFactor
  /// The approximate logarithm of the probability of the outcomes.
  package let logMarginalLikelihood: Double

  private let mean: Double
  private let covariance: Matrix
  private let likelihoods: [ProbitLikelihood]

  /// Newton's iterations end when the log posterior density rises by less; the last step has then squared the error.
  private static let tolerance = 1e-12
  /// The log posterior density is concave, so that a few iterations are enough. More are an error.
  private static let greatestCount = 100

  /// Finds the mode.
  ///
  /// - Parameters:
  ///   - covariance: the prior covariance K of the latent values.
  ///   - mean: their prior mean.
  ///   - outcomes: whether each was a success.
  ///   - start: the weights to begin with, such as those for nearly the same covariance and mean, which save time; zeros
  ///     if it is empty.
  /// - Throws: ``GaussianProcessError/noMode(count:)`` if the search does not end, or a number is not finite.
  package init(
    covariance: Matrix, mean: Double, outcomes: [Bool], start: [Double] = []
  ) throws(GaussianProcessError) {
    var weights = start.isEmpty ? Array(repeating: 0, count: outcomes.count) : start
    var shift = covariance * weights
    func evaluated(_ shift: [Double]) -> [ProbitLikelihood] {
      zip(shift, outcomes).map { ProbitLikelihood(latent: mean + $0, isSuccess: $1) }
    }
    func logDensity(_ weights: [Double], _ shift: [Double], _ likelihoods: [ProbitLikelihood]) -> Double {
      likelihoods.reduce(-0.5 * innerProduct(weights, shift)) { $0 + $1.logarithm }
    }
    var likelihoods = evaluated(shift)
    var density = logDensity(weights, shift, likelihoods)
    var (factor, roots) = try Self.factorized(covariance, likelihoods)
    var isFound = false
    for _ in 0..<Self.greatestCount {
      let wanted = likelihoods.indices.map { index in
        roots[index] * roots[index] * shift[index] + likelihoods[index].slope
      }
      let explained = zip(roots, covariance * wanted).map { $0 * $1 }
      let correction = zip(roots, factor.solve(explained)).map { $0 * $1 }
      let step = wanted.indices.map { wanted[$0] - correction[$0] - weights[$0] }
      let move = covariance * step
      // A whole step nearly always rises; far from the mode half of it, and so on, certainly does.
      var length = 1.0
      var gain = -Double.infinity
      while length > 1e-10 {
        let newWeights = zip(weights, step).map { $0 + length * $1 }
        let newShift = zip(shift, move).map { $0 + length * $1 }
        let newLikelihoods = evaluated(newShift)
        let newDensity = logDensity(newWeights, newShift, newLikelihoods)
        if newDensity >= density {
          gain = newDensity - density
          (weights, shift, likelihoods, density) = (newWeights, newShift, newLikelihoods, newDensity)
          (factor, roots) = try Self.factorized(covariance, likelihoods)
          break
        }
        length /= 2
      }
      isFound = gain < Self.tolerance
      if isFound { break }
    }
    // A density that is not a number never rises, which ends the search too.
    guard isFound, density.isFinite else { throw .noMode(count: outcomes.count) }
    self.weights = likelihoods.map(\.slope)
    self.roots = roots
    self.factor = factor
    self.mean = mean
    self.covariance = covariance
    self.likelihoods = likelihoods
    logMarginalLikelihood = density - 0.5 * factor.logDeterminant
  }

  private static func factorized(
    _ covariance: Matrix, _ likelihoods: [ProbitLikelihood]
  ) throws(GaussianProcessError) -> (factor: CholeskyFactor, roots: [Double]) {
    let roots = likelihoods.map { $0.precision.squareRoot() }
    var matrix = covariance
    matrix.scale(rows: roots, columns: roots)
    matrix.addToDiagonal(1)
    do throws(NumericsError) {
      return (try CholeskyFactor(matrix), roots)
    } catch {
      throw .numerics(error)
    }
  }

  /// The derivatives of the logarithm of the marginal likelihood by the logarithm of a standard deviation that scales
  /// all latent values, and by the mean.
  package var slopes: (logScale: Double, mean: Double) {
    let scaled = covariance.withRows(scaledBy: roots)
    let variances = remainingVariances(covariance.diagonal, solved: factor.solveLower(scaled))
    // How the determinant depends on the mode.
    let byMode = zip(variances, likelihoods).map { -0.5 * $0 * $1.slopeOfPrecision }
    /// The change of the mode, where the latent values would change without the likelihood: (I + K W)⁻¹ change.
    func changeOfMode(_ change: [Double]) -> [Double] {
      let solved = factor.solve(zip(roots, change).map { $0 * $1 })
      return zip(change, covariance * zip(roots, solved).map { $0 * $1 }).map { $0 - $1 }
    }
    let shift = covariance * weights
    let trace = Double(roots.count) - factor.inverseDiagonal.reduce(0, +)
    return (
      logScale: innerProduct(weights, shift) - trace + innerProduct(byMode, changeOfMode(shift.map { 2 * $0 })),
      mean: weights.reduce(0, +) + innerProduct(byMode, changeOfMode(Array(repeating: 1, count: roots.count)))
    )
  }
}

/// The likelihood Φ(±f) of an outcome, as a function of the latent value f.
struct ProbitLikelihood {
  /// log Φ(±f).
  let logarithm: Double
  /// Its derivative by f.
  let slope: Double
  /// Minus its second derivative, which is never negative.
  let precision: Double
  /// Minus its third derivative.
  let slopeOfPrecision: Double

  init(latent: Double, isSuccess: Bool) {
    let sign = isSuccess ? 1.0 : -1.0
    let argument = sign * latent
    logarithm = logNormalDistribution(argument)
    let ratio = exp(logNormalDensity(argument) - logarithm)
    slope = sign * ratio
    precision = max(0, ratio * (ratio + argument))
    slopeOfPrecision = sign * (ratio - precision * (2 * ratio + argument))
  }
}

extension Matrix {
  /// The matrix with each row multiplied by a factor of its own.
  func withRows(scaledBy factors: [Double]) -> Matrix {
    var result = self
    result.scale(rows: factors, columns: Array(repeating: 1, count: columns))
    return result
  }
}

private func innerProduct(_ first: [Double], _ second: [Double]) -> Double {
  zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
}
