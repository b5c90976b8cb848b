/// A range of numbers, which is open at an end without a bound.
public struct Interval: Sendable, Hashable {
  /// The lower bound, which belongs to the interval; nil for none.
  public let lower: Double?
  /// The upper bound, which belongs to the interval; nil for none.
  public let upper: Double?

  /// The interval between two bounds.
  ///
  /// - Throws: ``IntervalError/reversed(lower:upper:)`` if the lower bound is above the upper one.
  public init(lower: Double?, upper: Double?) throws(IntervalError) {
    if let lower, let upper, lower > upper { throw .reversed(lower: lower, upper: upper) }
    (self.lower, self.upper) = (lower, upper)
  }

  /// Reads `1..3`, `1..`, `..3`, or one number, which is both bounds.
  ///
  /// - Throws: also if the text has another form or a number that ``decimalNumber(_:)`` does not read, or if it has no bound.
  public init(_ text: String) throws(IntervalError) {
    let dots = text.firstRange(of: "..")
    let sides = dots.map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...]]
    var bounds: [Double?] = []
    for side in sides { bounds.append(try Self.bound(side)) }
    // With three dots the last would begin a number: 0...5 does not mean 0 to 0.5.
    if let dots, text[dots.upperBound...].hasPrefix(".") { throw .unreadable }
    guard bounds.contains(where: { $0 != nil }) else { throw dots == nil ? .unreadable : .unbounded }
    try self.init(lower: bounds[0], upper: bounds[bounds.count - 1])
  }

  /// The number of a side; nil if the side is empty.
  private static func bound(_ side: Substring) throws(IntervalError) -> Double? {
    var side = side
    while side.first?.isWhitespace == true { side.removeFirst() }
    while side.last?.isWhitespace == true { side.removeLast() }
    guard !side.isEmpty else { return nil }
    guard let value = decimalNumber(String(side)) else { throw .unreadable }
    return value
  }
}

/// The reason why bounds are no interval.
public enum IntervalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is not of the form of an interval.
  case unreadable
  /// There is no bound.
  case unbounded
  /// The lower bound is above the upper one.
  case reversed(lower: Double, upper: Double)

  /// The end of a sentence whose subject is the interval's name, without its full stop.
  public var description: String {
    switch self {
    case .unreadable: "must be LEAST..MOST, ..MOST, LEAST.. or one number"
    case .unbounded: "must have at least one bound"
    case .reversed(let lower, let upper):
      "is reversed: its lower bound \(lower) is above its upper bound \(upper)"
    }
  }
}
