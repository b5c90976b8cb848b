internal import Glibc
public import Numerics

/// A kernel for several outputs that are mixtures of shared functions: B over the outputs times a kernel over the
/// inputs, with B = W Wᵀ + diag(κ) ("intrinsic coregionalisation": Bonilla, Chai and Williams, *Multi-task Gaussian
/// process prediction*, 2007; Álvarez, Rosasco and Lawrence, arXiv:1106.6251, section 4.2).
///
/// The weights W describe how outputs are correlated, with either sign; κ is the variance of each output alone. The
/// base should have a variance of 1 and no output scale, which B provides.
///
/// It is meant for cheap and expensive calculations of one property (multi-fidelity); only tests use it so far.
public struct CoregionalKernel<Base: Kernel>: Kernel {
  /// The number of outputs.
  public let outputs: Int
  /// The number of functions that the outputs share: the columns of W.
  public let rank: Int
  /// W, outputs × rank.
  public let weights: Matrix
  /// κ: the variance of each output alone.
  public let ownVariances: [Double]
  /// The kernel over the inputs.
  public let base: Base
  /// The prior standard deviation of a weight.
  public let weightDeviation: Double
  /// The prior of an output's own variance.
  public let ownPrior: LogNormalPrior

  /// Creates a kernel for several outputs with the values at which a fit begins: every weight is half its prior
  /// deviation, and every own variance is the median of its prior.
  ///
  /// - Parameters:
  ///   - outputs: their number.
  ///   - rank: the number of shared functions; 0 makes the outputs independent.
  ///   - base: the kernel over the inputs, of variance 1.
  ///   - weightDeviation: the prior standard deviation of a weight, in standard deviations of the values.
  ///   - ownPrior: the prior of an output's own variance.
  public init(
    outputs: Int, rank: Int = 1, base: Base, weightDeviation: Double = 1, ownPrior: LogNormalPrior = .ownVariance
  ) {
    precondition(outputs > 0 && rank >= 0, "A kernel of \(outputs) outputs and rank \(rank) is invalid.")
    self.init(
      weights: Matrix(rows: outputs, columns: rank, repeating: 0.5 * weightDeviation),
      ownVariances: Array(repeating: ownPrior.median, count: outputs), base: base, weightDeviation: weightDeviation,
      ownPrior: ownPrior)
  }

  /// Creates a kernel with given weights and own variances.
  ///
  /// - Parameters:
  ///   - weights: W, one output per row.
  ///   - ownVariances: κ, one for each output, all positive.
  public init(
    weights: Matrix, ownVariances: [Double], base: Base, weightDeviation: Double = 1,
    ownPrior: LogNormalPrior = .ownVariance
  ) {
    precondition(
      weights.rows == ownVariances.count && ownVariances.allSatisfy { $0 > 0 },
      "Each of \(weights.rows) outputs needs a positive variance of its own, not \(ownVariances).")
    (outputs, rank) = (weights.rows, weights.columns)
    self.weights = weights
    self.ownVariances = ownVariances
    self.base = base
    self.weightDeviation = weightDeviation
    self.ownPrior = ownPrior
  }

  /// B, outputs × outputs: the covariances of the outputs for inputs with base covariance 1.
  public var outputCovariance: Matrix {
    var covariance = Matrix.symmetricProduct(weights)
    for (output, variance) in ownVariances.enumerated() { covariance[output, output] += variance }
    return covariance
  }

  /// B of the two outputs times the base's covariance of the two inputs.
  public func covariance(_ a: OutputInput<Base.Input>, _ b: OutputInput<Base.Input>) -> Double {
    let own = a.output == b.output ? ownVariances[a.output] : 0
    let shared = (0..<rank).reduce(own) { $0 + weights[a.output, $1] * weights[b.output, $1] }
    return shared * base.covariance(a.input, b.input)
  }

  /// The base's block, each element times that of B.
  public func block(_ a: [OutputInput<Base.Input>], _ b: [OutputInput<Base.Input>]) -> Matrix {
    var result = base.block(a.map(\.input), b.map(\.input))
    result.multiplyElements(by: mixing(a, b))
    return result
  }

  /// The base's variances, each times that of B.
  public func variances(_ a: [OutputInput<Base.Input>]) -> [Double] {
    let diagonal = outputCovariance.diagonal
    return zip(a, base.variances(a.map(\.input))).map { diagonal[$0.output] * $1 }
  }

