import Foundation
import Glibc
import Stores
import Testing

/// Calculations that campaigns share, made by a program that counts how often it is run.
@Suite struct CacheTests {
  private let campaign: TableCampaign
  private var folder: TemporaryFolder { campaign.folder }

  init() throws {
    campaign = try TableCampaign()
    let table = "calculator:\n  program: table\n  file: values.csv\n"
    let text = TableCampaign.text(calculations: 16)
    try #require(text.contains(table))
    try campaign.write(
      text.replacing(
        table,
        with: """
          calculator:
            program: command
            command: [sh, gap.sh, "{smiles}"]
            input: smiles
            properties: {gap: eV}

          """))
    // Molecules with nitrogen fail, and would again.
    try campaign.folder.write(
      """
      echo "$1" >> '\(campaign.folder.file("calls"))'
      case "$1" in
        *[Nn]*) echo '{"error": "It knows no nitrogen.", "failure_class": "input"}' ;;
        *) echo "{\\"properties\\": {\\"gap\\": ${#1}.25}}" ;;
      esac

      """, to: "gap.sh")
  }

  @Test func anotherCampaignFindsAllAndHasTheSameRows() throws {
    try run()
    #expect(try calls().count == 16)
    let report = try run(["--database", "other.sqlite", "--json"])
    #expect(try calls().count == 16, "something was calculated twice")
    #expect(report.output.contains(#""reused" : 16"#), "\(report)")
    let (first, other) = (try dump("search.sqlite"), try dump("other.sqlite"))
    #expect(first.rows == other.rows)
    #expect(first.rows.contains { $0.contains("It knows no nitrogen.") })
    #expect(first.reused.allSatisfy { $0 == 0 } && other.reused.allSatisfy { $0 == 1 })
  }

  @Test func withoutTheCacheAllIsCalculatedAndNothingKept() throws {
    try run(["--no-cache"])
    #expect(!FileManager.default.fileExists(atPath: folder.cache))
    try run(["--no-cache", "--database", "other.sqlite"])
    #expect(try calls().count == 32)
    try run(["--cache", "mine.sqlite", "--database", "third.sqlite"])
    #expect(!FileManager.default.fileExists(atPath: folder.cache))
    #expect(FileManager.default.fileExists(atPath: folder.file("mine.sqlite")))
  }

  @Test func aTableNeedsNoCache() throws {
    let campaign = try TableCampaign(calculations: 8)
    #expect(try campaign.run().cause == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: campaign.folder.cache))
  }

  @Test func killedAndGoneOnWithItHasTheRowsOfARunNeverKilled() throws {
    try run(["--no-cache", "--database", "whole.sqlite"])
    for lines in [3, 6, 9] {
      let running = try RunningProgram(["run", TableCampaign.fileName], in: folder)
      guard running.run(lines: lines) else { continue }
      _ = running.end(by: SIGKILL)
    }
    try run()
    let (whole, killed) = (try dump("whole.sqlite"), try dump("search.sqlite"))
    #expect(whole.rows == killed.rows)
    #expect(killed.reused.allSatisfy { $0 == 0 }, "a run found its own calculation made by another")
  }

  @Test func twoCampaignsAtOnceEndAsOneAlone() throws {
    let first = try RunningProgram(["run", TableCampaign.fileName], in: folder)
    let second = try RunningProgram(["run", TableCampaign.fileName, "--database", "other.sqlite"], in: folder)
    let endings = [first.end(), second.end()]
    for ending in endings { #expect(ending.cause == .exited(0), "\(ending)") }
    #expect(try dump("search.sqlite").rows == dump("other.sqlite").rows)
  }

  @Test func aFileThatIsNoCacheStopsTheRunBeforeAnythingIsChanged() throws {
    try folder.write("a text that is no database, and is to stay as it is", to: "notes.txt")
    let before = try folder.contents()
    let ending = try Program.run(["run", TableCampaign.fileName, "--cache", "notes.txt"], in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.contains("'notes.txt' is not a cache of calculations.") == true, "\(ending)")
    #expect(ending.complaint?.contains("--no-cache") == true)
    #expect(try folder.contents() == before)
  }

  @Test func whatItHoldsIsShownAndPruned() throws {
    let nothing = try Program.run(["cache"], in: folder)
    #expect(nothing.output == "\(folder.cache) holds nothing.\n")
    try run()
    let list = try Program.run(["cache"], in: folder).output
    #expect(list.contains("\(folder.cache): 16 molecules ("), "\(list)")
    #expect(list.contains("\ncommand ") && list.contains("custom (sh gap.sh {smiles})"), "\(list)")
    let none = try Program.run(["cache", "prune", "--older-than", "1h"], in: folder)
    #expect(none.output.contains(": 0 molecules"), "\(none)")
    let all = try Program.run(["cache", "prune", "--calculator", "command"], in: folder)
    #expect(all.output.hasPrefix("removed from \(folder.cache): 16 molecules ("), "\(all)")
    #expect(try Program.run(["cache"], in: folder).output == nothing.output)
    try run(["--database", "other.sqlite"])
    #expect(try calls().count == 32)
  }

  @discardableResult
  private func run(_ options: [String] = []) throws -> Ending {
    let ending = try Program.run(["run", TableCampaign.fileName] + options, in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    return ending
  }

  /// The molecules that the program was started for.
  private func calls() throws -> [Substring] {
    try String(contentsOfFile: folder.file("calls"), encoding: .utf8).split(separator: "\n")
  }

  /// The rows of a record without times and reuse, and the reuse of each calculation.
  private func dump(_ name: String) throws -> (rows: [String], reused: [Int]) {
    let store = try CampaignStore.openReadOnly(at: folder.file(name))
    return (
      try store.dumpRows().map { $0.replacing("isReused=1", with: "isReused=0") },
      try store.calculations().map { $0.calculation.isReused ? 1 : 0 }
    )
  }
}
