import Chemistry
import Testing

@Suite struct SMILESSyntaxTests {
  @Test(arguments: [
    ("InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3", "it is an InChI"), ("LFQSCWFLJHTTHZ-UHFFFAOYSA-N", "it is an InChIKey"),
    ("", "it is empty"), ("CC O", "white space"), ("CC\n", "white space"), ("C\u{0}C", "U+0"), ("Cé", "U+E9"),
    ("C\u{FFFD}", "U+FFFD"), ("c1ccc", "ring closure 1 is opened but not closed"), ("C%12CC", "ring closure 12"),
    ("CC(C", "a parenthesis is not closed"), ("CC)C", "a parenthesis is closed that was not opened"),
    ("C[NH3+", "a square bracket is not closed"), ("C]", "a square bracket is closed"), ("C%1", "two digits"),
    ("xyz", "its syntax is not that of SMILES"),
    ("[Xx]", "syntax"), ("C[[CH3]]", "inside another"), ("C=%10CCC%10C1", "ring closure 1 is opened"),
  ])
  func wrongTextIsRefusedWithItsReason(text: String, reason: String) {
    let error = #expect(throws: ChemistryError.self) { try Molecule(smiles: text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    let text = String(decoding: [0x43, 0xFF, 0xFE, 0x43] as [UInt8], as: UTF8.self)
    #expect(throws: ChemistryError.self) { try Molecule(smiles: text) }
  }
}
