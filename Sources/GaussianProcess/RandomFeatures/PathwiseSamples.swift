public import Numerics

/// Joint samples from a process as functions: they can be evaluated at any inputs at any time, consistently.
///
/// Each is the sum of a prior sample from the kernel's random features and an update from the data (Matheron's rule;
/// Wilson and others, *Efficiently sampling functions from Gaussian process posteriors*, arXiv:2002.09309):
///
///     f(x) = m(x) + φ(x)·w + k(x, X) C⁻¹ (y − m(X) − φ(X)·w − ε)
///
/// with standard normal w, and ε with the covariance of the noise. Only φ is an approximation, of the prior: at the
/// data the samples agree with the values up to the noise, and far from them they follow the features. Means have only
/// a sampling error.
///
/// They are meant for Thompson sampling, one sample for each place of a batch; only tests use them so far.
public struct PathwiseSamples<Input: Sendable>: Sendable {
  /// The number of samples.
  public let count: Int
  /// The process that the samples are from.
  public let process: GaussianProcess<Input>

  private let features: FeatureMap<Input>
  /// The features' weights, one sample per column.
  private let weights: Matrix
  /// C⁻¹ of the residuals, one sample per column.
  private let updates: Matrix

  /// Draws samples.
  ///
  /// - Parameters:
  ///   - process: the process; only its prior covariances are approximated.
  ///   - count: the number of samples.
  ///   - draws: the number of random features; the error of the prior covariances falls with its square root.
  ///   - example: an input, needed only for a process without data, to know the number of coordinates.
  ///   - stream: the source of randomness.
  /// - Throws: if the kernel has no random features.
  public init(
    of process: GaussianProcess<Input>, count: Int, draws: Int = 1024, like example: Input? = nil,
    from stream: inout RandomStream
  ) throws(GaussianProcessError) {
    guard count > 0, draws > 0 else {
      throw .invalidSetting("Samples need at least one sample and one draw of features, not \(count) and \(draws).")
    }
    guard let example = process.inputs.first ?? example else {
      throw .invalidSetting("Samples of a process without data need an example of an input.")
    }
    let features = try process.kernel.features(draws: draws, like: example, from: &stream)
    weights = Matrix(
      rows: features.count, columns: count, storage: (0..<features.count * count).map { _ in stream.normal() })
    self.process = process
    self.count = count
    self.features = features

    let means = process.mean.values(at: process.inputs)
    let rows = process.inputs.count
    var residuals = Matrix(rows: rows, columns: count)
    let prior = Self.priorSamples(features, weights, at: process.inputs)
    for column in 0..<count {
      for row in 0..<rows {
        let own = process.noiseDeviations.isEmpty ? 0 : process.noiseDeviations[row]
        let noise = (process.noiseVariance + own * own).squareRoot() * stream.normal()
        residuals[row, column] = process.values[row] - means[row] - prior[row, column] - noise
      }
    }
    updates = process.factor.solve(residuals)
  }

  /// The value of each sample at each input, without noise: one input per row, one sample per column.
  public func values(at inputs: [Input]) -> Matrix {
    var result = Matrix(rows: inputs.count, columns: count)
    for start in stride(from: 0, to: inputs.count, by: chunkLength) {
      let part = Array(inputs[start..<min(start + chunkLength, inputs.count)])
      let means = process.mean.values(at: part)
      let values =
        Self.priorSamples(features, weights, at: part)
        + Matrix.transposedProduct(process.kernel.block(process.inputs, part), updates)
      for column in 0..<count {
        for row in part.indices { result[start + row, column] = means[row] + values[row, column] }
      }
    }
    return result
  }

  /// φ(x)·w, in chunks, so that the features of all inputs are never in memory together.
  private static func priorSamples(_ features: FeatureMap<Input>, _ weights: Matrix, at inputs: [Input]) -> Matrix {
    var result = Matrix(rows: inputs.count, columns: weights.columns)
    for start in stride(from: 0, to: inputs.count, by: chunkLength) {
      let part = Array(inputs[start..<min(start + chunkLength, inputs.count)])
      let values = Matrix.transposedProduct(features.values(at: part), weights)
      for column in 0..<weights.columns {
        for row in part.indices { result[start + row, column] = values[row, column] }
      }
    }
    return result
  }
}

/// The number of inputs in a chunk.
private let chunkLength = 1024
