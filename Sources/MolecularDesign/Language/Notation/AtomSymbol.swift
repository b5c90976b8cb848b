/// The symbol of an atom and its meaning: `C`, `[nH]`, `[13C@@H]`, `*`.
package struct AtomSymbol: Sendable, Hashable {
  /// The symbol in SMILES.
  package let text: String
  /// Whether it is written in lower case.
  package let isAromatic: Bool
  /// Whether it is in brackets, in which all hydrogens are written.
  package let isBracketed: Bool
  /// Whether it is `*`, an end of a repeat unit.
  package let isStar: Bool
  /// The greatest sum of bond orders, without a double bond of a Kekulé form, at which an aromatic atom still needs
  /// such a double bond; below 2 if it never does.
  package let kekuleLimit: Int
  /// The usual valence of an atom without brackets; 0 in brackets.
  package let valence: Int

  /// Reads a symbol.
  package init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)[...]
    isBracketed = bytes.first == UInt8(ascii: "[")
    var (hydrogens, charge) = (0, 0)
    let letters: String
    if isBracketed {
      bytes = bytes.dropFirst().dropLast()
      bytes = bytes.drop { Self.isDigit($0) }
      let start = bytes.startIndex
      bytes = bytes.dropFirst()
      // A second lower-case letter belongs to the element, as in `Cl` and `se`.
      if let next = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) { bytes = bytes.dropFirst() }
      letters = String(decoding: Array(text.utf8)[start..<bytes.startIndex], as: UTF8.self)
      (hydrogens, charge) = Self.hydrogensAndCharge(bytes)
    } else {
      letters = text
    }
    isStar = letters == "*"
    isAromatic = letters.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    valence = isBracketed ? 0 : Self.valences[letters.lowercased()] ?? 1
    kekuleLimit =
      isAromatic
      ? Self.kekuleLimit(letters, isBracketed: isBracketed, hydrogens: hydrogens, charge: charge) : -1
  }

  /// The symbol of the mirror image: `@` for `@@` and the reverse. Nil without a stereo centre.
  package var mirrored: String? {
    if text.contains("@@") { return text.replacing("@@", with: "@") }
    return text.contains("@") ? text.replacing("@", with: "@@") : nil
  }

  /// Whether a hydrogen in the bracket is one of the neighbours of a stereo centre.
  package var hasHydrogenNeighbour: Bool { text.contains("@H") }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func hydrogensAndCharge(_ rest: ArraySlice<UInt8>) -> (Int, Int) {
    var (hydrogens, charge) = (0, 0)
    var previous: UInt8 = 0
    for byte in rest {
      switch byte {
      case UInt8(ascii: "H"): hydrogens = 1
      case UInt8(ascii: "+"): charge += 1
      case UInt8(ascii: "-"): charge -= 1
      case UInt8(ascii: ":"): return (hydrogens, charge)  // a map number follows
      case _ where isDigit(byte):
        let digit = Int(byte - UInt8(ascii: "0"))
        if previous == UInt8(ascii: "H") { hydrogens = digit }
        if previous == UInt8(ascii: "+") { charge = digit }
        if previous == UInt8(ascii: "-") { charge = -digit }
      default: break
      }
      previous = byte
    }
    return (hydrogens, charge)
  }

  /// RDKit's rule: an atom takes part in a double bond if its bonds and hydrogens are one fewer than its valence, which
  /// a charge shifts. Outside brackets, hydrogens are first added to a carbon or boron.
  private static func kekuleLimit(_ letters: String, isBracketed: Bool, hydrogens: Int, charge: Int) -> Int {
    guard let valence = valences[letters] else { return -1 }
    if !isBracketed, letters == "b" { return -1 }
    // Boron gains a bond with a negative charge, and carbon loses one with either.
    let shift = letters == "b" ? -charge : letters == "c" ? -abs(charge) : charge
    return valence + shift - hydrogens - 1
  }

  private static let valences = [
    "b": 3, "c": 4, "n": 3, "o": 2, "p": 3, "s": 2, "f": 1, "cl": 1, "br": 1, "i": 1, "se": 2, "te": 2, "as": 3,
    "si": 4, "*": 1,
  ]
}
