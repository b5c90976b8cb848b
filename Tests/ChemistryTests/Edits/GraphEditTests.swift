import Chemistry
import Testing

@Suite struct GraphEditTests {
  private let elements = ["C", "C", "N", "O", "F"]

  /// All molecules that an edit makes of one, by canonical SMILES.
  private func children(_ edit: GraphEdit, of smiles: String, elements: [String]? = nil) throws -> Set<String> {
    var found: Set<String> = []
    for seed in 0..<300 {
      if let child = try edit.edited(smiles, elements: elements ?? self.elements, seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    return found
  }

  private func canonical(_ texts: [String]) throws -> Set<String> {
    Set(try texts.map { try Molecule(smiles: $0).smiles })
  }

  @Test func editsOfSmallMoleculesAreThoseThatThereAre() throws {
    #expect(try children(.element, of: "CC") == canonical(["CN", "CO", "CF"]))
    #expect(try children(.delete, of: "CCO") == canonical(["CC", "CO"]))
    #expect(try children(.bond, of: "CC") == canonical(["C=C", "C#C"]))
    #expect(try children(.bond, of: "C=C") == canonical(["CC", "C#C"]))
    #expect(try children(.insert, of: "CC", elements: ["O"]) == canonical(["COC"]))
    #expect(try children(.append, of: "C", elements: ["F"]) == canonical(["CF"]))
    #expect(try children(.append, of: "C", elements: ["O"]) == canonical(["CO", "C=O"]))
    #expect(try children(.openRing, of: "C1CCCC1") == canonical(["CCCCC"]))
    #expect(try children(.aromatize, of: "C1CCCCC1") == canonical(["c1ccccc1"]))
    #expect(try children(.aromatize, of: "C1CCNC1") == canonical(["c1cc[nH]c1"]))
    #expect(try children(.fuse, of: "c1ccccc1").contains(Molecule(smiles: "c1ccc2ccccc2c1").smiles))
    #expect(
      try children(.closeRing, of: "CCCCCC")
        == canonical(["C1CCCCC1", "CC1CCCC1", "CC1CCC1C", "CCC1CCC1", "CC1CC1CC", "CCCC1CC1"]))
    #expect(try children(.move, of: "Cc1ccc(O)cc1").isSuperset(of: canonical(["Cc1cccc(O)c1", "Cc1ccccc1O"])))
  }

  @Test func aromaticAtomsAreMutatedWithTheirRing() throws {
    #expect(try children(.element, of: "c1ccccc1", elements: ["N"]) == canonical(["c1ccncc1"]))
    // Boron and nitrogen have the valence of a ring atom, oxygen and fluorine have not.
    #expect(try children(.element, of: "c1ccccc1", elements: ["O", "F"]) == [])
  }

  @Test func thePolymersEndsAreKept() throws {
    for edit in GraphEdit.allCases {
      for seed in UInt64(0)..<30 {
        guard let child = try edit.edited("*CC(C)OCC*", elements: elements, seed: seed) else { continue }
        #expect(child.count { $0 == "*" } == 2, "\(edit): \(child)")
      }
    }
  }

  /// A thread keeps the molecules that it edited last.
  @Test func childrenDoNotDependOnWhatWasEditedBefore() throws {
    let parents = ["CC(=O)Nc1ccc(OCC2CO2)cc1Br", "C/C=C/CN1CCC[C@@H]1C", "OC(=O)c1ccc(NCCO)cc1", "ClCCNC(=O)C1CC1"]
    let blocks = try BuildingBlocks(["NCC(=O)O", "OCCO", "Brc1ccccc1", "CCN"])
    let fragments = try BuildingBlocks(try parents.flatMap { try Molecule(smiles: $0).bricsFragments() })
    func children() throws -> [String?] {
      try parents.flatMap { parent in
        try (UInt64(0)..<12).flatMap { seed in
          try GraphEdit.allCases.map { try $0.edited(parent, elements: elements, seed: seed) } + [
            try crossover(parent, parents[0], seed: seed), try fragments.exchangingFragment(of: parent, seed: seed),
            try blocks.reacting(with: parent, seed: seed),
          ]
        }
      }
    }
    let first = try children()
    #expect(try children() == first)
    // More than are kept.
    for length in 1...250 {
      let chain = String(repeating: "C", count: length) + "OC(=O)CN"
      _ = try GraphEdit.append.edited(chain, elements: elements, seed: 1)
      _ = try fragments.exchangingFragment(of: chain, seed: 1)
      _ = try blocks.reacting(with: chain, seed: 1)
    }
    #expect(try children() == first)
    let made = first.compactMap(\.self)
    let canonical = try made.filter { try Molecule(smiles: $0).smiles == $0 }
    #expect(made.count > 200 && canonical.count > made.count * 19 / 20, "\(canonical.count) of \(made.count)")
  }

  @Test func whatIsNoMoleculeHasNoEdit() throws {
    for text in ["", "C1CC", "x", "CC.CC", "c1cccc1", String(repeating: "C", count: 501)] {
      #expect(try GraphEdit.element.edited(text, elements: elements, seed: 1) == nil)
    }
    #expect(try GraphEdit.append.edited("C", elements: [], seed: 1) == nil)
  }

  @Test func partsOfTwoMoleculesAreJoined() throws {
    var found: Set<String> = []
    for seed in 0..<200 {
      if let child = try crossover("CO", "c1ccccc1F", seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    #expect(found == (try canonical(["Cc1ccccc1", "CF", "Oc1ccccc1", "OF"])))
    for seed in UInt64(0)..<20 { #expect(try crossover("c1ccccc1", "CO", seed: seed) == nil) }
  }

  @Test func ringsAreCrossedToo() throws {
    var found: Set<String> = []
    for seed in 0..<400 {
      if let child = try crossover("C1CCCCC1", "C1OCCO1", seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    // Two to five carbon atoms, closed by what was left of the other ring.
    #expect(found.contains(try Molecule(smiles: "C1COCCO1").smiles))
    #expect(found.count > 5)
  }
}
