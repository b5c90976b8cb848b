import Files

/// The content of a cell in a column of numbers.
package enum CellValue: Sendable, Hashable {
  /// A usable number.
  case number(Double)
  /// An empty cell.
  case empty
  /// A mark that there is no value, in one of the usual spellings: `n.d.`, `NA`, `-`.
  case missing
  /// A bound or an estimate instead of a value: `>10`, `~3`.
  case censored
  /// Anything else.
  case other

  /// Reads a cell, ignoring spaces around it.
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

  /// The spellings of a missing value, in lower case.
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
