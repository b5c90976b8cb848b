/// The reason why a text is not a comma-separated table, in a sentence, judged by its first line; nil if it may be one.
package func tableProblem(_ text: String) -> String? {
  guard let first = text.split(whereSeparator: \.isNewline).first(where: { !$0.allSatisfy(\.isWhitespace) }),
    first != "\u{FEFF}"
  else { return "The table is empty; it must have a line of titles, and one for each molecule." }
  guard !first.contains(","), let separator = first.first(where: { $0 == ";" || $0 == "\t" }) else { return nil }
  return "The columns are separated by \(separator == ";" ? "';'" : "tabs"), not by ','; save the table as CSV with "
    + "',' between the columns and '.' as the decimal separator."
}
