import Foundation
import Testing

/// The paths of CONTRIBUTING.md, as they stand: their examples are compiled, and their lists are where it says.
@Suite struct ContributingTests {
  private let page: Page

  init() throws { page = try Page("CONTRIBUTING.md") }

  /// Swift code without imports and white space: an example compiles elsewhere with other imports and indentation.
  private func bare(_ lines: some Sequence<String>) -> String {
    lines.filter { $0.firstMatch(of: #/^\s*(public |internal )?import\s/#) == nil }.joined().filter { !$0.isWhitespace }
  }

  private var examples: [String] {
    var examples: [[String]] = []
    var isExample = false
    for line in page.lines {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("```") {
        isExample = text == "```swift"
        if isExample { examples.append([]) }
      } else if isExample {
        examples[examples.count - 1].append(line)
      }
    }
    // An item of a list ends with a comma, except the last.
    return examples.map(bare).map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
  }

  @Test func everyExampleIsCompiledInATest() {
    let files = SourceTree.tests.filter { $0.path.contains("/Contributing/") }.map { bare($0.lines) }
    #expect(examples.count >= 9)
    for example in examples {
      #expect(files.contains { $0.contains(example) }, "No file of a folder Contributing in Tests has: \(example)")
    }
  }

  /// "`Calculators.all` in `Sources/Calculation/Calculators.swift`"
  @Test func everyListIsInTheFileThatIsNamed() throws {
    let places = page.flowingText.matches(of: /`(\w+)\.all` in `(Sources\/[^`]+\.swift)`/)
    #expect(places.count >= 3)
    for place in places {
      let file = try #require(SourceTree.sources.first { $0.path == String(place.output.2) })
      let isThere = file.lines.contains { $0.contains("enum \(place.output.1)") }
      #expect(isThere && file.lines.contains { $0.contains("static let all") }, "\(place.output.0)")
    }
  }

  /// The table of what `make` does, and the Makefile's own.
  @Test func everyTargetOfMakeIsInTheTableAndNoOther() throws {
    let rows = page.section("Set up").tableRows.compactMap(\.first).flatMap(\.codeSpans)
    let named = rows.map { $0.replacing("make ", with: "") }.filter { $0 != "make" }
    let makefile = try Page("Makefile").lines
    let targets = makefile.compactMap { $0.firstMatch(of: #/^([a-z]+):.*##\s/#).map { String($0.output.1) } }
    #expect(Set(named) == Set(targets).subtracting(["help"]))
  }
}
