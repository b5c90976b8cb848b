internal import Chemistry
public import Numerics

/// A kernel on a quantity derived from the inputs.
public struct DerivedKernel<Input: Sendable, Base: Kernel>: Kernel {
  /// The kernel on the derived quantity.
  public let base: Base
  private let derive: @Sendable (Input) -> Base.Input

  init(base: Base, derive: @escaping @Sendable (Input) -> Base.Input) {
    self.base = base
    self.derive = derive
  }

  /// The derived quantities, on all cores if there are many.
  private func derived(_ inputs: [Input]) -> [Base.Input] {
    inputs.count < 256 ? inputs.map(derive) : concurrentMap(inputs.count) { derive(inputs[$0]) }
  }

  /// The base's covariance of the derived quantities.
  public func covariance(_ a: Input, _ b: Input) -> Double { base.covariance(derive(a), derive(b)) }
  /// The base's block of the derived quantities.
  public func block(_ a: [Input], _ b: [Input]) -> Matrix { base.block(derived(a), derived(b)) }
  /// The base's blocks of the derived quantities, which are derived once.
  public func blocks(over inputs: [Input]) -> InputBlocks { base.blocks(over: derived(inputs)) }
  /// The base's variances of the derived quantities.
  public func variances(_ a: [Input]) -> [Double] { base.variances(a.map(derive)) }
  /// The base's hyper-parameters.
  public var hyperparameters: [Hyperparameter] { base.hyperparameters }
  /// The kernel on the base with other values.
  public func with(coordinates: [Double]) -> DerivedKernel {
    DerivedKernel(base: base.with(coordinates: coordinates), derive: derive)
  }
  /// The base's covariances over the derived quantities.
  public func over(_ inputs: [Input]) -> InputCovariance { base.over(inputs.map(derive)) }
  /// The base's features of the derived quantities.
  public func features(draws: Int, like example: Input, from stream: inout RandomStream) throws(GaussianProcessError)
    -> FeatureMap<Input>
  {
    let features = try base.features(draws: draws, like: derive(example), from: &stream)
    return FeatureMap(count: features.count, draws: features.draws) { features.values(at: $0.map(derive)) }
  }
}

extension Kernel {
  /// The kernel on a quantity derived from the inputs, such as one of several representations of a molecule.
  public func on<Outer: Sendable>(_ derive: @escaping @Sendable (Outer) -> Input) -> DerivedKernel<Outer, Self> {
    DerivedKernel(base: self, derive: derive)
  }
}
