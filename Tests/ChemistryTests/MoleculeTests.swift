import Chemistry
import Foundation
import Testing

@Suite struct MoleculeTests {
  @Test func aspirinHasItsComposition() throws {
    let aspirin = try Molecule(smiles: "OC(=O)c1ccccc1OC(C)=O")
    #expect(aspirin.smiles == "CC(=O)Oc1ccccc1C(=O)O")
    #expect(aspirin.formula == "C9H8O4")
    #expect(aspirin.elements == ["C", "H", "O"])
    #expect(aspirin.charge == 0)
    #expect(aspirin.electronCount == 94)
    #expect(aspirin.radicalElectronCount == 0)
    #expect(aspirin.heavyAtomCount == 13)
    #expect(aspirin.atomCount == 21)
    #expect(abs(aspirin.molecularWeight - 180.16) < 0.01)
    #expect(aspirin.componentCount == 1)
    #expect(aspirin.ringCount == 1)
    #expect(aspirin.largestRingSize == 6)
    #expect(aspirin.isotopeLabelCount == 0)
  }

  @Test(arguments: [
    ("CC(=O)[O-]", -1, 32, 0, 1, 0), ("C[NH3+]", 1, 18, 0, 1, 0), ("[CH3]", 0, 9, 1, 1, 0), ("[O][O]", 0, 16, 2, 1, 0),
    ("[Na+].[Cl-]", 0, 28, 0, 2, 0), ("[13CH4]", 0, 10, 0, 1, 1), ("[H][H]", 0, 2, 0, 1, 0),
  ])
  func unusualSpeciesAreCounted(
    smiles: String, charge: Int, electrons: Int, radicals: Int, components: Int, isotopes: Int
  ) throws {
    let molecule = try Molecule(smiles: smiles)
    #expect(molecule.charge == charge)
    #expect(molecule.electronCount == electrons)
    #expect(molecule.radicalElectronCount == radicals)
    #expect(molecule.componentCount == components)
    #expect(molecule.isotopeLabelCount == isotopes)
  }

  @Test func writingsOfOneMoleculeAreEqual() throws {
    let writings = ["c1ccccc1O", "Oc1ccccc1", "C1=CC=CC=C1O", "[OH]c1[cH][cH][cH][cH][cH]1", "[CH:3]1=CC=CC=C1[OH:7]"]
    let molecules = try writings.map { text in try Molecule(smiles: text) }
    #expect(Set(molecules).count == 1)
  }

  @Test func stereoisomersDiffer() throws {
    let isomers = ["C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O", "CC(N)C(=O)O"]
    #expect(Set(try isomers.map { text in try Molecule(smiles: text) }).count == 3)
    #expect(try Molecule(smiles: "F/C=C/F") != Molecule(smiles: "F/C=C\\F"))
  }

  @Test(arguments: [
    ("C(C)(C)(C)(C)C", "Explicit valence for atom # 0 C, 5"), ("c1cccc1", "Can't kekulize mol"), ("*CC", "dummy atom"),
    ("[*]", "dummy atom"), ("C.[*:1]", "dummy atom"),
  ])
  func whatIsNoMoleculeIsRefusedWithItsReason(text: String, reason: String) {
    let error = #expect(throws: ChemistryError.self) { try Molecule(smiles: text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test func theCanonicalFormIsAFixedPoint() throws {
    for text in [
      "C1=CC=CN1", "OC=C[N+]([O-])=O", "C(\\F)=C/F", "N1C=NC2=C1N=CN=C2N", "[nH]1cccc1.[H][H]", "C[C@](F)(Cl)Br",
    ] {
      let molecule = try Molecule(smiles: text)
      #expect(try Molecule(smiles: molecule.smiles).smiles == molecule.smiles)
    }
  }

  @Test func hugeTextIsRefusedAndTheLongestIsRead() throws {
    let error = #expect(throws: ChemistryError.self) {
      try Molecule(smiles: String(repeating: "C", count: 10_000))
    }
    #expect(error?.description.contains("10000 characters, more than the 500") == true)
    let chain = try Molecule(smiles: String(repeating: "C", count: Molecule.longestSMILES))
    #expect(chain.heavyAtomCount == Molecule.longestSMILES)
    let comb = String(repeating: "C(", count: 166) + "C" + String(repeating: ")", count: 166)
    #expect(try Molecule(smiles: comb).heavyAtomCount == 167)
  }

  @Test func codingKeepsTheIdentityAlone() throws {
    let molecule = try Molecule(smiles: "OCC")
    let data = try JSONEncoder().encode([molecule])
    #expect(String(decoding: data, as: UTF8.self) == "[\"CCO\"]")
    #expect(try JSONDecoder().decode([Molecule].self, from: data) == [molecule])
    #expect(throws: ChemistryError.self) { try JSONDecoder().decode([Molecule].self, from: Data("[\"C(\"]".utf8)) }
  }

  @Test func aRepeatUnitKeepsItsOpenEndsWhereItIsAllowedTo() throws {
    let unit = try Molecule(smiles: "*CC(*)c1ccccc1", isRepeatUnit: true)
    #expect(unit.smiles == "*CC(*)c1ccccc1")
    #expect(unit.elements == ["C", "H"])
    #expect(try JSONDecoder().decode(Molecule.self, from: JSONEncoder().encode(unit)) == unit)
    #expect(try PhysicalDescriptors.names.count > 0 && !Representation.fragprints.features(of: [unit]).isEmpty)
  }
}
