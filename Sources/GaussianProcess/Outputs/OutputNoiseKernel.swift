internal import Glibc
public import Numerics

/// The noise of observations of several outputs, each with its own level: a variance that no two observations share.
///
/// Observations are identified by their numbers; an input without a number has no noise, so that predictions there are
/// those of the process.
public struct OutputNoiseKernel<Input: Sendable>: Kernel {
  /// The standard deviation of the noise of each output.
  public let deviations: [Double]
  /// The prior of each level.
  public let prior: LogNormalPrior

  /// Creates noise of several outputs, initially at the median of its prior.
  ///
  /// - Parameter prior: the prior of a level, in standard deviations of the values.
  public init(outputs: Int, prior: LogNormalPrior) {
    self.init(deviations: Array(repeating: prior.median, count: outputs), prior: prior)
  }

  private init(deviations: [Double], prior: LogNormalPrior) {
    self.deviations = deviations
    self.prior = prior
  }

  /// The noise variance for an observation with itself, otherwise 0.
  public func covariance(_ a: OutputInput<Input>, _ b: OutputInput<Input>) -> Double {
    guard let observation = a.observation, observation == b.observation, a.output == b.output else { return 0 }
    return deviations[a.output] * deviations[a.output]
  }

  /// The noise variance where an observation is paired with itself.
  public func block(_ a: [OutputInput<Input>], _ b: [OutputInput<Input>]) -> Matrix {
    var result = Matrix(rows: a.count, columns: b.count)
    for pair in pairs(a, b) { result[pair.row, pair.column] = deviations[pair.output] * deviations[pair.output] }
    return result
  }

  /// The level of each output.
  public var hyperparameters: [Hyperparameter] {
    deviations.enumerated().map { Hyperparameter(name: "noise of output \($0 + 1)", value: $1, prior: prior) }
  }

  /// The kernel with other levels.
  public func with(coordinates: [Double]) -> OutputNoiseKernel {
    OutputNoiseKernel(deviations: coordinates.map { exp($0) }, prior: prior)
  }

  /// Pairs of an observation with itself are found only once.
  public func over(_ inputs: [OutputInput<Input>]) -> InputCovariance {
    let pairs = pairs(inputs, inputs)
    return InputCovariance { point in
      let variances = point.map { exp(2 * $0) }
      var matrix = Matrix(rows: inputs.count, columns: inputs.count)
      for pair in pairs { matrix[pair.row, pair.column] = variances[pair.output] }
      return InputCovariance.Evaluation(matrix: matrix) { weights in
        var slopes = [Double](repeating: 0, count: variances.count)
        for pair in pairs { slopes[pair.output] += 2 * variances[pair.output] * weights[pair.row, pair.column] }
        return slopes
      }
    }
  }

  private func pairs(_ a: [OutputInput<Input>], _ b: [OutputInput<Input>]) -> [(row: Int, column: Int, output: Int)] {
    var rows: [Int: [Int]] = [:]
    for (row, left) in a.enumerated() { if let number = left.observation { rows[number, default: []].append(row) } }
    return b.enumerated().flatMap { column, right in
      (right.observation.flatMap { rows[$0] } ?? []).filter { a[$0].output == right.output }
        .map { (row: $0, column: column, output: right.output) }
    }
  }
}
