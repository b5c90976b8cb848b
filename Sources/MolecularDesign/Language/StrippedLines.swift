package import Chemistry

/// The salts and mixtures of a list of which only the largest organic component is taken.
package struct StrippedLines: Sendable, Codable {
  private var count = 0
  private var firstLine = 0
  private var chargedCount = 0

  /// No lines.
  package init() {}

  /// Counts a line and the component that is taken.
  package mutating func add(_ molecule: Molecule, line: Int) {
    count += 1
    if count == 1 { firstLine = line }
    if molecule.charge != 0 { chargedCount += 1 }
  }

  /// What a person should know of them; nil if there are none.
  package var sentence: String? {
    guard count > 0 else { return nil }
    let lines = count == 1 ? "1 line (\(firstLine)) has" : "\(count) lines (\(firstLine) first) have"
    let charged =
      chargedCount == 0
      ? ""
      : " In \(chargedCount) of them it is an ion, which is not neutralised: 'molecules' says whether it is allowed."
    return "\(lines) several components, of which the largest organic one is taken.\(charged)"
  }
}
