import Foundation

/// The tables of the modules in README.md, under "Code layout". Package.swift says which module depends on which; the
/// tests hold the two to each other, and the sources to both.
struct House {
  /// A row: `| [name](folder) | one line | foreign modules |`.
  struct Row {
    let name: String
    /// The modules of other libraries that it alone imports.
    let foreign: Set<String>

    init?(_ line: Substring) {
      let cells = line.split(separator: "|").map(String.init)
      guard cells.count >= 3, let name = cells[0].firstMatch(of: /\[`(.+)`\]\(Sources\/(.+)\)/), name.1 == name.2 else {
        return nil
      }
      self.name = String(name.1)
      foreign = Set(cells[2].matches(of: /`(\w+)`/).map { String($0.1) })
    }
  }

  /// The layers from top to bottom: each uses only those below it.
  let layers: [Row]
  /// The programs and tools beside them, which no layer uses.
  let others: [Row]

  /// All modules.
  var all: [Row] { layers + others }

  /// What comes with Swift, and may be used in every module.
  static let free: Set<String> = ["Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization"]

  /// The programs that are built with `cohobate` and lie beside it.
  static let bundledExecutables: Set<String> = ["cohobate-keeper", "cohobate-pilot", "cohobate-xtb-worker"]

  /// Reads README.md.
  init() throws {
    let text = try String(contentsOf: SourceTree.root.appending(component: "README.md"), encoding: .utf8)
    let section = text.split(separator: "\n## ").first { $0.hasPrefix("Code layout") } ?? ""
    let tables = section.split(separator: "\n\n").map { $0.split(separator: "\n").compactMap(Row.init) }
      .filter { !$0.isEmpty }
    (layers, others) = (tables.first ?? [], tables.dropFirst().flatMap(\.self))
  }
}
