/// How much of each element a material has.
///
/// The amounts are those that were written: `Fe4O6` has ten atoms. The ``identity`` is that of the ``normalised``
/// composition, so that `Fe4O6`, `Fe2O3` and `FeO1.5` are equal.
///
/// ```swift
/// let manganite = try Composition("La0.7Sr0.3MnO3")
/// manganite.formula          // "Sr0.3La0.7MnO3"
/// manganite.fractions        // [0.06, 0.14, 0.2, 0.6]
/// try Composition("Ca(OH)2") == Composition("CaH2O2")   // true
/// ```
public struct Composition: Sendable {
  /// An element with its amount.
  public struct Part: Sendable, Hashable {
    /// The element.
    public let element: Element
    /// The number of its atoms in the formula, above 0; not always whole.
    public let amount: Double

    init(_ element: Element, _ amount: Double) { (self.element, self.amount) = (element, amount) }
  }

  /// The elements with their amounts, each element once: the least electronegative first, as formulas are written.
  public let parts: [Part]

  /// - Parameter parts: at least one, each element once, in any order.
  init(_ parts: [Part]) {
    var sorted = parts
    let ranks = ElementTable.current.ranks
    // A formula has few elements, most of them in order.
    for place in sorted.indices.dropFirst() {
      let part = sorted[place]
      let rank = ranks[part.element.atomicNumber - 1]
      var to = place
      while to > 0, rank < ranks[sorted[to - 1].element.atomicNumber - 1] {
        sorted[to] = sorted[to - 1]
        to -= 1
      }
      sorted[to] = part
    }
    self.parts = sorted
  }

  /// The normalised formula with every amount and with spaces between the elements: "Sr0.3 La0.7 Mn1 O3".
  ///
  /// A single element has a space before its amount: "Fe 1". It can be read again, and it is never a SMILES, which has no
  /// space.
  public var identity: String {
    let parts = normalised.parts
    guard parts.count > 1 else { return parts.map { "\($0.element.symbol) \(Self.text($0.amount))" }.joined() }
    return parts.map { $0.element.symbol + Self.text($0.amount) }.joined(separator: " ")
  }

  /// The sum of the amounts: the number of atoms in the formula.
  public var atomCount: Double { parts.reduce(0) { $0 + $1.amount } }

  /// The amount of each element divided by their sum, in the order of ``parts``.
  public var fractions: [Double] {
    let count = atomCount
    return parts.map { $0.amount / count }
  }

  /// The mass of the formula, in g/mol.
  public var weight: Double { parts.reduce(0) { $0 + $1.amount * $1.element.weight } }

  /// The symbols of the elements, in the order of the alphabet.
  public var symbols: [String] { parts.map(\.element.symbol).sorted() }
}

extension Composition: Hashable {
  /// True if the normalised formulas are the same.
  public static func == (a: Composition, b: Composition) -> Bool { a.identity == b.identity }

  /// Hashes the normalised formula.
  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
