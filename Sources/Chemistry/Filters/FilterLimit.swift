import Foundation

/// The least and the greatest value that a filter allows, both inclusive; nil is unlimited.
public struct FilterLimit: Sendable, Hashable, Codable {
  /// The least value allowed.
  public var least: Double?
  /// The greatest value allowed.
  public var most: Double?

  /// Creates a limit; an infinite bound is unlimited.
  public init(least: Double? = nil, most: Double? = nil) {
    self.least = least == -.infinity ? nil : least
    self.most = most == .infinity ? nil : most
  }

  /// The limit of a closed range.
  public init(_ range: ClosedRange<Double>) { self.init(least: range.lowerBound, most: range.upperBound) }

  /// Why a value is out of bounds, as "31 heavy atoms, more than 22"; nil within them.
  func excess(_ value: Double, of quantity: FilterQuantity.Row) -> String? {
    let isCounted = quantity.decimals == 0
    if let most, value > most {
      let (shown, bound) = texts(value, most, decimals: quantity.decimals)
      return "\(quantity.sentence(shown)), more than \(bound)"
    }
    if let least, value < least {
      let (shown, bound) = texts(value, least, decimals: quantity.decimals)
      return "\(quantity.sentence(shown)), \(isCounted && value >= 0 ? "fewer" : "less") than \(bound)"
    }
    return nil
  }

  /// Two numbers with enough decimals to look different.
  private func texts(_ value: Double, _ bound: Double, decimals: Int) -> (String, String) {
    for decimals in decimals...max(decimals, 15) {
      let (first, second) = (String(format: "%.\(decimals)f", value), String(format: "%.\(decimals)f", bound))
      if first != second { return (first, second) }
    }
    return ("\(value)", "\(bound)")
  }
}
