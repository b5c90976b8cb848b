import Chemistry
import Testing

@Suite("Molecules that were read lately")
struct RecentMoleculesTests {
  /// All that reading gives.
  private func everything(_ molecule: Molecule) -> [String] {
    [
      molecule.smiles, molecule.formula, molecule.elements.joined(separator: " "), "\(molecule.charge)",
      "\(molecule.electronCount)", "\(molecule.radicalElectronCount)", "\(molecule.fElectronCount)",
      molecule.pairedElements.joined(separator: " "), molecule.openShellMetals.joined(separator: " "),
      "\(molecule.heavyAtomCount)", "\(molecule.atomCount)", "\(molecule.molecularWeight)",
      "\(molecule.componentCount)",
      "\(molecule.ringCount)", "\(molecule.largestRingSize)", "\(molecule.isotopeLabelCount)",
    ]
  }

  private static let varied = [
    "c1ccc2c(c1)C(=O)N(CCCl)C2=O", "C[C@H](N)C(=O)O", "F/C=C/Cl", "[NH3+]CC([O-])=O", "[CH3]", "[13CH3]O", "Cl[Fe]Cl",
    "[CH2]",
    "CC(=O)[O-].[Na+]", "C1CC2(C1)CCC2", "OC(=O)c1ccccc1OC(C)=O", "C1=CC=CN1", "[nH]1cccc1.[H][H]", "OC=C[N+]([O-])=O",
    "O=C1C=CC(=O)c2c1cccc2N", "[2H]C([2H])O", "C/C=C/CN1CCC[C@@H]1C",
  ]

  @Test("A molecule is the same whether it was read before or not, and from any SMILES", arguments: varied)
  func sameAsReadAnew(_ smiles: String) throws {
    let recent = RecentMolecules(limit: 100)
    let first = try Molecule(smiles: smiles, recent: recent)
    let writings = try (0..<(first.componentCount == 1 ? first.heavyAtomCount : 1)).map {
      try first.rootedSMILES(atAtom: $0)
    }
    for text in [smiles, first.smiles] + writings {
      let anew = try Molecule(smiles: text, recent: RecentMolecules(limit: 0))
      #expect(everything(try Molecule(smiles: text, recent: recent)) == everything(anew), "\(text)")
    }
  }

  @Test("Dummy atoms are refused although the molecule was read before", arguments: ["*CC(O)*", "*CCO*", "*CC"])
  func dummyAtomsStayRefused(_ smiles: String) throws {
    let recent = RecentMolecules(limit: 100)
    let unit = try Molecule(smiles: smiles, isRepeatUnit: true, recent: recent)
    #expect(recent.molecule(unit.smiles) == nil)
    for text in [smiles, unit.smiles, smiles.replacing("*", with: "[#0]")] {
      #expect(throws: ChemistryError.self, "\(text)") { try Molecule(smiles: text, recent: recent) }
    }
    #expect(try Molecule(smiles: unit.smiles, isRepeatUnit: true, recent: recent) == unit)
  }

  @Test("At least the last ones are kept, and those asked for count as the last")
  func keptAndForgotten() throws {
    let recent = RecentMolecules(limit: 2)
    let chains = try (1...6).map { try Molecule(smiles: String(repeating: "C", count: $0)) }
    for chain in chains[0...2] { recent.keep(chain) }
    #expect(recent.molecule("C") == chains[0], "it is among the earlier ones, and is one of the last now")
    recent.keep(chains[3])
    #expect(recent.molecule("C") == chains[0] && recent.molecule("CC") == nil)
    recent.keep(chains[4])
    recent.keep(chains[5])
    #expect(recent.molecule("CCC") == nil && recent.molecule("CCCCCC") == chains[5])
    #expect(RecentMolecules(limit: 0).molecule("C") == nil)
  }

  @Test("Features do not depend on the SMILES from which the molecule was read")
  func sameFeatures() throws {
    let representations: [Representation] = [
      .morganCounts, .fragmentCounts, .physicalDescriptors, try Representation(named: "atom-pairs-2048+maccs"),
    ]
    for smiles in [
      "CC(=O)Nc1ccc(OCC2CO2)cc1Br", "C/C=C/CN1CCC[C@@H]1C", "OC(=O)c1ccc(N=Nc2ccccc2)cc1", "CS(=O)(=O)C1CC=CO1",
    ] {
      let molecule = try Molecule(smiles: smiles)
      let features = try representations.features(of: molecule)
      for atom in 0..<molecule.heavyAtomCount {
        let read = try Molecule(smiles: molecule.rootedSMILES(atAtom: atom), recent: RecentMolecules(limit: 0))
        #expect(try representations.features(of: read) == features, "\(atom)")
      }
    }
  }
}
