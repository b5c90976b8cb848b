/// A prior mean of a quantity derived from the inputs.
public struct DerivedMean<Input: Sendable, Base: PriorMean>: PriorMean {
  /// The prior mean of the derived quantity.
  public let base: Base
  private let derive: @Sendable (Input) -> Base.Input

  init(base: Base, derive: @escaping @Sendable (Input) -> Base.Input) {
    self.base = base
    self.derive = derive
  }

  /// The base's values at the derived quantities.
  public func values(at inputs: [Input]) -> [Double] { base.values(at: inputs.map(derive)) }
}

extension PriorMean {
  /// The prior mean of a quantity derived from inputs, such as one of several representations of a molecule.
  public func on<Outer: Sendable>(_ derive: @escaping @Sendable (Outer) -> Input) -> DerivedMean<Outer, Self> {
    DerivedMean(base: self, derive: derive)
  }
}
