import Chemistry
import Foundation
import Testing

/// The sessions of the guides: what the reader types, and what the page shows.
///
/// Each page runs in a folder of its own, beside the repository's `Campaigns`, as its reader would from the repository.
@Suite struct GuideSessionTests {
  private static let pages = [
    "install.md", "first-campaign.md", "your-molecules.md", "several-objectives.md", "your-own-program.md",
    "laboratory.md", "learning-from-little.md", "without-a-campaign.md", "clusters.md", "screens.md", "polymers.md",
    "compositions.md", "dashboard.md", "reading-the-record.md", "scripts.md", "troubleshooting.md",
  ]

  /// Whether the pages were made with this RDKit. By another one features and drawn molecules differ, and so other molecules
  /// are chosen: what a page shows is then not compared, but each of its commands must still run to its end.
  private static let isPagesRDKit = ChemistryVersion.rdkit.hasPrefix("2022.09")

  @Test func everyGuideIsTested() throws {
    let index = GuideSession.root.appending(path: "Documentation/guide.md")
    let text = try String(contentsOf: index, encoding: .utf8)
    let guides = text.components(separatedBy: "\n").compactMap { line in
      line.firstMatch(of: /^\d+\. \[.+?\]\((.+?\.md)\)/).map { String($0.output.1) }
    }
    #expect(guides == Self.pages)
  }

  @Test(arguments: pages)
  func whatAGuideShowsIsWhatHappens(_ page: String) throws {
    let folder = try TemporaryFolder()
    try copyCampaigns(to: folder)
    let programs = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path(percentEncoded: false)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let steps = try GuideSession(page: page).steps
    #expect(!steps.isEmpty)
    var status: Int32 = 0
    for step in steps {
      switch step {
      case .file(let name, let text): try folder.write(text, to: name)
      case .command(let command, let shown, let line):
        try writeWhatIsShown(command, shown, in: folder)
        // The status of the last command is what `$?` says; stdout and stderr come together, as on a terminal.
        let ending = try Program.shell(
          "exec 2>&1; (exit \(status)); \(command)", in: folder, environment: ["PATH": "\(programs):\(path)"])
        guard case .exited(let number) = ending.cause else {
          Issue.record("\(page):\(line): $ \(command)\n\(ending)")
          return
        }
        status = number
        if Self.isPagesRDKit, let difference = GuideOutput.firstDifference(shown: shown, printed: ending.output) {
          let wanted = difference < shown.count ? shown[difference] : "(the end)"
          Issue.record(
            "\(page):\(line): $ \(command)\nThe page shows: \(wanted)\nIt printed:\n\(ending.output)")
        }
      }
    }
  }

  /// Copies the campaign files and what they name, without the databases of campaigns that somebody ran.
  private func copyCampaigns(to folder: TemporaryFolder) throws {
    let source = GuideSession.root.appending(component: "Campaigns")
    let copy = URL(fileURLWithPath: folder.file("Campaigns"))
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path(percentEncoded: false))
    where !name.contains(".sqlite") {
      try FileManager.default.copyItem(at: source.appending(component: name), to: copy.appending(component: name))
    }
  }

  /// A reader makes a file that the page shows by `cat`.
  private func writeWhatIsShown(_ command: String, _ shown: [String], in folder: TemporaryFolder) throws {
    let words = command.split(separator: " ").map(String.init)
    guard words.count == 2, words[0] == "cat", !FileManager.default.fileExists(atPath: folder.file(words[1])) else {
      return
    }
    try folder.write(shown.joined(separator: "\n") + "\n", to: words[1])
  }
}

/// How the sessions of the guides are compared.
@Suite struct GuideOutputTests {
  @Test(arguments: [
    ("gap 1.389 eV", "gap 1.391 eV"), ("25 hits", "25 hits"), ("1.0/s  done", "1.1/s done"),
    ("took … s", "took 3.25 s"), ("xtb 6.5.1", "xtb 6.7.1"), ("command 1cf0db64a1f74f0d:", "command 00f0db64a1f74fff:"),
    ("error −2.16", "error −2.15"), ("R²  0.825", "R² 0.826"), ("100 molecules", "101 molecules"),
  ])
  func whatIsNearEnoughMatches(shown: String, printed: String) { #expect(GuideOutput.matches(shown, printed)) }

  @Test(arguments: [
    ("gap 1.389 eV", "gap 1.489 eV"), ("25 hits", "26 hits"), ("c1ccccc1", "c2ccccc2"), ("gap 1.0 eV", "gap one eV"),
    ("all", "all of it"),
  ])
  func whatIsNotDoesNot(shown: String, printed: String) { #expect(!GuideOutput.matches(shown, printed)) }

  @Test func linesMayBeLeftOut() {
    let printed = "one\ntwo\nthree\nfour\n"
    #expect(GuideOutput.firstDifference(shown: ["one", "[…]", "four"], printed: printed) == nil)
    #expect(GuideOutput.firstDifference(shown: ["[…]"], printed: printed) == nil)
    #expect(GuideOutput.firstDifference(shown: [], printed: "") == nil)
    #expect(GuideOutput.firstDifference(shown: ["one", "four"], printed: printed) == 1)
    #expect(GuideOutput.firstDifference(shown: ["one", "[…]", "five"], printed: printed) == 2)
    #expect(GuideOutput.firstDifference(shown: ["one", "[…]", "two"], printed: printed) == 3)
  }
}
