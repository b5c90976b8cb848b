import Foundation
import Testing

/// Documentation/failures.md, held to the recordings and tests that it names.
@Suite struct FailurePageTests {
  private struct Row {
    let text: String
    /// The class, `accepted`, or nothing.
    let failureClass: String
    let says: String
    let evidence: String

    /// A row of one of the page's tables; nil for other lines, and for a table's head.
    init?(_ line: String) {
      let cells = line.components(separatedBy: " | ")
      guard line.hasPrefix("| "), cells.count == 5, cells[2] != "class" else { return nil }
      text = line
      failureClass = cells[2].trimmingCharacters(in: CharacterSet(charactersIn: " `"))
      (says, evidence) = (cells[3], cells[4])
    }

    /// What stands in code between two marks after a prefix.
    func names(_ pattern: Regex<(Substring, name: Substring)>) -> [String] {
      evidence.matches(of: pattern).map { String($0.output.name) }
    }
  }

  private struct ExpectedFailure: Decodable {
    let failureClass: String
    let message: String
  }

  private let golden = SourceTree.root.appending(path: "Tests/CalculationTests/Golden")
  private let rows: [Row]

  init() throws {
    let page = SourceTree.root.appending(path: "Documentation/failures.md")
    rows = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n").compactMap(Row.init)
    try #require(rows.count > 30)
  }

  private func folders(of row: Row) -> [String] { row.names(/`Golden\/(?<name>[^`]+)`/) }

  private func text(_ path: String) -> String? {
    try? String(contentsOf: golden.appending(path: path), encoding: .utf8)
  }

  @Test func everyRowIsShownBySomething() {
    for row in rows {
      #expect(!folders(of: row).isEmpty || !row.names(/`(?<name>\w+Tests\.\w+)`/).isEmpty, "\(row.text)")
    }
  }

  @Test func classesAndSentencesAreThoseOfTheRecordings() throws {
    for row in rows {
      for folder in folders(of: row) {
        if let json = text("\(folder)/expected/failure.json") {
          let failure = try JSONDecoder().decode(ExpectedFailure.self, from: Data(json.utf8))
          #expect(row.failureClass == failure.failureClass, "\(folder)")
          #expect(row.says == failure.message, "\(folder)")
        } else {
          #expect(text("\(folder)/expected/values.json") != nil, "There is no recording \(folder).")
          #expect(row.failureClass == "accepted", "\(folder)")
        }
      }
    }
  }

  @Test func everyRecordedFailureIsOnThePage() throws {
    let named = Set(rows.flatMap(folders))
    let all = try ["", "mopac/"].flatMap { program in
      let folder = golden.appending(path: program).path(percentEncoded: false)
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { program + $0 }
    }
    let failing = all.filter { text("\($0)/expected/failure.json") != nil }
    #expect(failing.filter { !named.contains($0) } == [])
    #expect(failing.count > 20)
  }

  @Test func whatWasAlteredIsSaidToBe() {
    for row in rows {
      for folder in folders(of: row) {
        let isAltered = text("\(folder)/input/how")?.hasPrefix("# Altered:") == true
        #expect(row.evidence.contains("(altered)") == isAltered, "\(folder)")
      }
    }
    #expect(rows.count { $0.evidence.contains("(altered)") } == 3)
  }

  @Test func everyTestThatIsNamedExists() {
    for name in rows.flatMap({ $0.names(/`(?<name>\w+Tests\.\w+)`/) }) {
      let parts = name.split(separator: ".")
      let exists = SourceTree.tests.contains { file in
        file.lines.contains { $0.contains("struct \(parts[0]) ") }
          && file.lines.contains { $0.contains("func \(parts[1])(") }
      }
      #expect(exists, "There is no test \(name).")
    }
  }
}
