package import Chemistry

/// The salts and mixtures of a list of which only the largest organic component is taken.
package struct StrippedLines: Sendable, Codable {
  private var count = 0
  private var firstLine = 0
  private var chargedCount = 0
  private var chosenCount = 0
  private var firstChosenLine = 0

  /// No lines.
  package init() {}

  /// Counts a line and the component that is taken.
  ///
  /// - Parameter amongCount: The number of components of which it is the largest.
  package mutating func add(_ molecule: Molecule, amongCount: Int, line: Int) {
    count += 1
    if count == 1 { firstLine = line }
    if molecule.charge != 0 { chargedCount += 1 }
    guard amongCount > 1 else { return }
    chosenCount += 1
    if chosenCount == 1 { firstChosenLine = line }
  }

  /// What a person should know of them; nil if there are none.
  package var sentence: String? {
    guard count > 0 else { return nil }
    let lines = count == 1 ? "1 line (\(firstLine)) has" : "\(count) lines (\(firstLine) first) have"
    let charged =
      chargedCount == 0
      ? ""
      : " In \(chargedCount) of them it is an ion, which is not neutralised: 'molecules' says whether it is allowed."
    let chosen =
      chosenCount == 0
      ? ""
      : " In \(chosenCount) of them (\(firstChosenLine)\(chosenCount > 1 ? " first" : "")) it is the largest of two or more."
    return
      "\(lines) several components; the largest organic one that is no common counter-ion or solvent is taken."
      + "\(chosen)\(charged)"
  }
}
