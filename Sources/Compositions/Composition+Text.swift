import Foundation

extension Composition: CustomStringConvertible {
  /// The formula: "Sr0.3La0.7MnO3".
  public var formula: String { parts.map { $0.element.symbol + amountText(of: $0) }.joined() }

  /// The formula.
  public var description: String { formula }

  /// The amount of a part as formulas have it: up to nine significant digits; empty for 1.
  public func amountText(of part: Part) -> String { part.amount == 1 ? "" : Self.text(part.amount) }

  /// An amount without an exponent, with up to nine significant digits.
  static func text(_ amount: Double) -> String {
    if amount == amount.rounded(), amount < 1e15 { return String(Int(amount)) }
    let decimals = max(0, 8 - Int(log10(amount).rounded(.down)))
    var text = String(format: "%.\(decimals)f", amount)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
