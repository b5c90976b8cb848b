import MolecularDesign
import Testing

@Suite struct SMILESLinesTests {
  @Test func rowsMayBeUnevenAndFieldsQuoted() throws {
    let text = "\u{FEFF}smiles,name\r\n\"CC\",\"two, \"\"say\"\"\"\r\n\nN\nO,water,more\n"
    #expect(
      try SMILESLines.rows(of: text, path: "x.csv", column: nil) == [
        SMILESLine(number: 2, smiles: "CC", name: "two, \"say\""), SMILESLine(number: 4, smiles: "N", name: nil),
        SMILESLine(
          number: 5, smiles: "O", name: "water",
          problem: "the row has 3 fields, but the header has 2; put texts with commas in quotation marks"),
      ])
  }

  @Test func aQuotationMarkThatIsNeverClosedIsNamed() {
    let error = #expect(throws: DesignError.self) {
      try SMILESLines.rows(of: "smiles,name\nC,\"methane\nN,ammonia\n", path: "x.csv", column: nil)
    }
    #expect(error?.description.hasPrefix("The file x.csv cannot be used. Line 2 opens a quotation mark") == true)
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
