extension Element {
  /// The common oxidation states in ascending order; none for an element that has none in compounds.
  ///
  /// The table is in `Sources/CElements/oxidation-states.csv`, its source in `SOURCE.md` beside it.
  public var oxidationStates: [Int] { ElementTable.current.oxidationStates[atomicNumber - 1] }

  /// Whether it is a metal: neither hydrogen, a noble gas, a halogen nor one of B, C, N, O, Si, P, S, Ge, As, Se, Sb and
  /// Te.
  public var isMetal: Bool { !Self.nonmetals.contains(symbol) }

  private static let nonmetals: Set<String> = [
    "H", "He", "B", "C", "N", "O", "F", "Ne", "Si", "P", "S", "Cl", "Ar", "Ge", "As", "Se", "Br", "Kr", "Sb", "Te", "I",
    "Xe", "At", "Rn",
  ]
}

/// Whether the elements of a composition can have common oxidation states whose charges add up to zero.
///
/// Each element has one state, but one element may have two of its positive states at once, as iron in Fe3O4 and manganese in
/// La0.7Sr0.3MnO3. Compositions of metals only, and of one element, need no oxidation states: they pass.
struct ChargeBalance {
  /// The difference from neutrality that counts as none, in charges for each atom: formulas have rounded amounts.
  private static let tolerance = 1e-3

  private let parts: [Composition.Part]
  private let isOrdered: Bool
  private let tolerance: Double

  /// - Parameter isOrdered: whether every element of positive charge must also be less electronegative than every element
  ///   of negative charge.
  init(_ composition: Composition, isOrdered: Bool) {
    parts = composition.parts
    self.isOrdered = isOrdered
    tolerance = Self.tolerance * composition.atomCount
  }

  /// Whether there is such an assignment.
  var isPossible: Bool {
    if parts.count == 1 || parts.allSatisfy(\.element.isMetal) { return true }
    // None of the others, or one, has two states.
    if canBalance(mixed: nil) { return true }
    return parts.indices.contains { place in
      parts[place].element.oxidationStates.count { $0 > 0 } > 1
        && canBalance(mixed: place)
    }
  }

  /// The charges that an element can contribute, from the least to the greatest.
  private func charges(_ place: Int, isMixed: Bool) -> [ClosedRange<Double>] {
    let (amount, states) = (parts[place].amount, parts[place].element.oxidationStates.map(Double.init))
    guard isMixed else { return states.map { amount * $0...amount * $0 } }
    let positive = states.filter { $0 > 0 }
    return zip(positive, positive.dropFirst()).map { amount * $0...amount * $1 }
  }

  /// - Parameter mixed: the place of the element that has two positive states at once; nil for none.
  private func canBalance(mixed: Int?) -> Bool {
    let choices = parts.indices.map { charges($0, isMixed: $0 == mixed) }
    guard choices.allSatisfy({ !$0.isEmpty }) else { return false }
    // The least and the greatest sum of the charges from each place on.
    var (least, greatest) = ([0.0], [0.0])
    for choice in choices.reversed() {
      least.append(least[least.count - 1] + (choice.map(\.lowerBound).min() ?? 0))
      greatest.append(greatest[greatest.count - 1] + (choice.map(\.upperBound).max() ?? 0))
    }
    least.reverse()
    greatest.reverse()

    /// - Parameters:
    ///   - sum: the charge of the elements before, which may be anywhere in the range.
    ///   - cation: the greatest electronegativity of an element of positive charge.
    ///   - anion: the least one of an element of negative charge.
    func search(_ place: Int, _ sum: ClosedRange<Double>, cation: Double, anion: Double) -> Bool {
      guard sum.lowerBound + least[place] <= tolerance, sum.upperBound + greatest[place] >= -tolerance else {
        return false
      }
      guard place < choices.count else { return true }
      let electronegativity = parts[place].element.electronegativity
      return choices[place].contains { charge in
        let highest = charge.lowerBound > 0 ? max(cation, electronegativity) : cation
        let lowest = charge.upperBound < 0 ? min(anion, electronegativity) : anion
        guard !isOrdered || highest < lowest else { return false }
        return search(
          place + 1, sum.lowerBound + charge.lowerBound...sum.upperBound + charge.upperBound, cation: highest,
          anion: lowest)
      }
    }
    return search(0, 0...0, cation: -.infinity, anion: .infinity)
  }
}

extension Composition {
  /// Whether its elements can have common oxidation states whose charges add up to zero, of which one element may have two
  /// at once. Compositions of metals only, and of one element, are neutral.
  public var isChargeNeutral: Bool { ChargeBalance(self, isOrdered: false).isPossible }

  /// Whether it ``isChargeNeutral`` with every element of positive charge less electronegative than every element of
  /// negative charge.
  public var isElectronegativityOrdered: Bool { ChargeBalance(self, isOrdered: true).isPossible }
}
