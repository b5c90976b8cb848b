import Chemistry
import Testing

@Suite struct StereoisomerTests {
  private func stereoisomers(of smiles: String, count: Int, seed: UInt32) throws -> Set<String> {
    let molecule = try Molecule(smiles: smiles)
    return Set(try molecule.conformers(count: count, seed: seed).map { try molecule.stereoisomer(of: $0) })
  }

  // The distance geometry turns the first over with the last seed, and the second with the fourth.
  @Test(arguments: [
    "CN(C)c1ccc(/N=N/c2ccc([N+](=O)[O-])cc2)cc1", "Nc1ccc(/N=N/c2ccc([N+](=O)[O-])cc2)cc1",
    "C(/C=C/c1ccccc1)=N\\O", "C/C=C\\C", "C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O", "C[C@H]1CC[C@@H](C)CC1",
    "C[S@](=O)CC", "C[P@](CC)c1ccccc1", "C[P@@](CC)c1ccccc1",
  ])
  func conformersHaveTheStereochemistryOfTheSMILES(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    for (count, seed) in [(4, 1), (8, 2), (4, 3), (8, 4), (4, 907_986_331), (8, 907_986_331)] {
      #expect(try stereoisomers(of: smiles, count: count, seed: UInt32(seed)) == [molecule.smiles])
    }
  }

  // Up to mirror images; the last two are rings that allow one isomer alone.
  @Test(arguments: [
    ("CN=Nc1ccccc1", 2), ("ClC=CCl", 2), ("CC(=NC)N", 2), ("ON=CC=CC=CC(O)O", 8), ("C1CCCC=CCC1", 1),
    ("C1CCCCCCCCCC=C1", 2),
    ("CC(N)C(=O)O", 1), ("CC1CCC(C)CC1", 2), ("OC(C(O)C(=O)O)C(=O)O", 2), ("CC(O)C(Cl)=CC", 2), ("CCS(C)=NC", 1),
    ("CC(O)C(O)C(C)O", 3), ("CC=CC(O)C=CC", 3), ("CC(O)C=CC(C)O", 4), ("C1C2CCC1CC2", 1), ("OC1C2CCC1CC2", 1),
    ("CC(F)P(=O)(C)CC", 2), ("CC(F)[Si](C)(F)CC", 2), ("CS(=N)(=O)CC", 1), ("CP(CC)CCC", 1), ("CPCC", 1),
    ("CC(F)P(C)CC", 2), ("C[As](CC)CCC", 1),
  ])
  func whereTheSMILESLeavesItOpenEachIsomerHasAConformer(smiles: String, count: Int) throws {
    let molecule = try Molecule(smiles: smiles)
    let mirrored = try molecule.conformers(count: 4, seed: 1).map { geometry in
      let image = geometry.coordinates.enumerated().map { $0.isMultiple(of: 3) ? -$1 : $1 }
      let mirrored = try Geometry(elements: geometry.elements, coordinates: image, bonds: geometry.bonds)
      return try min(molecule.stereoisomer(of: geometry), molecule.stereoisomer(of: mirrored))
    }
    #expect(Set(mirrored).count == count)
  }

  @Test func moreIsomersThanAreTriedAreBoundedAndSaid() throws {
    let alditol = try Molecule(smiles: "CC(O)C(O)C(O)C(O)C(O)C(O)C(O)C(O)C(O)C(O)CC")
    let geometries = try alditol.conformers(count: 2, seed: 1)
    #expect(geometries.count == 8)
    #expect(geometries.allSatisfy { $0.embedding?.hasMoreIsomers == true && $0.embedding?.isomerCount == 8 })
    let isomers = try geometries.map { try alditol.stereoisomer(of: $0) }
    #expect(Set(isomers).count == 8)
    let open = try alditol.openStereochemistry()
    #expect(open.centres == 10 && open.doubleBonds == 0)
  }

  @Test(arguments: [
    ("CP(=O)(CC)CCC", 1), ("C[Si](F)(CC)CCC", 1), ("CS(=N)(=O)CC", 1), ("CP(C)(=O)CC", 0), ("C[P@](=O)(CC)CCC", 0),
    ("CP(CC)CCC", 1), ("FS(F)(F)(F)CC", 0), ("OP(=O)(O)OC", 0),
  ])
  func centresOfHeavyElementsAreCounted(smiles: String, count: Int) throws {
    let open = try Molecule(smiles: smiles).openStereochemistry()
    #expect(open.centres == count && open.doubleBonds == 0)
  }

  @Test func theFirstIsomersOfManyHaveTheirDoubleBondsTrans() throws {
    let polyene = try Molecule(smiles: "CC=CC=CC=CC=CC=CC")
    let isomers = try polyene.conformers(count: 1, seed: 1).map { try polyene.stereoisomer(of: $0) }
    #expect(isomers.contains("C/C=C/C=C/C=C/C=C/C=C/C"))
  }

