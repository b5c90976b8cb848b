import Chemistry
import Testing

@Suite struct ChemistryErrorTests {
  @Test(arguments: [
    (ChemistryError.invalidSMILES(smiles: "C(", reason: "r"), "The SMILES 'C(' cannot be read: r."),
    (.invalidSMARTS(smarts: "[", reason: "r"), "The SMARTS pattern '[' cannot be used: r."),
    (.invalidFilter(reason: "r"), "The molecule filter cannot be used: r."),
    (.conformers(smiles: "C", reason: "r"), "No conformer of 'C' could be made: r."),
    (.embeddingStopped(smiles: "C", isTooLong: true), "The embedding of 'C' was stopped after 300 s."),
    (.invalidGeometry(reason: "r"), "The geometry cannot be used: r."),
    (.invalidDrawing(reason: "r"), "The drawing cannot be made: r."),
    (.unknownRepresentation(name: "x", reason: "r"), "The representation 'x' cannot be used: r."),
    (
      .missingData(path: "/a", reason: "r"),
      "RDKit's file '/a' cannot be used: r. Install Debian's package rdkit-data, or let RDBASE name the folder that holds "
        + "RDKit's folders Data and Contrib."
    ),
    (.failed(operation: "re-rooting", smiles: "C", reason: "r"), "The re-rooting of 'C' failed: r."),
  ])
  func everyErrorIsASentence(error: ChemistryError, sentence: String) {
    #expect(error.description == sentence)
  }

  @Test func longAndUnprintableTextIsShortened() {
    let error = ChemistryError.invalidSMILES(smiles: "a\nb\u{0}" + String(repeating: "C", count: 1000), reason: "r")
    #expect(error.description == "The SMILES 'a�b�\(String(repeating: "C", count: 76))…' cannot be read: r.")
  }
}
