/// The goal for the value of a property or of an expression.
public enum Goal: Sendable, Hashable {
  /// A value from `lower` to `upper`, in the value's unit; an infinite bound makes a half-line.
  case window(lower: Double, upper: Double)
  /// The greatest possible value.
  case maximize
  /// The smallest possible value.
  case minimize
  /// A value near `value`, weighted by a Gaussian of this standard deviation.
  case near(value: Double, deviation: Double)

  /// Rejects a window that is empty or contains every value, and a Gaussian without a width.
  public func validated() throws(AcquisitionError) {
    if case .near(let value, let deviation) = self, !value.isFinite || !(deviation > 0) || !deviation.isFinite {
      throw .senselessNearness(value: "\(value)", deviation: "\(deviation)")
    }
    guard case .window(let lower, let upper) = self else { return }
    guard lower < upper, lower.isFinite || upper.isFinite else {
      throw .senselessWindow(lower: "\(lower)", upper: "\(upper)")
    }
  }

  /// Whether a value meets the goal, as ``Target/isMet(by:)`` says.
  func isMet(by value: Double) -> Bool? {
    switch self {
    case .window(let lower, let upper): lower <= value && value <= upper
    case .near(let centre, let deviation): abs(value - centre) <= deviation
    case .maximize, .minimize: nil
    }
  }
}
