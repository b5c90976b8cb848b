import Foundation
import Testing

/// Rules of the house that no compiler holds.
@Suite struct StyleTests {
  /// Whatever draws without a given stream cannot be repeated.
  @Test func allRandomnessComesFromSeededStreams() {
    let unseeded = [
      "SystemRandomNumberGenerator", ".random(", ".shuffled()", ".shuffle()", ".randomElement()", "arc4random",
    ]
    for file in SourceTree.sources {
      for line in file.code {
        for word in unseeded where line.text.contains(word) && !line.text.contains("using:") {
          Issue.record("\(file):\(line.number) draws without a stream: \(word)")
        }
      }
    }
  }

  @Test func everyFileIsShort() {
    for file in SourceTree.sources + SourceTree.tests {
      #expect(file.lines.count <= 450, "\(file) has \(file.lines.count) lines.")
    }
  }

  @Test func everyPublicDeclarationIsDocumented() {
    let kinds = [
      "actor", "associatedtype", "case", "class", "enum", "func", "init", "init?", "let", "macro", "operator",
      "protocol",
      "static", "struct", "subscript", "typealias", "var",
    ]
    for file in SourceTree.sources {
      for (index, line) in file.lines.enumerated() {
        let words = line.split(whereSeparator: { " (<:".contains($0) }).map(String.init)
        let isPublic =
          words.first == "public" || (words.first?.hasPrefix("@") == true && words.dropFirst().first == "public")
        guard isPublic, words.contains(where: kinds.contains), !words.contains("import") else { continue }
        #expect(file.isDocumented(line: index), "\(file):\(index + 1) has no comment: \(line)")
      }
    }
  }
}

extension SourceFile {
  /// Whether a comment stands above a line, attributes aside. Members that a protocol asks for may go without: their
  /// meaning is the protocol's.
  fileprivate func isDocumented(line index: Int) -> Bool {
    let above = lines[..<index].last { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("@") } ?? ""
    return above.trimmingCharacters(in: .whitespaces).hasPrefix("///")
  }
}
