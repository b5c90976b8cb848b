import Tables
import Testing

/// The titles in Documentation/tables.md, held to the tables that the program writes.
@Suite struct TablesPageTests {
  @Test func everyWrittenTableIsListedWithItsTitles() throws {
    let rows = try Page("Documentation/tables.md").section("Tables that Cohobate writes").tableRows
    #expect(rows.compactMap { $0.first?.codeSpans.first } == WrittenTable.all.map(\.command))
    for (row, table) in zip(rows, WrittenTable.all) {
      #expect(row.last?.codeSpans == table.columns.compactMap(\.title), "\(table.command)")
    }
  }
}
