/// An expectation of something that inputs have or are turned into.
public struct DerivedMean<Input: Sendable, Base: PriorMean>: PriorMean {
  /// The expectation of what is derived.
  public let base: Base
  private let derive: @Sendable (Input) -> Base.Input

  init(base: Base, derive: @escaping @Sendable (Input) -> Base.Input) {
    self.base = base
    self.derive = derive
  }

  /// The base's values at what is derived.
  public func values(at inputs: [Input]) -> [Double] { base.values(at: inputs.map(derive)) }
}

extension PriorMean {
  /// The expectation at something that inputs have, such as one of several representations of a molecule.
  public func on<Outer: Sendable>(_ derive: @escaping @Sendable (Outer) -> Input) -> DerivedMean<Outer, Self> {
    DerivedMean(base: self, derive: derive)
  }
}
