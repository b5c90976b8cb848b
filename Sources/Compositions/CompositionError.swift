/// A text that is not a formula. The description is a sentence that names the place.
public struct CompositionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text.
  public let formula: String
  /// The place of the character that cannot be read, from 1; one more than the length at the end of the text.
  public let position: Int
  /// What is wrong there, as the end of a sentence.
  public let reason: String

  /// Creates an error.
  public init(formula: String, position: Int, reason: String) {
    (self.formula, self.position, self.reason) = (formula, position, reason)
  }

  /// What is wrong and where, as the end of a sentence.
  public var problem: String { "at character \(position), \(reason)" }

  /// The sentence for a person.
  public var description: String {
    "The formula '\(formula.prefix(80))\(formula.count > 80 ? "…" : "")' cannot be read: \(problem)."
  }
}
