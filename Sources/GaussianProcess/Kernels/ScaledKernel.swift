internal import Glibc
public import Numerics

/// A kernel times a variance, which is fixed or the square of an output scale that a fit may change.
public struct ScaledKernel<Base: Kernel>: Kernel {
  /// The factor: the square of the output scale.
  public let variance: Double
  /// The scaled kernel.
  public let base: Base
  /// The prior of the output scale; nil if it is fixed.
  public let prior: LogNormalPrior?
  /// The name of the output scale.
  public let name: String

  /// Creates a kernel times a fixed variance, which must not be negative.
  public init(variance: Double, base: Base) {
    self.init(variance: variance, base: base, prior: nil, name: "output scale")
  }

  init(variance: Double, base: Base, prior: LogNormalPrior?, name: String) {
    precondition(variance >= 0, "A kernel was scaled by \(variance), which is not a variance.")
    self.variance = variance
    self.base = base
    self.prior = prior
    self.name = name
  }

  /// The base's covariance times the variance.
  public func covariance(_ a: Base.Input, _ b: Base.Input) -> Double { variance * base.covariance(a, b) }
  /// The base's block times the variance.
  public func block(_ a: [Base.Input], _ b: [Base.Input]) -> Matrix {
    var result = base.block(a, b)
    result *= variance
    return result
  }
  /// The base's blocks times the variance.
  public func blocks(over inputs: [Base.Input]) -> InputBlocks {
    let blocks = base.blocks(over: inputs)
    return InputBlocks { rows, columns in
      var result = blocks.block(rows, columns)
      result *= variance
      return result
    }
  }
  /// The base's variances times the variance.
  public func variances(_ a: [Base.Input]) -> [Double] { base.variances(a).map { variance * $0 } }

  /// The output scale, if it is free, and the base's hyper-parameters.
  public var hyperparameters: [Hyperparameter] {
    let own = prior.map { [Hyperparameter(name: name, value: variance.squareRoot(), prior: $0)] } ?? []
    return own + base.hyperparameters
  }

  /// The same kernel with another output scale and other hyper-parameters of the base.
  public func with(coordinates: [Double]) -> ScaledKernel {
    guard prior != nil else {
      return ScaledKernel(
        variance: variance, base: base.with(coordinates: coordinates), prior: prior, name: name)
    }
    return ScaledKernel(
      variance: exp(2 * coordinates[0]), base: base.with(coordinates: Array(coordinates.dropFirst())),
      prior: prior, name: name)
  }

  /// The base's covariances times the variance; the derivative by the logarithm of the output scale is twice the
  /// covariance.
  public func over(_ inputs: [Base.Input]) -> InputCovariance {
    let covariance = base.over(inputs)
    let baseHasNone = base.hyperparameters.isEmpty
    return InputCovariance { point in
      let isFree = prior != nil
      let variance = isFree ? exp(2 * point[0]) : variance
      let evaluation = covariance.evaluate(isFree ? Array(point.dropFirst()) : point)
      let matrix = evaluation.matrix
      return InputCovariance.Evaluation(matrix, times: variance) { weights in
        let own = isFree ? [2 * variance * weights.innerProduct(matrix)] : []
        return baseHasNone ? own : own + evaluation.slopes(weights).map { variance * $0 }
      }
    }
  }

  /// The base's features times the output scale.
  public func features(draws: Int, like example: Base.Input, from stream: inout RandomStream)
    throws(GaussianProcessError) -> FeatureMap<Base.Input>
  {
    let features = try base.features(draws: draws, like: example, from: &stream)
    let scale = variance.squareRoot()
    return FeatureMap(count: features.count, draws: features.draws) { scale * features.values(at: $0) }
  }
}

extension Kernel {
  /// The kernel times the square of an output scale that a fit may change.
  ///
  /// - Parameters:
  ///   - prior: the prior of the output scale, in standard deviations of the values; the scale is initially at its
  ///     median.
  ///   - name: its name.
  public func scaled(by prior: LogNormalPrior = .outputScale, named name: String = "output scale") -> ScaledKernel<Self>
  {
    ScaledKernel(variance: prior.median * prior.median, base: self, prior: prior, name: name)
  }
}
