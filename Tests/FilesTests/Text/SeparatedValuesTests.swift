import Files
import Testing

@Suite struct SeparatedValuesTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEnding(ending: String) throws {
    let table = try SeparatedValues(["a, b", "1,2", "", "3,4"].joined(separator: ending) + ending)
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.fields) == [["1", "2"], ["3", "4"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func quotedFieldsAndByteOrderMark() throws {
    let table = try SeparatedValues("\u{FEFF}\"a\",b\n\"1,\"\"x\"\"\r\ny\",\"\"\n,5")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.fields) == [["1,\"x\"\ny", ""], ["", "5"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func aLastLineWithoutEnding() throws {
    #expect(try SeparatedValues("a\n1").rows.map(\.fields) == [["1"]])
    #expect(try SeparatedValues("a,b\n1,").rows.map(\.fields) == [["1", ""]])
    #expect(try SeparatedValues("a\n\"\"").rows.map(\.fields) == [[""]])
  }

  @Test(arguments: [
    ("", 1, "empty"), ("a,b\n1,2\n1,2,3\n", 3, "has 3 fields, but the header has 2"), ("a\n\"1\n\n", 2, "never closed"),
    ("a\n\"1\"2\n", 2, "after a closing"), ("a\n1\"2\"\n", 2, "within a field"),
  ])
  func whatIsMalformedIsNamedWithItsLine(text: String, line: Int, words: String) {
    let error = #expect(throws: SeparatedValues.Malformed.self) { try SeparatedValues(text) }
    #expect(error?.line == line)
    #expect(error?.description.contains(words) == true)
  }

  @Test func unevenRowsAreKeptWhereTheyAreAllowed() throws {
    let table = try SeparatedValues("a,b\n1\n1,2,3\n", allowsUnevenRows: true)
    #expect(table.rows.map(\.fields) == [["1"], ["1", "2", "3"]])
  }

  @Test func aColumnIsFoundByItsTitleElseInOtherCapitals() throws {
    let table = try SeparatedValues("SMILES,smiles,Gap\nC,N,1\n")
    #expect(table.column("smiles") == 1)
    #expect(table.column("SMILES") == 0)
    #expect(table.column("gap") == 2)
    #expect(table.column("dipole") == nil)
  }
}
