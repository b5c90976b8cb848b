import Chemistry
import Foundation
import Testing

@Suite struct MoleculeFilterTests {
  @Test(arguments: [
    (MoleculeFilter(required: ["c1cc"]), "c1cc"), (MoleculeFilter(forbidden: ["C", "[N+"]), "[N+"),
    (MoleculeFilter(forbidden: [""]), "1 to 500 characters"), (MoleculeFilter(forbidden: ["C C"]), "no white space"),
    (MoleculeFilter(allowedElements: ["C", "Qq"]), "'Qq'"), (MoleculeFilter(allowedElements: ["C", "c"]), "'c'"),
    (MoleculeFilter(allowedElements: []), "empty"), (MoleculeFilter(heavyAtoms: -2...0), "0 heavy atoms"),
    (MoleculeFilter(molecularWeight: -1...0), "weighs"), (MoleculeFilter(maximumRingSize: 2), "smallest ring"),
  ])
  func aFilterThatCannotBeMeantIsNamed(filter: MoleculeFilter, named: String) {
    let error = #expect(throws: ChemistryError.self) { try filter.validated() }
    #expect(error?.description.contains(named) == true, "\(error?.description ?? "")")
  }

  @Test func aSensibleFilterIsValid() throws {
    let filter = MoleculeFilter(
      allowedElements: ["H", "C", "N", "O", "Cl"], heavyAtoms: 1...22, molecularWeight: 16...400, maximumRingSize: 7,
      required: ["c"], forbidden: ["[N+](=O)[O-]", "[#6;r3]"], catalogues: [.pains, .brenk])
    try filter.validated()
    try MoleculeFilter().validated()
    let data = try JSONEncoder().encode(filter)
    #expect(try JSONDecoder().decode(MoleculeFilter.self, from: data) == filter)
  }

  @Test func askingTheFilterIsAskingItCompiled() throws {
    let filter = MoleculeFilter(forbidden: ["C#N"])
    for smiles in ["CC#N", "CCO"] {
      let molecule = try Molecule(smiles: smiles)
      #expect(try filter.rejection(of: molecule) == filter.compiled().rejection(of: molecule))
    }
    #expect(throws: ChemistryError.self) { try MoleculeFilter(forbidden: ["(("]).rejection(of: Molecule(smiles: "C")) }
  }
}
