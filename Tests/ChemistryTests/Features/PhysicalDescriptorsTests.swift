import Chemistry
import Foundation
import Testing

@Suite struct PhysicalDescriptorsTests {
  private func values(_ molecule: Molecule) throws -> [Double] {
    guard case .reals(let values) = try Representation.physicalDescriptors.features(of: molecule) else { return [] }
    return values
  }

  private func table(_ smiles: String) throws -> [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(PhysicalDescriptors.names, try values(Molecule(smiles: smiles))))
  }

  @Test func theListIsTheDocumentedOne() {
    #expect(PhysicalDescriptors.names.count == 117)
    #expect(Set(PhysicalDescriptors.names) == Set(referenceDescriptors.keys))
    #expect(PhysicalDescriptors.units.count == 117)
    let units = Dictionary(uniqueKeysWithValues: zip(PhysicalDescriptors.names, PhysicalDescriptors.units))
    #expect(units["MolWt"] == "g/mol")
    #expect(units["PEOE_VSA3"] == "Å²")
    #expect(units["MolMR"] == "cm³/mol")
    #expect(units["RingCount"] == "")
  }

  @Test(arguments: referenceMolecules.indices)
  func theNumbersAreThoseOfRDKitForPython(index: Int) throws {
    for (name, value) in try table(referenceMolecules[index]) {
      let reference = try #require(referenceDescriptors[name]?[index])
      #expect(abs(value - reference) <= 1e-7 * max(1, abs(reference)), "\(name) of \(referenceMolecules[index])")
    }
  }

  /// The same quantities by RDKit's own routines, which look for substructures in another way.
  @Test(arguments: variedMolecules)
  func whatIsComputedHereAgreesWithRDKit(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    let table = try table(smiles)
    let descriptors = try molecule.descriptors()
    #expect(abs(try #require(table["MolLogP"]) - descriptors.logP) < 1e-9)
    #expect(abs(try #require(table["TPSA"]) - descriptors.polarSurfaceArea) < 1e-9)
    #expect(table["NumHAcceptors"] == Double(descriptors.hydrogenBondAcceptorCount))
    #expect(table["NumHDonors"] == Double(descriptors.hydrogenBondDonorCount))
    #expect(table["NumRotatableBonds"] == Double(descriptors.rotatableBondCount))
    #expect(table["RingCount"] == Double(molecule.ringCount))
    #expect(table["HeavyAtomCount"] == Double(molecule.heavyAtomCount))
    #expect(abs(try #require(table["MolWt"]) - molecule.molecularWeight) < 1e-9)
  }

  @Test(arguments: variedMolecules)
  func everyFamilyOfAreasAddsUpToTheSame(smiles: String) throws {
    let table = try table(smiles)
    let sums = ["PEOE_VSA", "SMR_VSA", "SlogP_VSA", "EState_VSA"].map { family in
      table.filter { $0.key.hasPrefix(family) }.reduce(0) { $0 + $1.value }
    }
    for sum in sums { #expect(abs(sum - sums[0]) < 1e-9) }
    #expect(sums[0] > 0)
  }

  @Test(arguments: [
    "[H][H]", "[H+]", "[He]", "[Fe]", "[2H]O[2H]", "[Na+].[Cl-]", "[BH4-].[Na+]", "Cl[Pt](Cl)(N)N",
    "F[P-](F)(F)(F)(F)F",
    "C[Se]CC(=O)O", "O=[Os](=O)(=O)=O", "[CH3]", "[U]", "[OH3+]", "N#N", "[Cl-].[Cl-].[Ca+2]",
    String(repeating: "C", count: 300),
  ])
  func everyValueIsFiniteForOddMoleculesToo(smiles: String) throws {
    #expect(try values(Molecule(smiles: smiles)).allSatisfy(\.isFinite))
  }

  @Test func withoutParametersThereAreFormalCharges() throws {
    let table = try table("[Na+].[O-]C(=O)C[Se]C")
    #expect(table["MaxPartialCharge"] == 1)
    #expect(table["MinPartialCharge"] == -1)
    #expect(table["MinAbsPartialCharge"] == 1)
  }

  /// By hand: butane's atoms have deltas 1, 2, 2, 1.
  @Test func theIndicesOfButaneAreThoseOfTheirDefinition() throws {
    let butane = try table("CCCC")
    #expect(abs(try #require(butane["Chi0"]) - (2 + 2.0.squareRoot())) < 1e-12)
    #expect(abs(try #require(butane["Chi1"]) - (0.5 + 2.0.squareRoot())) < 1e-12)
    #expect(abs(try #require(butane["Chi3n"]) - 0.5) < 1e-12)
    #expect(butane["Chi4n"] == 0)
    // Three bonds, two paths of two, one of three: (4)(3)²/3², (3)(2)²/2², (2)(1)²/1² for an even number of atoms.
    #expect(butane["Kappa1"] == 4)
    #expect(butane["Kappa2"] == 3)
    #expect(butane["Kappa3"] == 2)
    // Distances add up to 6, 4, 4, 6.
    let balabanJ: Double = 3 * (2 / 24.0.squareRoot() + 0.25)
    #expect(abs(try #require(butane["BalabanJ"]) - balabanJ) < 1e-12)
  }
}

/// Molecules of all sorts: hydrogens on every kind of oxygen, amides and their like, small and bridged rings, charges.
let variedMolecules: [String] =
  referenceMolecules + [
    "O", "OO", "NO", "CON", "OS", "CC(O)=O", "CC(O)=N", "Oc1ccco1", "O[Si](C)(C)C", "OB(O)c1ccccc1", "c1cc[oH+]c1",
    "C12C3C4C1C5C2C3C45", "C1CC1C2CC2", "C12CC1C2", "CC(C)(C)C(=O)NC", "FC(F)(F)C(Cl)(Cl)Cl", "CC(=[NH2+])NC",
    "O=S(=O)(NC)c1ccccc1", "C#CCC#N", "CSC(=O)CS", "c1ccc2[nH]ccc2c1", "CN(C)c1ccc(/N=N/c2ccccc2)cc1",
    "[O-][n+]1ccccc1",
    "C[N+](C)(C)CC(=O)[O-]", "CCOP(=S)(OCC)SCC", "O=c1[nH]c(N)nc2nc[nH]c12", "C[C@H](N)C(=O)N[C@@H](CO)C(O)=O",
    "c1ccsc1-c1cc[se]c1", "CC=C=CC=NO", "N#CC(C#N)=C1SC=CS1", "C1CC2(C1)CC2", "ICC(Br)CN=[N+]=[N-]",
  ]
