public import Numerics

/// Joint samples from a process that are functions: they can be evaluated at any inputs, now and later, and stay the same.
///
/// Each is a sample of the prior, made of the kernel's random features, and what the data add to it (Matheron's rule;
/// Wilson and others, *Efficiently sampling functions from Gaussian process posteriors*, arXiv:2002.09309):
///
///     f(x) = m(x) + φ(x)·w + k(x, X) C⁻¹ (y − m(X) − φ(X)·w − ε)
///
/// with standard normal w, and ε of the covariance of the noise. Only φ is an approximation, of the prior: at the data
/// the samples keep to the values as closely as the noise says, and far from them they are the features' own. Means
/// have no error but that of sampling.
public struct PathwiseSamples<Input: Sendable>: Sendable {
  /// The number of samples.
  public let count: Int
  /// The process that the samples are from.
  public let process: GaussianProcess<Input>

  private let features: FeatureMap<Input>
  /// The features' weights, one sample a column.
  private let weights: Matrix
  /// C⁻¹ of the residuals, one sample a column.
  private let updates: Matrix

  /// Draws samples.
  ///
  /// - Parameters:
  ///   - process: the process; of its covariances only the prior's are approximated.
  ///   - count: how many samples.
  ///   - draws: how many random features are drawn; the error of the prior's covariances falls with its root.
  ///   - example: an input, needed only for a process without data, to know how many coordinates inputs have.
  ///   - stream: where all randomness comes from.
  /// - Throws: where the kernel has no random features.
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

  /// The value of each sample at each input, without noise: one input a row, one sample a column.
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

  /// φ(x)·w, in chunks, so that the features of all inputs are never there at once.
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

/// How many inputs are looked at together.
private let chunkLength = 1024