  /// The weights, function by function, then the outputs' own variances, then the base's hyper-parameters.
  public var hyperparameters: [Hyperparameter] {
    let shared = (0..<rank).flatMap { function in
      (0..<outputs).map { output in
        Hyperparameter(
          name: "weight of output \(output + 1)" + (rank == 1 ? "" : " on function \(function + 1)"),
          value: weights[output, function], prior: .normal(deviation: weightDeviation))
      }
    }
    let own = ownVariances.enumerated().map { output, variance in
      Hyperparameter(name: "own variance of output \(output + 1)", value: variance, prior: ownPrior)
    }
    return shared + own + base.hyperparameters
  }

  /// The kernel with other weights, own variances and hyper-parameters of the base.
  public func with(coordinates: [Double]) -> CoregionalKernel {
    let parts = divided(coordinates, into: [outputs * rank, outputs, coordinates.count - outputs * (rank + 1)])
    return CoregionalKernel(
      weights: Matrix(rows: outputs, columns: rank, storage: parts[0]), ownVariances: parts[1].map { exp($0) },
      base: base.with(coordinates: parts[2]), weightDeviation: weightDeviation, ownPrior: ownPrior)
  }

  /// The base's covariances times those of B.
  ///
  /// Let S be the sums, over the observations of two outputs, of the weights times the base's covariances. The
  /// derivative by W is 2 S W, and that by log κᵢ is κᵢ Sᵢᵢ.
  public func over(_ inputs: [OutputInput<Base.Input>]) -> InputCovariance {
    let covariance = base.over(inputs.map(\.input))
    let baseHasNone = base.hyperparameters.isEmpty
    return InputCovariance { point in
      let moved = with(coordinates: point)
      let evaluation = covariance.evaluate(Array(point.dropFirst(outputs * (rank + 1))))
      let mixing = moved.mixing(inputs, inputs)
      let matrix = evaluation.matrix
      return InputCovariance.Evaluation(matrix: matrix.elementwiseProduct(mixing)) { slopeWeights in
        let products = slopeWeights.elementwiseProduct(matrix)
        var sums = Matrix(rows: outputs, columns: outputs)
        for (column, right) in inputs.enumerated() {
          for (row, product) in products.column(column).enumerated() {
            sums[inputs[row].output, right.output] += product
          }
        }
        let shared = (2 * (sums * moved.weights)).storage
        let own = (0..<outputs).map { moved.ownVariances[$0] * sums[$0, $0] }
        return shared + own + (baseHasNone ? [] : evaluation.slopes(slopeWeights.elementwiseProduct(mixing)))
      }
    }
  }

  /// For each shared function and each output's own one: newly drawn features of the base, times the output's weight.
  public func features(draws: Int, like example: OutputInput<Base.Input>, from stream: inout RandomStream)
    throws(GaussianProcessError) -> FeatureMap<OutputInput<Base.Input>>
  {
    var parts: [FeatureMap<OutputInput<Base.Input>>] = []
    for function in 0..<rank + outputs {
      let features = try base.features(draws: draws, like: example.input, from: &stream)
      let factors = (0..<outputs).map { output in
        if function < rank { return weights[output, function] }
        return output == function - rank ? ownVariances[output].squareRoot() : 0
      }
      parts.append(
        FeatureMap(count: features.count, draws: features.draws) { inputs in
          var values = features.values(at: inputs.map(\.input))
          for (column, input) in inputs.enumerated() {
            for row in 0..<values.rows { values[row, column] *= factors[input.output] }
          }
          return values
        })
    }
    return FeatureMap.concatenation(parts)
  }

  /// The elements of B for the outputs of all pairs.
  private func mixing(_ a: [OutputInput<Base.Input>], _ b: [OutputInput<Base.Input>]) -> Matrix {
    let covariance = outputCovariance
    var storage: [Double] = []
    storage.reserveCapacity(a.count * b.count)
    for right in b { for left in a { storage.append(covariance[left.output, right.output]) } }
    return Matrix(rows: a.count, columns: b.count, storage: storage)
  }
}

extension LogNormalPrior {
  /// The prior of the variance of one of several outputs alone, in squared standard deviations of its values.
  public static let ownVariance = LogNormalPrior(median: 0.5, logDeviation: 1, least: 1e-4, greatest: 100)
}
