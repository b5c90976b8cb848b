import Files
import Foundation

/// The program that answered and the place of its answer, for messages about an invalid answer.
package struct AnswerReader: Sendable, Hashable {
  /// The program as the campaign file names it: `python3 score.py`.
  package let name: String
  /// The place of the answer: `on its standard output`.
  package let place: String
  /// The end of the program's output, as evidence.
  package let evidence: String

  /// Names a program, the place of its answer and the end of its output.
  package init(name: String, place: String = "on its standard output", evidence: String) {
    self.name = name
    self.place = place
    self.evidence = evidence
  }

  /// The beginning of a failure that the program itself reports.
  static func reporting(_ name: String) -> String { "\(name) says: " }

  /// A failure that describes an invalid answer; the problem is the end of a sentence about the answer.
  func refusal(_ problem: String) -> CalculationFailure {
    CalculationFailure(.unknown, "The answer of \(name) \(problem).", evidence: evidence)
  }

  /// Finds the one JSON object that a text must contain.
  package func document(in text: String) throws(CalculationFailure) -> [String: JSONValue] {
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
    let lines = Self.lines(of: text)
    // Two documents suffice for the error, so that endless output costs no more than finite output.
    var documents: [Int] = []
    for (index, line) in lines.enumerated() where line.first == "{" && documents.count < 2 {
      if case .map = try? JSONValue(text: String(line)) { documents.append(index) }
    }
    if lines.isEmpty {
      throw CalculationFailure(
        .unknown, "\(name) gave no answer: there is nothing \(place), where one JSON object belongs.",
        evidence: evidence)
    }
    if documents.count > 1 {
      throw CalculationFailure(
        .unknown, "\(name) gave more than one answer \(place), where one belongs.", evidence: evidence)
    }
    if let document = documents.first, let other = lines.indices.first(where: { $0 != document }).map({ lines[$0] }) {
      throw CalculationFailure(
        .unknown,
        "\(name) gave other text than its answer \(place), such as '\(other.prefix(80))'; print that to standard error, "
          + "and only the answer there.", evidence: evidence)
    }
    if let line = lines.first, !"{[\"".contains(line.first ?? "{"), documents.isEmpty {
      throw CalculationFailure(
        .unknown,
        "\(name) gave '\(line.prefix(80))' \(place), where one JSON object belongs; print that to standard error, and only the "
          + "answer there.",
        evidence: evidence)
    }
    let isCut = text.utf8.contains(UInt8(ascii: "{")) && text.last { !$0.isWhitespace } != "}"
    throw refusal(
      isCut
        ? "is cut short: there is the beginning of a JSON object \(place), without its end"
        : "is not JSON (\(problem)): there is '\(lines[0].prefix(80))' \(place), where one JSON object belongs")
  }

  /// The lines of a text without leading spaces and blank lines, to tell what kind of text it is.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text.utf8[...]
    while lines.count < 1000, !rest.isEmpty {
      let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? rest.endIndex
      let line = Substring(rest[..<end]).drop(while: \.isWhitespace)
      if !line.isEmpty { lines.append(line) }
      rest = rest[end...].dropFirst()
    }
    return lines
  }

  /// A finite number.
  package func number(_ value: JSONValue, _ what: String) throws(CalculationFailure) -> Double {
    guard case .number(let number) = value else {
      throw refusal("has \(value.inWords) as \(what), where a number belongs")
    }
    guard number.isFinite else {
      throw refusal("has \(number) as \(what), which is not a number; answer with 'error' if there is no value")
    }
    guard isUsable(number) else {
      throw refusal(
        "has \(number) as \(what), which is out of range; numbers must be 0 or \(usableSizes): take another unit, or answer "
          + "with 'error'")
    }
    return number
  }

  /// A text.
  package func text(_ value: JSONValue, _ key: String) throws(CalculationFailure) -> String {
    guard case .text(let text) = value else {
      throw refusal("has \(value.inWords) as '\(key)', where a text belongs")
    }
    return text
  }
}
