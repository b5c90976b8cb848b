import Chemistry
import Foundation
import Testing

@Suite struct RepresentationTests {
  private static let many =
    Representation.names + [
      "morgan-counts-r0-64", "morgan-bits-r8-1048576", "morgan-exact-r2", "atom-pairs-1000", "maccs+fragment-counts",
      "fragprints+maccs", "morgan-bits-r2-1024+fragment-counts+topological-torsions-bits-512",
    ]

  @Test(arguments: many) func namesAndJSONAreReadBack(name: String) throws {
    let representation = try Representation(named: name)
    #expect(try Representation(named: representation.name) == representation)
    let data = try JSONEncoder().encode([representation])
    #expect(try JSONDecoder().decode([Representation].self, from: data) == [representation])
    #expect("\(representation)" == representation.name)
    if !name.contains("fragprints+") { #expect(representation.name == name) }
  }

  @Test func severalOfOneReadingAreThoseOfEach() throws {
    let representations = try Representation.names.map { try Representation(named: $0) }
    for smiles in [
      "CC(=O)Oc1ccccc1C(=O)O", "C/C=C/[C@H](F)Cl", "C[N+](C)(C)CC([O-])=O", "c1cc[nH]c1", "[CH3]", "C1CC2CCC1C2=O",
    ] {
      let molecule = try Molecule(smiles: smiles)
      let together = try representations.features(of: molecule)
      for (representation, features) in zip(representations, together) {
        #expect(try representation.features(of: molecule) == features, "\(representation) of \(smiles)")
      }
      // Those that need the graph alone are read in another way.
      let ofGraphs = [Representation.morganCounts, .maccs]
      let separate = try ofGraphs.map { try $0.features(of: molecule) }
      #expect(try ofGraphs.features(of: molecule) == separate)
    }
  }

  @Test func fragprintsAreMorganCountsAndFragments() throws {
    #expect(try Representation(named: "fragprints") == .fragprints)
    #expect(try Representation(named: "morgan-counts-r3-2048+fragment-counts") == .fragprints)
    #expect(Representation.fragprints.name == "fragprints")
    #expect(try Representation(named: "morgan-counts-r3-2048") == .morganCounts)
    #expect(Representation.morganCounts != .fragprints)
    let molecule = try Molecule(smiles: "CC(=O)Oc1ccccc1C(=O)O")
    let joined = try molecule.fingerprint() + FragmentCounts.shared().counts(in: molecule)
    #expect(try Representation.fragprints.features(of: molecule) == .counts(joined))
    #expect(joined.size == 2048 + 85)
  }

  @Test(arguments: [
    ("morgan-count-r3-2048", "did you mean 'morgan-counts-r3-2048'"),
    ("Fragment_Counts", "did you mean 'fragment-counts'"),
    ("MACCS", "did you mean 'maccs'"), ("", "there are morgan-counts-r3-2048"), ("ecfp6", "there are"),
    ("morgan-counts-r9-2048", "radii may be 0 to 8"), ("morgan-counts-r3-32", "sizes 64 to"),
    ("morgan-counts-r03-2048", "radii"), ("morgan-exact-r3-2048", "morgan-exact-r3"), ("atom-pairs", "atom-pairs-2048"),
    ("maccs+", "'' is not a representation"), ("maccs+morgan-exact-r3", "cannot be joined"),
    ("physical-descriptors+maccs", "'physical-descriptors' cannot be joined"),
    ("topological-torsions-bits", "torsions"),
    ("atom-pairs-+2048", "is not a representation"),
  ])
  func aWrongNameIsRefusedWithWhatThereIs(name: String, words: String) {
    let error = #expect(throws: ChemistryError.self) { _ = try Representation(named: name) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(throws: (any Error).self) {
      _ = try JSONDecoder().decode([Representation].self, from: JSONEncoder().encode([name]))
    }
  }

