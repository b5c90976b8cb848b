internal import Foundation

extension PropertyExpression.Node {
  /// The text of these steps: spaces around `+ - * /`, and brackets only where the steps need them.
  var text: String {
    switch self {
    case .number(let number):
      number == number.rounded() && number < 1e15 ? String(format: "%.0f", number) : "\(number)"
    case .property(let name): name
    case .negative(let part): "-\(part.text(in: .sign))"
    case .sum(let left, let right): "\(left.text(in: .sum)) + \(right.text(in: .product))"
    case .difference(let left, let right): "\(left.text(in: .sum)) - \(right.text(in: .product))"
    case .product(let left, let right): "\(left.text(in: .product)) * \(right.text(in: .sign))"
    case .quotient(let left, let right): "\(left.text(in: .product)) / \(right.text(in: .sign))"
    case .power(let base, let exponent): "\(base.text(in: .atom))^\(exponent.text(in: .sign))"
    case .function(let function, let part): "\(function.rawValue)(\(part.text))"
    }
  }

  /// How tightly a step binds its parts, from the loosest.
  private enum Binding: Int {
    case sum, product, sign, power, atom
  }

  private var binding: Binding {
    switch self {
    case .sum, .difference: .sum
    case .product, .quotient: .product
    case .negative: .sign
    case .power: .power
    case .number, .property, .function: .atom
    }
  }

  /// The text where only steps that bind at least so tightly need no brackets.
  private func text(in least: Binding) -> String { binding.rawValue < least.rawValue ? "(\(text))" : text }
}
