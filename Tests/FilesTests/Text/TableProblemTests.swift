import Files
import Testing

@Suite struct TableProblemTests {
  @Test(arguments: [
    ("", "is empty"), ("\n \r\n", "is empty"), ("\u{FEFF}", "is empty"), ("smiles;gap\nCCO;2,5\n", "by ';'"),
    ("\nsmiles\tgap\nCCO\t2.5\n", "by tabs"),
  ])
  func whatIsNoTableIsSaid(text: String, says: String) {
    #expect(tableProblem(text)?.contains(says) == true)
  }

  @Test(arguments: ["smiles\nCCO\n", "smiles,gap\n", "smiles,\"a;b\"\nCCO,1\n", "\u{FEFF}smiles,gap\r\nCCO,1\r\n"])
  func whatMayBeOneIsLeftToTheReader(text: String) {
    #expect(tableProblem(text) == nil)
  }
}
