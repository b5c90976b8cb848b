public import Compositions

/// The conditions for a composition to be allowed, besides its elements.
public struct CompositionFilter: Sendable, Hashable, Codable {
  /// The bounds of the number of different elements.
  public var numberOfElements: FilterLimit?
  /// Symbols of elements that must all be there.
  public var requiredElements: [String]
  /// Whether the common oxidation states of the elements must add up to zero: `Composition.isChargeNeutral`.
  public var isChargeNeutral: Bool
  /// Whether elements of positive charge must also be less electronegative than those of negative charge:
  /// `Composition.isElectronegativityOrdered`.
  public var isElectronegativityOrdered: Bool

  /// Creates a filter. By default it allows everything.
  public init(
    numberOfElements: FilterLimit? = nil, requiredElements: [String] = [], isChargeNeutral: Bool = false,
    isElectronegativityOrdered: Bool = false
  ) {
    self.numberOfElements = numberOfElements
    self.requiredElements = requiredElements
    self.isChargeNeutral = isChargeNeutral
    self.isElectronegativityOrdered = isElectronegativityOrdered
  }

  /// Why a composition is rejected, or nil if it is allowed.
  public func rejection(of composition: Composition) -> Rejection? {
    let count = composition.parts.count
    if let limit = numberOfElements {
      let words = "\(count) element\(count == 1 ? "" : "s")"
      if let least = limit.least, Double(count) < least {
        return Rejection(kind: .numberOfElements, reason: "\(words), fewer than \(Int(least.rounded(.up)))")
      }
      if let most = limit.most, Double(count) > most {
        return Rejection(kind: .numberOfElements, reason: "\(words), more than \(Int(most.rounded(.down)))")
      }
    }
    let symbols = composition.symbols
    if let missing = requiredElements.first(where: { !symbols.contains($0) }) {
      return Rejection(kind: .requiredElement, reason: "lacks \(missing)")
    }
    if isElectronegativityOrdered, composition.isChargeNeutral, !composition.isElectronegativityOrdered {
      return Rejection(
        kind: .electronegativity, reason: "a neutral sum needs a cation that is more electronegative than an anion")
    }
    if isChargeNeutral || isElectronegativityOrdered, !composition.isChargeNeutral {
      return Rejection(kind: .chargeNeutrality, reason: "no common oxidation states that add up to zero")
    }
    return nil
  }
}
