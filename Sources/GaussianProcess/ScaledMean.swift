/// A prior mean times a factor, plus a shift: the mean of one property from a process of another that is linearly
/// related.
///
///     let mean = ScaledMean(source, factor: 1.3, shift: -0.4)  // a GFN2 gap from the posterior of a B3LYP gap
public struct ScaledMean<Input: Sendable>: PriorMean {
  /// The scaled prior mean, such as the posterior of a process.
  public let base: any PriorMean<Input>
  /// The factor, in this property's unit over the base's.
  public let factor: Double
  /// The shift, in this property's unit.
  public let shift: Double

  /// Creates a prior mean times a factor, plus a shift.
  public init(_ base: any PriorMean<Input>, factor: Double, shift: Double = 0) {
    self.base = base
    self.factor = factor
    self.shift = shift
  }

  /// factor · base + shift at each input.
  public func values(at inputs: [Input]) -> [Double] { base.values(at: inputs).map { factor * $0 + shift } }
}
