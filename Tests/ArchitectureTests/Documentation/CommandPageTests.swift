import Foundation
import Testing

/// The commands and options in README and Documentation, held to the help texts, which are snapshots of the end-to-end
/// tests.
@Suite struct CommandPageTests {
  /// The help texts by command: "", "run", "models list".
  private let help: [String: String]
  private let pages: [Page]

  init() throws {
    let folder = SourceTree.root.appending(path: "Tests/EndToEndTests/Snapshots")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
    help = try names.reduce(into: [:]) { texts, name in
      let stem = String(name.dropLast(".txt".count))
      let command = stem == "cohobate" ? "" : stem.replacing("-", with: " ")
      texts[command] = try String(contentsOf: folder.appending(component: name), encoding: .utf8)
    }
    pages = try Page.all().filter { $0.path == "README.md" || $0.path.hasPrefix("Documentation/") }
  }

  @Test func everyCommandIsInTheTableOfREADMEAndNoOther() throws {
    let rows = try Page("README.md").section("Commands").tableRows.compactMap(\.first)
    let named = rows.flatMap(\.codeSpans).compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    #expect(Set(named) == Set(help.keys.filter { !$0.isEmpty && !$0.contains(" ") }))
  }

  @Test func everySubcommandIsNamedInTheDocumentation() {
    let texts = pages.map(\.flowingText)
    for command in help.keys where command.contains(" ") {
      let words = command.split(separator: " ").map(String.init)
      let isNamed = texts.contains { text in
        text.contains("cohobate \(command)") || text.contains("`\(command)")
          // "`corpus train`, `sample`, `perplexity`, `merge`"
          || (text.contains("`\(words[0]) ") && text.contains("`\(words[1])`"))
      }
      #expect(isNamed, "No page names 'cohobate \(command)'.")
    }
  }

  @Test func theTableOfJSONHasEveryCommandThatGivesIt() throws {
    let rows = try Page("Documentation/scripts.md").section("JSON").tableRows.compactMap(\.first)
    let cells = rows.map { $0.replacing("--format json", with: "") }
    for (command, text) in help where text.contains("--json ") {
      let words = command.split(separator: " ").map(String.init)
      // "`models list`, `show`": the second word alone follows in the same row.
      let isListed = cells.contains { cell in
        let spans = cell.codeSpans.map { $0.trimmingCharacters(in: .whitespaces) }
        return spans.contains(command)
          || (words.count == 2 && spans.contains(words[1]) && spans.contains { $0.hasPrefix(words[0] + " ") })
          || (words.count == 2 && words[1] == "list" && spans.contains(words[0]))
      }
      let isGroup = help.keys.contains { $0.hasPrefix(command + " ") }
      #expect(isListed || isGroup || command.isEmpty, "\(command)")
    }
  }

  /// In a command line of the pages, each option belongs to its command.
  @Test func everyOptionThatIsShownExists() throws {
    let general = ["--help", "--version", "--generate-completion-script"]
    var count = 0
    for page in pages {
      for line in page.lines {
        let shown = line.codeSpans + (line.trimmingCharacters(in: .whitespaces).hasPrefix("$ ") ? [line] : [])
        for text in shown {
          for part in text.split(whereSeparator: { "|;&".contains($0) }) {
            let words = part.split(separator: " ").map(String.init)
            guard let place = words.firstIndex(of: "cohobate"), words.indices.contains(place + 1) else { continue }
            let (name, pair) = (words[place + 1], words[(place + 1)...].prefix(2).joined(separator: " "))
            guard let known = help[pair] ?? help[name] else { continue }
            for option in words[place...] where option.hasPrefix("--") && !general.contains(option) {
              count += 1
              let bare = option.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
              #expect(known.contains(bare + " ") || known.contains(bare + "\n"), "\(page): \(line)")
            }
          }
        }
      }
    }
    #expect(count > 40)
  }
}
