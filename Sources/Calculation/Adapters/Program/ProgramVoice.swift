import Foundation

/// Who answered, and where: what the sentences about a bad answer need.
package struct ProgramVoice: Sendable, Hashable {
  /// The program as the campaign file names it: `python3 score.py`.
  package let name: String
  /// Where its answer is looked for: `on its standard output`.
  package let place: String
  /// Its last words.
  package let evidence: String

  package init(name: String, place: String = "on its standard output", evidence: String) {
    self.name = name
    self.place = place
    self.evidence = evidence
  }

  /// What is wrong with the answer, as the end of a sentence about it.
  func refusal(_ problem: String) -> CalculationFailure {
    CalculationFailure(.unknown, "The answer of \(name) \(problem).", evidence: evidence)
  }

  /// The one JSON object that a text must be.
  func document(in text: String) throws(CalculationFailure) -> [String: JSONValue] {
    let problem: JSONValue.Malformed
    do {
      let value = try JSONValue(text: text)
      if case .map(let map) = value { return map }
      throw refusal("is \(value.inWords), where a JSON object belongs: {…}")
    } catch let failure as CalculationFailure {
      throw failure
    } catch {
      problem = error as? JSONValue.Malformed ?? JSONValue.Malformed(description: "\(error)")
    }
    func isDocument(_ line: Substring) -> Bool {
      if case .map = try? JSONValue(text: String(line)) { true } else { false }
    }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    let documents = lines.count { isDocument($0) }
    if lines.isEmpty {
      throw CalculationFailure(
        .unknown, "\(name) gave no answer: \(place) stands nothing, where one JSON object belongs.", evidence: evidence)
    }
    if documents > 1 {
      throw CalculationFailure(
        .unknown, "\(name) gave \(documents) answers \(place), where one belongs.", evidence: evidence)
    }
    if let other = lines.first(where: { !isDocument($0) }), documents == 1 {
      throw CalculationFailure(
        .unknown,
        "\(name) gave other text than its answer \(place), such as '\(other.prefix(80))'; print that to standard error, "
          + "and only the answer there.", evidence: evidence)
    }
    let isCut = text.contains("{") && text.last { !$0.isWhitespace } != "}"
    throw refusal(
      isCut
        ? "is cut short: \(place) stands the beginning of a JSON object without its end"
        : "is no JSON (\(problem)): \(place) stands '\(lines[0].prefix(80))', where one JSON object belongs")
  }

  /// A finite number.
  func number(_ value: JSONValue, _ what: String) throws(CalculationFailure) -> Double {
    guard case .number(let number) = value else {
      throw refusal("has \(value.inWords) as \(what), where a number belongs")
    }
    guard number.isFinite else {
      throw refusal("has \(number) as \(what), which is no number; answer with 'error' where there is no value")
    }
    return number
  }

  /// A text.
  func text(_ value: JSONValue, _ key: String) throws(CalculationFailure) -> String {
    guard case .text(let text) = value else {
      throw refusal("has \(value.inWords) as '\(key)', where a text belongs")
    }
    return text
  }
}
