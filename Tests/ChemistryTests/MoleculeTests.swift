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
    #expect(aspirin.carbonCount == 9)
    #expect(aspirin.atomCount == 21)
    #expect(abs(aspirin.molecularWeight - 180.16) < 0.01)
    #expect(aspirin.componentCount == 1)
    #expect(aspirin.ringCount == 1)
    #expect(aspirin.largestRingSize == 6)
    #expect(aspirin.isotopeLabelCount == 0)
  }

  @Test(arguments: [
    ("C", 1), ("ClCl", 0), ("O", 0), ("CCl", 1), ("[13CH4]", 1), ("CC(=O)[O-]", 2), ("[Ca+2]", 0), ("CCCCCCCCCCC", 11),
  ])
  func carbonAtomsAreCounted(smiles: String, count: Int) throws {
    #expect(try Molecule(smiles: smiles).carbonCount == count)
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

  /// The ground states of small molecules, and what chemists read in larger ones.
  @Test(arguments: [
    // Pairs of atoms with at most four outer electrons.
    ("[CH2]", 0), ("F[Si]F", 0), ("Cl[Sn]Cl", 0), ("CN1C=CN(C)[C]1", 0), ("CN=[C]", 0), ("[C]=O", 0), ("[BH]", 0),
    ("[CH]", 1), ("[Si]F", 1), ("[CH+]", 0), ("[C]", 2), ("[B]", 1), ("[BH2]", 1), ("[SnH3]", 1), ("[BH2-]", 0),
    // Nitrenes and atoms of the nitrogen and oxygen groups keep theirs.
    ("[NH]", 2), ("[N]", 3), ("[O]", 2), ("[CH-]", 2), ("[NH2]", 1), ("[OH]", 1),
    // Radicals.
    ("CC1(C)CCCC(C)(C)N1[O]", 1), ("[N]=O", 1), ("[O-][N+]=O", 1), ("C=C[CH2]", 1), ("[CH2][CH2]", 2), ("[Cl]", 1),
    ("[Na]", 1), ("[Mg]", 0), ("C[Al]C", 1),
    // Closed shells whose atoms have charges, and metals with their ligands.
    ("[C-]#[O+]", 0), ("[C-]#[N+]C", 0), ("[CH3-]", 0), ("O=O", 0), ("C[Re](=O)(=O)=O", 0), ("[O-][Mn](=O)(=O)=O", 0),
    ("Cl[V](=O)(Cl)Cl", 0), ("I[Nb](I)(I)(I)I", 0), ("Cl[La](Cl)Cl", 0), ("CP(C)(C)->[Au]Cl", 0), ("Cl[Cu]", 0),
    ("Cl[Ti](Cl)Cl", 0), ("CN1C=CN(C)[C]1[Au]Cl", 0), ("[O]c1ccccc1", 1), ("Cl[Gd](Cl)Cl", 0),
  ])
  func unpairedElectronsAreThoseOfRadicalCentres(smiles: String, count: Int) throws {
    #expect(try Molecule(smiles: smiles).radicalElectronCount == count)
  }

  @Test(arguments: [
    ("[CH2]", ["C"], [], 0), ("Cl[Pb]Cl", ["Pb"], [], 0), ("[NH]", [], [], 0), ("[BH]", [], [], 0),
    ("Cl[Fe]Cl", [], ["Fe"], 0), ("Cl[Ti](Cl)(Cl)Cl", [], [], 0), ("Cl[Ti](Cl)Cl", [], [], 0),
    ("C[Zn]C", [], [], 0),
    ("[Cu]Cl", [], [], 0), ("Cl[Cu]Cl", [], [], 0), ("[CH]", ["C"], [], 0), ("Cl[Cr](Cl)Cl", [], ["Cr"], 0),
    ("[Fe+2]", [], ["Fe"], 0), ("[Fe]", [], ["Fe"], 0),
    ("[Zn]", [], [], 0), ("N->[Pt](Cl)(Cl)<-N", [], ["Pt"], 0), ("Cl[Gd](Cl)Cl", [], [], 7),
  ])
  func otherSpinsArePossible(smiles: String, pairs: [String], metals: [String], fElectrons: Int) throws {
    let molecule = try Molecule(smiles: smiles)
    #expect(molecule.pairedElements == pairs)
    #expect(molecule.openShellMetals == metals)
    #expect(molecule.fElectronCount == fElectrons)
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

  /// A newer RDKit takes the bonds of such ligands for dative ones by itself.
  @Test func aLigandOfTooHighAValenceIsDativeOrIsToldOfDativeBonds() throws {
    let dative = try Molecule(smiles: "Cl[Pt](Cl)(<-[NH3])<-[NH3]")
    #expect(dative.heavyAtomCount == 5)
    do throws(ChemistryError) {
      let read = try Molecule(smiles: "Cl[Pt](Cl)([NH3])[NH3]")
      #expect(read == dative)
    } catch {
      #expect(error.description.contains("write a bond that it donates as a dative one, N->[Pt]"))
    }
    let other = #expect(throws: ChemistryError.self) { try Molecule(smiles: "CN(C)(C)C") }
    #expect(other?.description.contains("dative") == false)
  }

  /// Among heavier elements the limit is RDKit's own, and another version may have another.
  @Test(arguments: [
    ("F[Br](F)F", true), ("F[Si-2](F)(F)(F)(F)F", true), ("C(C)(C)(C)(C)C", false), ("CN(C)(C)C", false),
  ])
  func aRefusedValenceIsSaidToBeRDKitsLimit(text: String, isRDKitsLimit: Bool) {
    do throws(ChemistryError) {
      _ = try Molecule(smiles: text)
      #expect(isRDKitsLimit, "Only a limit of RDKit may have gone.")
    } catch {
      let sentence = "by RDKit \(ChemistryVersion.rdkit); other versions may permit it"
      #expect(error.description.contains(sentence) == isRDKitsLimit, "\(error.description)")
    }
  }

  @Test func theCanonicalFormIsAFixedPoint() throws {
    for text in [
      "C1=CC=CN1", "OC=C[N+]([O-])=O", "C(\\F)=C/F", "N1C=NC2=C1N=CN=C2N", "[nH]1cccc1.[H][H]", "C[C@](F)(Cl)Br",
    ] {
      let molecule = try Molecule(smiles: text)
      #expect(try Molecule(smiles: molecule.smiles, recent: RecentMolecules(limit: 0)).smiles == molecule.smiles)
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

  /// A chain may be cut anywhere, and read in either direction.
  @Test(arguments: [
    ["*CCO*", "*COC*", "*OCC*", "*OCC*"], ["*CC(*)c1ccccc1", "*C(c1ccccc1)C*"],
    [
      "*CCOC(=O)c1ccc(cc1)C(=O)O*", "*C(=O)c1ccc(cc1)C(=O)OCCO*", "*c1ccc(cc1)C(=O)OCCOC(=O)*",
      "*COC(=O)c1ccc(cc1)C(=O)OC*",
    ],
    ["*NCCCCCC(=O)*", "*CCC(=O)NCCC*", "*CCCCCC(=O)N*"], ["*OC(C)C(=O)*", "*C(C)C(=O)O*"],
    ["*[C@@H](C)OC(F)*", "*O[C@@H](C(F)*)C"], ["*C/C=C/CO*", "*OC/C=C/C*", "*/C=C/COC*", "*COC/C=C/*"],
    ["*C/C=C\\CO*", "*/C=C\\COC*"], ["*[Si](C)(C)O*", "*O[Si](C)(C)*"], ["*CC(F)(Cl)CO*", "*C(F)(Cl)COC*"],
    ["*O[C@H](C)CC*", "*CCO[C@H](C)*"],
  ])
  func aRepeatUnitIsTheSameWhereverItsChainIsCut(units: [String]) throws {
    let read = try units.map { try Molecule(smiles: $0, isRepeatUnit: true) }
    #expect(Set(read.map(\.smiles)).count == 1, "\(read)")
    for unit in read { #expect(try Molecule(smiles: unit.smiles, isRepeatUnit: true) == unit) }
  }

  @Test(arguments: [
    ["*CCO*", "*CCCO*"], ["*C/C=C/C*", "*C/C=C\\C*"], ["*c1ccc(*)cc1", "*c1cccc(*)c1"], ["*OC(C)C(=O)*", "*OCCC(=O)*"],
    ["*CCO", "*COC"], ["*C(*)O*", "*CO(*)*"], ["[1*]CCO*", "[1*]COC*"],
  ])
  func otherChainsAreOthers(units: [String]) {
    let read = units.compactMap { try? Molecule(smiles: $0, isRepeatUnit: true) }
    #expect(Set(read.map(\.smiles)).count == read.count, "\(read)")
  }
}
