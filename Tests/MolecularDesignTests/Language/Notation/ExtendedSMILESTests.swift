import Chemistry
import MolecularDesign
import Testing

@Suite struct ExtendedSMILESTests {
  @Test(arguments: [
    ("CCO", "CCO!"), ("Cc1ccccc1", "Cc&ccccc0!"), ("C12CC1C2", "C&&CC1C0!"), ("CC(=O)OCl", "CC(=O)OCl!"),
    ("C=1CCCCC1", "C&CCCCC=0!"), ("[13CH3]C#N", "[13CH3]C#N!"), ("*CC(*)c1ccccc1", "*CC(*)c&ccccc0!"),
    ("F/C=C/F", "F/C=C/F!"),
  ]) func smilesIsReadAsExtendedSMILES(smiles: String, extended: String) throws {
    #expect(try ExtendedSMILES(smiles: smiles).description == extended)
  }

  @Test func ringNumbersAreReusedAndGoBeyondNine() throws {
    #expect(try ExtendedSMILES(smiles: "C%10CC%10C3CC3").smiles == "C1CC1C1CC1")
    let cage = "[U]123456789%10" + (1...9).map { "CC\($0)" }.joined() + "CC%10"
    let read = try ExtendedSMILES(smiles: cage)
    #expect(read.smiles.contains("%10"))
    #expect(try Molecule(smiles: read.smiles) == Molecule(smiles: cage))
  }

  @Test func everyCorpusMoleculeIsWrittenBack() throws {
    for molecule in try Corpus.builtIn().molecules {
      let written = try ExtendedSMILES(smiles: molecule.smiles).smiles
      #expect(try Molecule(smiles: written) == molecule)
    }
  }
}
