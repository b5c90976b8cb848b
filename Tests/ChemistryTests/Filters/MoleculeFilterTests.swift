import Chemistry
import Foundation
import Testing

@Suite struct MoleculeFilterTests {
  @Test func aSensibleFilterIsValid() throws {
    let filter = MoleculeFilter(
      allowedElements: ["H", "C", "N", "O", "Cl"], heavyAtoms: 1...22, molecularWeight: 16...400, maximumRingSize: 7,
      required: ["c"], forbidden: ["[N+](=O)[O-]", "[#6;r3]"], scaffolds: ["*c1ccccc1"],
      catalogues: [.pains, .brenk], known: KnownMolecules(canonicalSMILES: ["C"]), minimumDistance: 0.3,
      limits: [.logP: FilterLimit(most: 5), .rings: FilterLimit(least: 1, most: 3)])
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
