import GaussianProcess
import Glibc
import Numerics

/// The squared exponential kernel on numbers: what an author writes at least, one scalar method.
struct SquaredExponential: Kernel {
  var length = 0.8

  func covariance(_ a: Double, _ b: Double) -> Double {
    let distance = (a - b) / length
    return exp(-0.5 * distance * distance)
  }
}

/// Values drawn from a process at random inputs of [0, 10).
struct SyntheticData {
  let inputs: [Double]
  var values: [Double]

  init(count: Int, seed: UInt64, mean: Double, outputScale: Double, noise: Double) throws {
    var stream = RandomStream(seed: seed)
    let inputs = (0..<count).map { _ in 10 * stream.uniform() }
    var covariance = outputScale * outputScale * SquaredExponential().block(inputs, inputs)
    covariance.addToDiagonal(noise * noise)
    let draw = try CholeskyFactor(covariance).lower * (0..<count).map { _ in stream.normal() }
    self.inputs = inputs
    values = draw.map { mean + $0 }
  }
}

/// The greatest absolute difference of two lists.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}

/// The small set whose numbers were computed with numpy; the script is in `GaussianProcessTests`.
enum Reference {
  static let inputs = [0, 0.4, 1.1, 1.1, 2.3, 3]
  static let values = [1.2, 0.7, -0.3, -0.25, 0.4, 1.9]
}
