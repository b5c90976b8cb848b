import Acquisition
import Calculation
import Chemistry
import Foundation
import GRDB
import MolecularDesign
import Stores
import Testing
import TransferLearning

/// Documentation/record.md, held to the tables that the program makes and to the codes that it writes.
@Suite struct RecordPageTests {
  private struct Column: Hashable {
    let name: String
    let isKey: Bool
  }

  private let page: Page
  /// The sections of tables by name.
  private let sections: [String: [String]]

  init() throws {
    let page = try Page("Documentation/record.md")
    self.page = page
    let names = page.section("Tables").filter { $0.hasPrefix("### `") }.compactMap(\.codeSpans.first)
    sections = Dictionary(
      uniqueKeysWithValues: names.map { name in (name, page.section("`\(name)`")) })
  }

  /// The columns of each table of a new database.
  private func schema() throws -> [String: Set<Column>] {
    let folder = FileManager.default.temporaryDirectory.appending(component: "cohobate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(component: "new.sqlite").path(percentEncoded: false)
    let campaign = CampaignRecord(name: "new", specification: "name: new\n", seed: 1, createdAt: Date())
    try CampaignStore.create(at: path, campaign: campaign, versions: [], properties: []).close()
    let database = try DatabaseQueue(path: path)
    let rows = try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT tables.name AS inTable, columns.name AS name, columns.pk AS key
          FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
          WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND tables.name <> 'grdb_migrations'
          """)
    }
    try database.close()
    return Dictionary(
      grouping: rows.map { row in
        (table: row["inTable"] as String, column: Column(name: row["name"], isKey: (row["key"] as Int) > 0))
      }, by: \.table
    ).mapValues { Set($0.map(\.column)) }
  }

  @Test func everyTableAndColumnIsOnThePageAndNoOther() throws {
    let schema = try schema()
    #expect(Set(sections.keys) == Set(schema.keys))
    for (table, columns) in schema {
      let rows = (sections[table] ?? []).tableRows
      let described = rows.compactMap(\.first).flatMap { cell in
        cell.components(separatedBy: ", ").map { name in
          Column(name: name.filter { $0 != "*" && $0 != "`" }, isKey: name.hasPrefix("**"))
        }
      }
      #expect(Set(described) == columns, "\(table)")
      #expect(described.count == columns.count, "\(table) has a column twice.")
    }
  }

  /// What the page writes as code in the meaning of a column.
  private func codes(_ table: String, _ column: String) throws -> [String] {
    let row = (sections[table] ?? []).tableRows.first { $0.first?.codeSpans.contains(column) == true }
    return try #require(row).dropFirst().joined(separator: " ").codeSpans
  }

  @Test func theCodesAreThoseOfTheProgram() throws {
    #expect(Set(try codes("campaign", "endReason")) == Set(EndReason.allCases.map(\.rawValue)))
    #expect(Set(try codes("expectedGain", "kind")) == Set(ExpectedGain.Kind.allCases.map(\.rawValue)))
    #expect(Set(try codes("iteration", "policy")) == Set(IterationPolicy.allCases.map(\.rawValue)))
    #expect(Set(try codes("candidate", "decision")) == Set(CandidateDecision.allCases.map(\.rawValue)))
    #expect(Set(try codes("calculation", "state")) == Set(CalculationState.allCases.map(\.rawValue)))
    #expect(Set(try codes("attempt", "termination")) == Set(AttemptTermination.allCases.map(\.rawValue)))
    #expect(Set(try codes("calculation", "failureClass")) == Set(FailureClass.allCases.map(\.rawValue)))
    #expect(Set(try codes("transfer", "parts")) == Set(TransferModel.Part.allCases.map(\.rawValue)))
    let reasons = Rejection.Kind.allCases.map(\.rawValue) + ["indistinguishable"]
    #expect(Set(try codes("refusal", "reason")) == Set(reasons))
  }

  /// A step of the sampler that leaves the molecule as it is makes no candidate.
  @Test func theMovesAreThoseOfTheSamplerAndTheSearch() throws {
    let proposals: [any Proposal] = [
      Rerooting(), SuffixRegrowth(longestDeletion: 20), InnerRegrowth(longestDeletion: 8),
    ]
    let moves = proposals.filter { !$0.preservesMolecule }.map(\.name) + SearchMoves.all.map(\.name)
    #expect(Set(try codes("candidate", "move")) == Set(moves + ["corpus", "pool", "language model", "told"]))
  }

  @Test func asManyRejectedMoleculesAreKeptAsThePageSays() {
    #expect(page.says("At most \(DesignSettings().rejectionsKept) rejected molecules of an iteration are kept as rows"))
  }

  @Test func theTableOfFailureClassesHasEveryClass() throws {
    let rows = try Page("Documentation/troubleshooting.md").section("Calculations fail").tableRows
    #expect(Set(rows.compactMap(\.first).flatMap(\.codeSpans)) == Set(FailureClass.allCases.map(\.rawValue)))
  }
}
