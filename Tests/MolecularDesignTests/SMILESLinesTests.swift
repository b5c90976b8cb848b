import MolecularDesign
import Testing

@Suite struct SMILESLinesTests {
  @Test func fieldsAreReadAsRFC4180HasThem() {
    let text = "\u{FEFF}a,\"b,c\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",,x\n\nlast,\"\""
    let rows = Array(CommaSeparatedRows(text))
    #expect(rows.map(\.fields) == [["a", "b,c", "say \"hi\""], ["two\nlines", "", "x"], [""], ["last", ""]])
    #expect(rows.map(\.line) == [1, 2, 4, 5])
  }

  @Test func anExactColumnNameGoesBeforeOneInOtherCapitals() throws {
    let rows = try SMILESLines.rows(of: "SMILES,smiles\nC,N\n", path: "x.csv", column: nil)
    #expect(rows == [SMILESLine(number: 2, smiles: "N", name: nil)])
  }

  @Test(arguments: ["", "smiles;name\nC;methane\n"])
  func aTextThatIsNoTableIsRefused(text: String) {
    let error = #expect(throws: DesignError.self) { try SMILESLines.rows(of: text, path: "x.csv", column: nil) }
    #expect(error?.description.hasPrefix("The file x.csv cannot be used. The ") == true)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstMolecule() {
    #expect(SMILESLines.lines(of: "\u{FEFF}CCO ethanol\r\n") == [SMILESLine(number: 1, smiles: "CCO", name: "ethanol")])
    #expect(SMILESLines.lines(of: "\u{FEFF}# none\n").isEmpty)
  }

  @Test func commentsAndEmptyLinesKeepTheirNumbers() {
    let lines = SMILESLines.lines(of: "# head\r\n\r\n  CC\tname of it \r\nN")
    #expect(
      lines == [
        SMILESLine(number: 3, smiles: "CC", name: "name of it"), SMILESLine(number: 4, smiles: "N", name: nil),
      ])
  }
}