  @Test func oneIsomerAloneIsThatOfLowestForceFieldEnergy() throws {
    let nitrovinyl = try Molecule(smiles: "CN(C#N)c1ccc(C=C[N+](=O)[O-])cc1")
    let geometries = try nitrovinyl.conformers(count: 2, seed: 1, isOneIsomer: true)
    let isomers = try geometries.map { try nitrovinyl.stereoisomer(of: $0) }
    #expect(Set(isomers) == ["CN(C#N)c1ccc(/C=C/[N+](=O)[O-])cc1"])
  }

  @Test(arguments: [
    ("CCO", 0, 0), ("ClC=CCl", 0, 1), ("C/C=C/C", 0, 0), ("CC(F)Cl", 1, 0), ("N=Cc1ccccc1", 0, 0), ("CC=C=CC", 0, 0),
    ("O=C=NCCF", 0, 0), ("C1N2CN3CN1CN(C2)C3", 0, 0), ("C1=CCCCC1", 0, 0), ("ClI(Cl)c1ccccc1", 0, 0),
    ("CS(F)(F)F", 0, 0), ("FC=CC(F)Cl", 1, 1),
  ])
  func whatIsLeftOpenIsCounted(smiles: String, centres: Int, doubleBonds: Int) throws {
    let open = try Molecule(smiles: smiles).openStereochemistry()
    #expect(open.centres == centres && open.doubleBonds == doubleBonds)
  }

  @Test(arguments: [
    ("C1CC/C=C/CC1", true), ("C1CC/C=C\\CC1", false), ("C1CCC/C=C/CC1", false), ("C/C=C/C", false),
    ("CC/C=C1/CCCC1", false), ("C1CC(/C)=C(/C)CC1", false), ("C1CC(/C)=C(\\C)CC1", true), ("CCO", false),
    ("C/C(", false),
  ])
  func aDoubleBondThatTheReaderDropsIsFound(smiles: String, isDropped: Bool) {
    #expect(Molecule.dropsRingStereochemistry(of: smiles) == isDropped)
  }

  @Test func theStatedStereochemistryIsLookedForInTheCoordinates() throws {
    let geometry = try #require(try Molecule(smiles: "C/C=C/C").conformers(count: 1, seed: 1).first)
    #expect(try Molecule(smiles: "C/C=C/C").hasStatedStereochemistry(geometry))
    #expect(try !Molecule(smiles: "C/C=C\\C").hasStatedStereochemistry(geometry))
    #expect(try Molecule(smiles: "CC=CC").hasStatedStereochemistry(geometry))
  }

  // Iodanes, sulfuranes and tellurium(IV): nothing that the SMILES does not state is read into them.
  @Test(arguments: ["ClI(Cl)c1ccccc1", "FI(F)c1ccccc1", "O=C1OI(O)c2ccccc21", "C[Te](C)(Cl)Cl", "CCN(CC)S(F)(F)F"])
  func hypervalentAtomsHaveNoLabelsThatTheSMILESLacks(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    for geometry in try molecule.conformers(count: 2, seed: 1) {
      #expect(try molecule.stereoisomer(of: geometry) == molecule.smiles)
      #expect(try molecule.hasStatedStereochemistry(geometry))
    }
  }

  @Test func aStatedLabelOfAMetalIsKept() throws {
    for smiles in ["N[Pt@SP1](N)(Cl)Cl", "N[Pt@SP2](N)(Cl)Cl"] {
      let molecule = try Molecule(smiles: smiles)
      try #require(molecule.smiles.contains("@SP"))
      for geometry in try molecule.conformers(count: 2, seed: 1) {
        #expect(try molecule.hasStatedStereochemistry(geometry))
      }
    }
  }

  @Test(arguments: ["CCO", "CC(=O)Oc1ccccc1C(=O)O", "CCN(C)C(C)C", "CC(=N)N", "CCP(C)(C)=NC", "C1C2CC3CC1CC(C2)C3"])
  func whatTurnsOverFreelyIsNoStereochemistry(smiles: String) throws {
    #expect(try stereoisomers(of: smiles, count: 8, seed: 1) == [try Molecule(smiles: smiles).smiles])
  }

  @Test func theMirrorImageIsTheOtherEnantiomer() throws {
    let alanine = try Molecule(smiles: "C[C@H](N)C(=O)O")
    let geometry = try #require(try alanine.conformers(count: 1, seed: 1).first)
    let mirrored = geometry.coordinates.enumerated().map { index, value in index.isMultiple(of: 3) ? -value : value }
    let image = try Geometry(elements: geometry.elements, coordinates: mirrored, bonds: geometry.bonds)
    #expect(try alanine.stereoisomer(of: image) == Molecule(smiles: "C[C@@H](N)C(=O)O").smiles)
  }

  @Test func theGeometryOfAnotherMoleculeIsRefused() throws {
    let water = try #require(try Molecule(smiles: "O").conformers(count: 1, seed: 1).first)
    #expect(throws: ChemistryError.self) { try Molecule(smiles: "CCO").stereoisomer(of: water) }
  }
}
