import Foundation
import Testing

/// Each module has a landing page for DocC that leads to everything that other modules see of it.
///
/// `make documentation` checks the links themselves.
@Suite struct LandingPageTests {
  private static let programs: Set<String> = [
    "cohobate", "cohobate-xtb-worker", "BuildCorpus", "BuildLibrary", "Fuzz", "Benchmark",
  ]
  private static let modules = SourceTree.modules.filter { !programs.contains($0) }.sorted()

  /// The names that a module's topics link to, without the labels of arguments.
  private func linked(_ module: String) throws -> [String] {
    let page = try Page("Sources/\(module)/\(module).docc/\(module).md")
    #expect(page.lines.first == "# ``\(module)``")
    return page.section("Topics").compactMap { line in
      // A type with its module's name is linked as MODULE/TYPE.
      line.wholeMatch(of: /- ``([^`(]+)(\(.*\))?``/).map {
        String($0.output.1).replacing("\(module)/", with: "")
      }
    }
  }

  /// The names of the declarations at the top level of a module that other modules see.
  private func declared(_ module: String) -> Set<String> {
    let kinds = ["actor", "class", "enum", "func", "let", "protocol", "struct", "typealias", "var"]
    let lines = SourceTree.sources.filter { $0.module == module }.flatMap(\.lines)
    return Set(
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard !line.hasPrefix(" "), let access = words.firstIndex(where: { $0 == "public" || $0 == "package" }),
          words[..<access].allSatisfy({ $0.hasPrefix("@") }), !words.contains("import"),
          let kind = words.dropFirst(access).firstIndex(where: kinds.contains), kind + 1 < words.count
        else { return nil }
        return words[kind + 1].prefix { !"(<:=".contains($0) }.description
      })
  }

  @Test(arguments: modules)
  func theTopicsHaveEveryDeclarationAndNoOther(_ module: String) throws {
    let linked = try linked(module)
    // Swift's symbol graphs leave out what is called MODULEVersion, as if it were the header's constant.
    #expect(Set(linked) == declared(module).subtracting(["\(module)Version"]))
  }
}
