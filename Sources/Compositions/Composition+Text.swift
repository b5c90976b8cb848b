import Foundation

extension Composition: CustomStringConvertible {
  /// The formula: "La0.7Sr0.3MnO3".
  public var formula: String { text { $0 } }

  /// The formula.
  public var description: String { formula }

  /// The formula with the amounts as subscripts of HTML: "Fe<sub>2</sub>O<sub>3</sub>".
  public var html: String { text { "<sub>\($0)</sub>" } }

  /// The formula with the amounts in Unicode's subscripts: "Fe₂O₃". There is no subscript of the decimal point.
  public var subscripted: String {
    text { amount in String(String.UnicodeScalarView(amount.unicodeScalars.map(Self.lowered))) }
  }

  /// The amount of a part as formulas have it: up to nine significant digits; empty for 1.
  public func amountText(of part: Part) -> String { part.amount == 1 ? "" : Self.text(part.amount) }

  private func text(_ amount: (String) -> String) -> String {
    parts.map { part in
      let number = amountText(of: part)
      return part.element.symbol + (number.isEmpty ? "" : amount(number))
    }.joined()
  }

  private static func lowered(_ digit: Unicode.Scalar) -> Unicode.Scalar {
    ("0"..."9").contains(digit) ? Unicode.Scalar(0x2080 + digit.value - 0x30) ?? digit : digit
  }

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
