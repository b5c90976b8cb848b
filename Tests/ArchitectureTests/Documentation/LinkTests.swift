import Foundation
import Testing

/// Every link, anchor and file name in the pages leads somewhere.
@Suite struct LinkTests {
  /// The links of a page: `[text](target)`, with the line. SMILES in code may look like one.
  private func links(of page: Page) -> [(number: Int, target: String)] {
    page.prose.flatMap { line in
      line.text.replacing(/`[^`]*`/, with: "code").matches(of: /\]\(([^)\s]+)\)/).map {
        (line.number, String($0.output.1))
      }
    }
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: SourceTree.root.appending(path: path).path(percentEncoded: false))
  }

  /// The path below the package's folder of a target that a page names.
  private func resolved(_ target: String, from page: Page) -> String {
    let folder = page.path.split(separator: "/").dropLast().map(String.init)
    return target.split(separator: "/").map(String.init).reduce(into: folder) { parts, part in
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }.joined(separator: "/")
  }

  /// GitHub's anchor of a heading.
  private func anchor(_ heading: String) -> String {
    let kept = heading.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || " -_".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(kept)).replacing(" ", with: "-")
  }

  @Test func everyLinkLeadsToAFileAndItsAnchorToAHeading() throws {
    var count = 0
    for page in try Page.all() {
      for link in links(of: page) where !link.target.contains("://") {
        count += 1
        let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].isEmpty ? page.path : resolved(parts[0], from: page)
        guard exists(path) else {
          Issue.record("\(page):\(link.number) links to \(link.target), which does not exist.")
          continue
        }
        if parts.count > 1 {
          let headings = try Page(path).headings.map(anchor)
          #expect(headings.contains(parts[1]), "\(page):\(link.number): no heading has the anchor \(link.target).")
        }
      }
    }
    #expect(count > 200)
  }

  /// Code such as `Campaigns/amines.smi` or `Sources/Calculation/Calculators.swift` names a file of the repository.
  @Test func everyFileThatIsNamedExists() throws {
    let folders = ["Benchmarks/", "Campaigns/", "Documentation/", "Sources/", "Tests/"]
    for page in try Page.all() where page.path != "CHANGELOG.md" {
      for line in page.prose {
        for name in line.text.codeSpans where folders.contains(where: name.hasPrefix) {
          let isPattern = name.contains("NAME") || name.contains("NNNN") || name.contains(" ") || name.contains("*")
          // A path's last part may be one of the files that a campaign makes.
          let isMade = [".sqlite", ".sqlite.lock", "-random.yaml"].contains(where: name.hasSuffix)
          if !isPattern && !isMade { #expect(exists(name), "\(page):\(line.number) names \(name).") }
        }
      }
    }
  }

  @Test func everyPageIsReachedFromTheIndex() throws {
    let index = try Page("Documentation/guide.md")
    let linked = Set(links(of: index).map { resolved($0.target, from: index) })
    for page in try Page.all() where page.path.hasPrefix("Documentation/") && page.path != index.path {
      let isDecision = page.path.hasPrefix("Documentation/decisions/")
      #expect(isDecision || linked.contains(page.path), "No link of the index leads to \(page).")
    }
    let readme = try Page("README.md")
    #expect(links(of: readme).contains { $0.target.hasPrefix("Documentation/guide.md") })
  }

  /// A page that begins with a list of its sections has all of them, in their order.
  @Test func everyListOfSectionsIsWhole() throws {
    for page in try Page.all() where page.path.hasPrefix("Documentation/") {
      let first = page.lines.firstIndex { $0.hasPrefix("## ") } ?? page.lines.endIndex
      let listed = page.lines[..<first].compactMap {
        $0.wholeMatch(of: /- \[(.+)\]\(#.+\)/).map { String($0.output.1) }
      }
      guard listed.count > 1 else { continue }
      let sections = page.prose.filter { $0.text.hasPrefix("## ") }.map { String($0.text.dropFirst(3)) }
      #expect(listed == sections, "\(page)")
    }
  }
}
