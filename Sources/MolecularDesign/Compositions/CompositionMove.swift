package import Compositions
package import Numerics

/// A way of making a new composition from another.
///
/// The raw values are the names in the record.
package enum CompositionMove: String, Sendable, CaseIterable {
  /// An element is exchanged for one beside it in the periodic table.
  case exchange = "element exchange"
  /// A part of an element, in tenths or a quarter or half, is exchanged likewise.
  case partialExchange = "partial exchange"
  /// The amount of an element is raised or lowered by a step: 1, or a tenth of what is not whole.
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
      let share = self == .exchange ? 1 : Self.shares[stream.uniform(below: Self.shares.count)]
      return parent.replacing(place, with: element, share: share).normalised
    case .amountStep:
      let isWhole = part.amount == part.amount.rounded()
      let step = isWhole ? 1 : part.amount / 10
      let amount = part.amount + (stream.uniform() < 0.5 ? step : -step)
      guard amount > 1e-6 || parent.parts.count > 1 else { return nil }
      return parent.setting(place, to: amount > 1e-6 ? amount : 0)?.normalised
    }
  }
}
