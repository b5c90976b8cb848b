/// What is expected of a value before any is known.
///
/// A process is one as well (its posterior mean), so that what was learnt of one property may be the prior of another.
public protocol PriorMean<Input>: Sendable {
  /// What a value belongs to, for instance a molecule's fingerprint.
  associatedtype Input: Sendable
  /// The expected value at each input.
  func values(at inputs: [Input]) -> [Double]
}

/// The same expectation everywhere.
public struct ConstantMean<Input: Sendable>: PriorMean {
  /// The expected value.
  public let value: Double

  /// The same expectation everywhere.
  public init(_ value: Double) { self.value = value }

  /// The expectation of what has been brought to an average of zero.
  public static var zero: ConstantMean { ConstantMean(0) }

  /// The value, once for each input.
  public func values(at inputs: [Input]) -> [Double] { Array(repeating: value, count: inputs.count) }
}
