import Chemistry
import Testing

/// What is computed of a molecule just read must not differ from what is computed of it later.
@Suite struct RecentGraphsTests {
  @Test(arguments: [
    "morgan-counts-r3-2048", "maccs", "morgan-bits-r2-1024+maccs", "fragment-counts", "physical-descriptors",
    "atom-pairs-exact",
  ])
  func nothingDependsOnWhetherAGraphIsKept(name: String) throws {
    let representation = try Representation(named: name)
    for smiles in [
      "C", "[Na+]", "[H][H]", "[CH3]", "C[N+](C)(C)CC(=O)[O-]", "[13CH4]", "[2H]C([2H])O", "C1CCCCCCCCCCCCCCC1",
      "C12C3C4C1C5C2C3C45", "C/C=C/C", "F/C(Cl)=C(\\Br)I", "C[C@H](N)C(=O)O", "c1ccc2c(c1)ccc1ccccc12", "C=C=C=C",
      "c1cc[nH+]cc1", "FS(F)(F)(F)(F)F", "*c1ccc(*)cc1", "[NH4+].[Cl-]", "CC(=O)Nc1ccc(OCC2CO2)cc1Br",
    ] {
      let molecule = try Molecule(smiles: smiles, isRepeatUnit: true)
      let first = try representation.features(of: molecule)
      #expect(try representation.features(of: molecule) == first, "\(smiles)")
      let again = try Molecule(smiles: molecule.smiles, isRepeatUnit: true)
      #expect(try representation.features(of: again) == first, "\(smiles)")
    }
  }

  @Test func manyMoleculesAtOnceHaveTheFeaturesOfEachAlone() throws {
    // More than twice as many as graphs are kept.
    let smiles = (1...60).flatMap { length in
      (1...40).map { String(repeating: "C", count: length) + "OC" + String(repeating: "CN", count: $0) + "C(C)C" }
    }
    let molecules = concurrentMap(smiles.count) { try? Molecule(smiles: smiles[$0]) }.compactMap(\.self)
    #expect(molecules.count == smiles.count)
    let features = try Representation.morganCounts.features(of: molecules)
    for (molecule, features) in zip(molecules, features).filter({ $0.0.heavyAtomCount % 7 == 0 }) {
      #expect(try Representation.morganCounts.features(of: Molecule(smiles: molecule.smiles)) == features)
    }
  }
}
