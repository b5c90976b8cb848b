import Foundation

/// The sessions of a guide that are marked `console tested`: commands with what they print.
///
/// A fence with `file=NAME` is a file that the reader makes; so is a file that a session shows by `cat` before it is there.
struct GuideSession {
  enum Step {
    case file(name: String, text: String)
    /// A command, with the lines that the page shows below it.
    case command(String, shown: [String], line: Int)
  }

  let steps: [Step]

  /// Reads the sessions of a page of Documentation.
  init(page: String) throws {
    let lines = try String(contentsOf: Self.root.appending(path: "Documentation/\(page)"), encoding: .utf8)
      .components(separatedBy: "\n")
    var steps: [Step] = []
    var place = lines.startIndex
    while place < lines.endIndex {
      let indent = lines[place].prefix { $0 == " " }
      let words = lines[place].dropFirst(indent.count).split(separator: " ")
      guard words.first?.hasPrefix("```") == true else {
        place += 1
        continue
      }
      let body = lines[(place + 1)...].prefix { !$0.hasPrefix(indent + "```") }.map { $0.dropFirst(indent.count) }
      if let word = words.first(where: { $0.hasPrefix("file=") }) {
        steps.append(.file(name: String(word.dropFirst(5)), text: body.joined(separator: "\n") + "\n"))
      } else if words == ["```console", "tested"] {
        steps += Self.commands(in: body.map(String.init), after: place + 1)
      }
      place += body.count + 2
    }
    self.steps = steps
  }

  /// The folder of Package.swift.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func commands(in body: [String], after number: Int) -> [Step] {
    let starts = body.indices.filter { body[$0].hasPrefix("$ ") }
    return zip(starts, starts.dropFirst() + [body.endIndex]).map { start, end in
      .command(String(body[start].dropFirst(2)), shown: Array(body[(start + 1)..<end]), line: number + start + 1)
    }
  }
}

/// Compares what a command printed with what a page shows of it.
///
/// `[…]` on a line of its own stands for any lines, and `…` for any text in a line. White space may differ in length. A
/// number may differ by 2 %, or by one in the last decimal that is shown; whole numbers, and so the digits of SMILES, only
/// by 2 %. Versions and digests (16 hexadecimal digits) may be any.
enum GuideOutput {
  /// The first line of the page that is not as shown, counted from 0; nil where all are.
  static func firstDifference(shown: [String], printed: String) -> Int? {
    let shown = trimmed(shown)
    let printed = trimmed(printed.components(separatedBy: "\n"))
    var (place, line, reached) = (0, 0, 0)
    // Where the last `[…]` is, and the line at which what follows it is tried.
    var gap: (place: Int, line: Int)?
    while line < printed.count {
      if place < shown.count, isGap(shown[place]) {
        gap = (place, line)
        place += 1
      } else if place < shown.count, matches(shown[place], printed[line]) {
        (place, line) = (place + 1, line + 1)
        reached = max(reached, place)
      } else if let last = gap {
        gap = (last.place, last.line + 1)
        (place, line) = (last.place + 1, last.line + 1)
      } else {
        return reached
      }
    }
    while place < shown.count, isGap(shown[place]) { place += 1 }
    return place == shown.count ? nil : max(reached, place)
  }

  private static func isGap(_ line: String) -> Bool { line.trimmingCharacters(in: .whitespaces) == "[…]" }

  private static func trimmed(_ lines: [String]) -> [String] {
    Array(lines.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed())
  }

  private static let number = #"[-−]?\d+(?:\.\d+)*(?:[eE][-+]?\d+)?"#
  private static let parts = try? NSRegularExpression(pattern: #"\b[0-9a-f]{16}\b|…|"# + number + #"|\s+|."#)

  /// Whether a printed line is the shown one.
  static func matches(_ shown: String, _ printed: String) -> Bool {
    var (pattern, numbers) = ("", [String]())
    for part in pieces(of: shown) {
      if part.count == 16, part.allSatisfy(\.isHexDigit) {
        pattern += "[0-9a-f]{16}"
      } else if part == "…" {
        pattern += ".*?"
      } else if part.allSatisfy(\.isWhitespace) {
        pattern += #"\s+"#
      } else if part.contains(where: { $0.isASCII && $0.isNumber }) {
        pattern += "(\(number))"
        numbers.append(part)
      } else {
        pattern += NSRegularExpression.escapedPattern(for: part)
      }
    }
    guard let expression = try? NSRegularExpression(pattern: "^\(pattern)$") else { return false }
    let text = withoutTrailingSpace(printed)
    guard let match = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) else {
      return false
    }
    return numbers.indices.allSatisfy { index in
      Range(match.range(at: index + 1), in: text).map { isNear(numbers[index], String(text[$0])) } ?? false
    }
  }

  private static func pieces(of line: String) -> [String] {
    let text = withoutTrailingSpace(line)
    let matches = parts?.matches(in: text, range: NSRange(text.startIndex..., in: text)) ?? []
    return matches.compactMap { Range($0.range, in: text).map { String(text[$0]) } }
  }

  private static func withoutTrailingSpace(_ line: String) -> String {
    String(line.reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func isNear(_ shown: String, _ printed: String) -> Bool {
    let points = (shown.count { $0 == "." }, printed.count { $0 == "." })
    if points.0 > 1 || points.1 > 1 { return points.0 > 1 && points.1 > 1 }
    guard let one = Double(shown.replacing("−", with: "-")), let other = Double(printed.replacing("−", with: "-"))
    else { return false }
    let difference = abs(one - other)
    if difference <= 0.02 * abs(one) { return true }
    guard points.0 == 1, !shown.lowercased().contains("e"), let decimals = shown.split(separator: ".").last?.count
    else { return false }
    return difference <= 1.000001 * pow(10, -Double(decimals))
  }
}
