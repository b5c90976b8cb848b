import Files

/// What a cell of a column of numbers says.
package enum CellValue: Sendable, Hashable {
  /// A number that can be calculated with.
  case number(Double)
  /// Nothing.
  case empty
  /// That there is no value, in one of the usual spellings: `n.d.`, `NA`, `-`.
  case missing
  /// A bound or an estimate in place of a value: `>10`, `~3`.
  case censored
  /// Anything else.
  case other

  /// Reads a cell. Spaces around it do not count.
  package init(_ text: String) {
    let text = SeparatedValues.trimmed(text)
    if text.isEmpty {
      self = .empty
    } else if let number = decimalNumber(text) {
      self = .number(number)
    } else if Self.missingSpellings.contains(text.lowercased()) {
      self = .missing
    } else if Self.isCensored(text) {
      self = .censored
    } else {
      self = .other
    }
  }

  /// How people and programs write that a value is missing, in small letters.
  private static let missingSpellings: Set<String> = [
    "na", "n/a", "n.a.", "n.a", "<na>", "#n/a", "#na", "nan", "-nan", "null", "<null>", "none", "nil", "nd", "n.d.",
    "n.d", "n/d",
    "not determined", "not available", "not measured", "missing", "-", "--", "---", "–", "—", ".", "..", "...", "?",
    "*", "#value!",
    "#div/0!", "#ref!", "#name?", "#num!", "#null!",
  ]

  private static func isCensored(_ text: String) -> Bool {
    for sign in [">=", "<=", "=>", "=<", ">>", "<<", ">", "<", "≥", "≤", "~", "≈", "∼", "ca.", "ca ", "c."]
    where text.hasPrefix(sign) {
      return decimalNumber(SeparatedValues.trimmed(String(text.dropFirst(sign.count)))) != nil
    }
    return false
  }
}
