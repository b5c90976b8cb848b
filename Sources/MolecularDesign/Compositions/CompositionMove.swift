package import Compositions
internal import Glibc
package import Numerics

/// A way of making a new composition from another.
///
/// The raw values are the names in the record.
package enum CompositionMove: String, Sendable, CaseIterable {
  /// An element is exchanged for one beside it in the periodic table.
  case exchange = "element exchange"
  /// A part of an element, in tenths or a quarter or half, is exchanged likewise.
  case partialExchange = "partial exchange"
  /// The amount of an element is raised or lowered by a step: 1, or less of what is not whole.
  case amountStep = "amount step"

  private static let shares = [0.1, 0.2, 0.25, 0.3, 0.4, 0.5]

  /// A new composition; nil if the draw gives none. The same arguments and stream always give the same.
  package func child(of parent: Composition, stream: inout RandomStream) -> Composition? {
    let place = stream.uniform(below: parent.parts.count)
    let part = parent.parts[place]
    switch self {
    case .exchange, .partialExchange:
      let neighbours = part.element.neighbours
      guard !neighbours.isEmpty else { return nil }
      let element = neighbours[stream.uniform(below: neighbours.count)]
      guard self == .partialExchange else { return parent.replacing(place, with: element).normalised }
      let share = Self.shares[stream.uniform(below: Self.shares.count)]
      let step = Self.step(of: part.amount)
      let amount = max(step, (share * part.amount / step).rounded() * step)
      return parent.replacing(place, with: element, amount: amount).normalised
    case .amountStep:
      let step = part.amount == part.amount.rounded() ? 1 : Self.step(of: part.amount)
      // Whole multiples of the step, as far as the amount is one.
      let count = (part.amount / step).rounded() + (stream.uniform() < 0.5 ? 1 : -1)
      let amount = count * step
      guard amount > 1e-6 || parent.parts.count > 1 else { return nil }
      return parent.setting(place, to: amount > 1e-6 ? amount : 0)?.normalised
    }
  }

  /// The step of an amount, as formulas are written: 0.05 from 0.1 to 2, and less for less.
  private static func step(of amount: Double) -> Double {
    switch amount {
    // A twentieth of the power of ten above: of 0.003, 0.0005.
    case ..<0.02: 0.05 * pow(10, (log10(amount) + 1e-9).rounded(.down) + 1)
    case ..<0.1: 0.01
    case ...2: 0.05
    case ...3: 0.1
    case ...6: 0.25
    case ...20: 0.5
    default: 1
    }
  }
}
