import Foundation

/// A Markdown page of the repository.
struct Page: CustomStringConvertible {
  /// The path below the package's folder.
  let path: String
  let lines: [String]

  init(_ path: String) throws {
    self.path = path
    lines = try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8).components(separatedBy: "\n")
  }

  /// The pages that people read: README, CONTRIBUTING, CHANGELOG, the benchmarks' page, and all of Documentation.
  static func all() throws -> [Page] {
    let folder = SourceTree.root.appending(path: "Documentation").path(percentEncoded: false)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
    let others = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Benchmarks/README.md"]
    return try (others + names.map { "Documentation/\($0)" }).map { try Page($0) }
  }

  var description: String { path }

  /// The lines outside fences, with their numbers from 1.
  var prose: [(number: Int, text: String)] {
    zip(lines.indices, isProse).filter(\.1).map { ($0.0 + 1, lines[$0.0]) }
  }

  /// The headings, without their marks.
  var headings: [String] { prose.filter { $0.text.hasPrefix("#") }.map(\.text.headingText) }

  /// For each line whether it is outside fences.
  private var isProse: [Bool] {
    var isFenced = false
    return lines.map { line in
      guard line.trimmingCharacters(in: .whitespaces).hasPrefix("```") else { return !isFenced }
      isFenced.toggle()
      return false
    }
  }

  /// The whole text with every run of white space as one space, so that a sentence is found across lines.
  var flowingText: String { lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Whether a sentence, or a part of one, is on the page.
  func says(_ sentence: String) -> Bool { flowingText.contains(sentence) }

  /// The lines below a heading, up to the next heading of the same or a higher level. The heading is this text, or this
  /// text and more after a colon.
  func section(_ heading: String) -> [String] {
    let heads = zip(lines.indices, isProse).filter { $0.1 && lines[$0.0].hasPrefix("#") }.map(\.0)
    let start = heads.first { lines[$0].headingText == heading || lines[$0].headingText.hasPrefix(heading + ":") }
    guard let start else { return [] }
    let end = heads.first { $0 > start && lines[$0].headingLevel <= lines[start].headingLevel }
    return Array(lines[(start + 1)..<(end ?? lines.endIndex)])
  }
}

extension String {
  fileprivate var headingText: String { drop { $0 == "#" }.trimmingCharacters(in: .whitespaces) }
  fileprivate var headingLevel: Int { prefix { $0 == "#" }.count }

  /// The cells of a row of a table; nil for other lines, and for the line below a table's head.
  var tableCells: [String]? {
    let line = trimmingCharacters(in: .whitespaces)
    guard line.hasPrefix("|"), line.hasSuffix("|"), line.count > 1, !line.hasPrefix("|-") else { return nil }
    let mark = "\u{1}"
    return line.dropFirst().dropLast().replacing("\\|", with: mark).components(separatedBy: "|").map {
      $0.trimmingCharacters(in: .whitespaces).replacing(mark, with: "|")
    }
  }

  /// What is written as code.
  var codeSpans: [String] { matches(of: /`([^`]+)`/).map { String($0.output.1) } }
}

extension [String] {
  /// The rows of the tables in these lines, without their heads.
  var tableRows: [[String]] {
    indices.compactMap { index in
      let isHead = index + 1 < endIndex && self[index + 1].hasPrefix("|-")
      return isHead ? nil : self[index].tableCells
    }
  }
}