  @Test func theVersionSaysWhatTheNumbersDependOn() throws {
    let plain = try Representation.morganCounts.version
    #expect(plain == "1, RDKit \(ChemistryVersion.rdkit)")
    let fragprints = try Representation.fragprints.version
    #expect(fragprints == "1+1, RDKit \(ChemistryVersion.rdkit), fragments \(try FragmentCounts.shared().digest)")
  }

  /// Whatever atom the text begins with, and so in whatever order the atoms come.
  @Test(arguments: Representation.names) func theOrderOfAtomsDoesNotMatter(name: String) throws {
    let representation = try Representation(named: name)
    for smiles in variedMolecules {
      let molecule = try Molecule(smiles: smiles)
      let features = try representation.features(of: molecule)
      for atom in stride(from: 0, to: molecule.heavyAtomCount, by: 3) {
        let other = try Molecule(smiles: molecule.rootedSMILES(atAtom: atom))
        #expect(try representation.features(of: other) == features, "\(smiles) from atom \(atom)")
      }
    }
  }

  @Test(arguments: many) func manyMoleculesGiveTheSameAsOneByOne(name: String) throws {
    let representation = try Representation(named: name)
    let molecules = try variedMolecules.map { try Molecule(smiles: $0) }
    #expect(try representation.features(of: molecules) == molecules.map { try representation.features(of: $0) })
    #expect(try representation.features(of: [Molecule]()).isEmpty)
  }

  /// RDKit for Python 2026.09.1, of aspirin: on bits of `GetMorganGenerator(2)` and `GenMACCSKeys`, the numbers of pairs and
  /// torsions of `GetAtomPairFingerprint` and `GetTopologicalTorsionFingerprint`.
  @Test func theCountsAreThoseOfRDKitForPython() throws {
    let aspirin = try Molecule(smiles: "CC(=O)Oc1ccccc1C(=O)O")
    func features(_ name: String) throws -> Features { try Representation(named: name).features(of: aspirin) }
    func positions(_ name: String) throws -> [Int] {
      guard case .counts(let counts) = try features(name) else { return [] }
      return counts.counts.indices.filter { counts.counts[$0] > 0 }
    }
    #expect(
      try positions("morgan-bits-r2-2048") == [
        389, 456, 650, 695, 807, 909, 1017, 1035, 1047, 1057, 1088, 1199, 1380, 1410, 1447, 1468, 1616, 1729, 1750,
        1775,
        1873, 1917, 1970, 1991,
      ])
    #expect(
      try positions("maccs") == [
        89, 113, 123, 126, 127, 136, 139, 140, 143, 144, 146, 150, 152, 154, 157, 159, 160, 162, 163, 164, 165,
      ])
    guard case .exactCounts(let pairs) = try features("atom-pairs-exact"),
      case .exactCounts(let torsions) = try features("topological-torsions-exact"),
      case .counts(let folded) = try features("atom-pairs-2048")
    else {
      Issue.record("The features are of another kind.")
      return
    }
    #expect(pairs.identifiers.count == 51)
    #expect(pairs.total == 78)
    #expect(folded.total == 78)
    #expect(torsions.identifiers.count == 16)
    #expect(torsions.identifiers.first == 5_513_433_129)
    #expect(torsions.total == 19)
  }

  @Test func bitsAreTheCountsCapped() throws {
    for name in ["morgan-%@r3-2048", "atom-pairs-%@2048", "topological-torsions-%@2048"] {
      let form = name.hasPrefix("morgan") ? "counts-" : ""
      let counted = try Representation(named: name.replacing("%@", with: form))
      let capped = try Representation(named: name.replacing("%@", with: "bits-"))
      for smiles in variedMolecules.prefix(12) {
        let molecule = try Molecule(smiles: smiles)
        guard case .counts(let counts) = try counted.features(of: molecule) else { continue }
        #expect(try capped.features(of: molecule) == .counts(counts.bits))
      }
    }
  }
}
