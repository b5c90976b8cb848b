/// The expected value before any observation.
///
/// A process is a prior mean as well (its posterior mean), so that the posterior of one property may be the prior of
/// another.
public protocol PriorMean<Input>: Sendable {
  /// The inputs, such as molecular fingerprints.
  associatedtype Input: Sendable
  /// The expected value at each input.
  func values(at inputs: [Input]) -> [Double]
}

/// A constant prior mean.
public struct ConstantMean<Input: Sendable>: PriorMean {
  /// The expected value.
  public let value: Double

  /// Creates a constant prior mean.
  public init(_ value: Double) { self.value = value }

  /// The prior mean of standardised values: 0.
  public static var zero: ConstantMean { ConstantMean(0) }

  /// The value, once for each input.
  public func values(at inputs: [Input]) -> [Double] { Array(repeating: value, count: inputs.count) }
}
