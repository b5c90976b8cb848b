import Chemistry
import Testing

@Suite struct RepeatUnitTests {
  /// A chain as a row of pieces of its backbone, each as it is read in one direction and in the other.
  struct Chain: Sendable, CustomTestStringConvertible {
    let name: String
    let pieces: [(forward: String, backward: String)]
    var testDescription: String { name }

    /// Pieces that look the same from both sides, unless a second text follows after `|`.
    init(_ name: String, _ pieces: String...) {
      self.name = name
      self.pieces = pieces.map { piece in
        let sides = piece.split(separator: "|").map(String.init)
        return (sides[0], sides.last ?? sides[0])
      }
    }

    /// The unit that begins at a piece, repeated some times, in one direction or the other.
    func unit(from start: Int, times: Int, isReversed: Bool) -> String {
      let turned = Array(pieces[start...]) + Array(pieces[..<start])
      let row = isReversed ? turned.reversed().map(\.backward) : turned.map(\.forward)
      return "*" + Array(repeating: row.joined(), count: times).joined() + "*"
    }
  }

  static let chains: [Chain] = [
    Chain("polyethylene", "C"),
    Chain("polystyrene", "C", "C(c9ccccc9)"),
    Chain("poly(ethylene oxide)", "C", "C", "O"),
    Chain("poly(ethylene terephthalate)", "C", "C", "O", "C(=O)", "c1ccc(cc1)", "C(=O)", "O"),
    Chain("nylon 6", "N", "C", "C", "C", "C", "C", "C(=O)"),
    Chain("poly(3-methylthiophene)", "c1cc(C)c(s1)|c1c(C)cc(s1)"),
    Chain("poly(phenylene vinylene)", "c1ccc(cc1)", "/C=C/"),
    Chain("poly(L-lactide)", "O", "[C@@H](C)|[C@H](C)", "C(=O)"),
    Chain("isotactic polypropylene", "C", "[C@@H](C)|[C@H](C)"),
    Chain("poly(dimethylsiloxane)", "[Si](C)(C)", "O"),
    Chain("cis-polyisoprene", "C", "/C(C)=C\\|/C=C(C)\\", "C"),
    Chain("polynorbornene", "C1CC(CC1)", "C=C"),
    Chain("head-to-head polypropylene", "C", "C(C)", "C(C)", "C"),
  ]

  @Test(arguments: chains)
  func aChainIsTheSameWhereverItIsCutAndHoweverItIsRead(chain: Chain) throws {
    var units: Set<String> = []
    for start in chain.pieces.indices {
      for times in 1...3 {
        for isReversed in [false, true] {
          let text = chain.unit(from: start, times: times, isReversed: isReversed)
          let unit = try RepeatUnit(smiles: text)
          #expect(try RepeatUnit(smiles: unit.molecule.smiles) == unit, "\(text)")
          units.insert(unit.molecule.smiles)
        }
      }
    }
    #expect(units.count == 1, "\(units)")
  }

  @Test(arguments: [
    ("*c1ccc(*)s1", "(C4H2S)n"), ("*C*", "(CH2)n"), ("*C(*)C[N+](C)(C)C", "(C5H12N+)n"), ("CCO", "C2H6O"),
    ("*C", "CH3*"),
    ("*C([2H])*", "(CH2)n"),
  ])
  func aFormulaHasNoEnds(smiles: String, text: String) throws {
    #expect(formulaText(try Molecule(smiles: smiles, isRepeatUnit: true).formula) == text)
    #expect(formulaText(text) == text)
  }

  @Test func differentChainsDiffer() throws {
    let units = try Self.chains.map { try RepeatUnit(smiles: $0.unit(from: 0, times: 1, isReversed: false)) }
    #expect(Set(units).count == Self.chains.count)
  }

  @Test(arguments: [
    ("*CCCC*", "*C*"), ("*CC*", "*C*"), ("*COC*", "*CCO*"), ("*c1ccc(-c2ccc(*)s2)s1", "*c1ccc(*)s1"),
    ("*C=CC=C*", "*C=C*"), ("*C(F)(F)C(F)(F)*", "*C(*)(F)F"), ("*CC(C)CC(C)*", "*CC(*)C"),
    ("*NCCCCCCNC(=O)CCCCC(=O)*", "*CCCCCCNC(=O)CCCCC(=O)N*"),
  ])
  func theSmallestUnitIsTaken(text: String, smallest: String) throws {
    #expect(try RepeatUnit(smiles: text).molecule == Molecule(smiles: smallest, isRepeatUnit: true))
    #expect(
      try RepeatUnit(smiles: text).molecule.heavyAtomCount
        <= Molecule(smiles: smallest, isRepeatUnit: true).heavyAtomCount)
  }

  /// A unit is not smaller than its configurations and its direction allow.
  @Test(arguments: [
    ("*C[C@H](C)C[C@@H](C)*", "*C[C@H](C)C[C@H](C)*"), ("*CC(C)C(C)C*", "*CC(C)CC(C)*"),
    ("*/C=C/C=C\\*", "*/C=C/C=C/*"), ("*O[C@H](C)C(=O)*", "*O[C@@H](C)C(=O)*"),
    ("*CC(F)CC(Cl)*", "*CC(F)CC(F)*"),
  ])
  func configurationsAndDirectionsCount(one: String, other: String) throws {
    #expect(try RepeatUnit(smiles: one) != RepeatUnit(smiles: other))
  }

  /// A chain that is isotactic is its own mirror image, read from the other end; that of a directed one is another polymer.
  @Test func aMirrorImageReadFromTheOtherEndIsTheSame() throws {
    #expect(try RepeatUnit(smiles: "*C[C@H](C)*") == RepeatUnit(smiles: "*C[C@@H](C)*"))
    #expect(try RepeatUnit(smiles: "*C[C@H](c1ccccc1)*") == RepeatUnit(smiles: "*C[C@@H](c1ccccc1)*"))
  }

  @Test(arguments: ["CCO", "*CCO", "*CC(*)CC*", "*=CC=*", "**", "*.*", "*C.C*", "[1*]CC*", "C*C*", "*C=*"])
  func aMoleculeWithoutTwoSingleEndsIsNone(text: String) throws {
    let molecule = try Molecule(smiles: text, isRepeatUnit: true)
    #expect(try !molecule.isRepeatUnit())
    let error = #expect(throws: ChemistryError.self) { try RepeatUnit(smiles: text) }
    #expect(error?.description.contains("it is no repeat unit, which has two ends '*'") == true)
  }

  @Test(arguments: [
    ("*CCO*", 1, Oligomer.Ends.hydrogen, "CCO"), ("*CCO*", 2, .hydrogen, "CCOCCO"),
    ("*CC(*)c1ccccc1", 2, .hydrogen, "CC(CCc1ccccc1)c1ccccc1"), ("*C*", 6, .hydrogen, "CCCCCC"),
    ("*C*", 4, .methyl, "CCCCCC"), ("*c1ccc(*)s1", 3, .hydrogen, "c1csc(-c2ccc(-c3cccs3)s2)c1"),
    ("*c1ccc(*)cc1", 2, .methyl, "Cc1ccc(-c2ccc(C)cc2)cc1"), ("*[Si](C)(C)O*", 2, .hydrogen, "C[SiH](C)O[Si](C)(C)O"),
    ("*/C=C/*", 3, .hydrogen, "C=C/C=C/C=C"), ("*/C=C/*", 1, .hydrogen, "C=C"), ("*/C=C/*", 2, .methyl, "C/C=C/C=C/C"),
    ("*/C=C\\*", 2, .methyl, "C/C=C\\C=C/C"), ("*O[C@H](C)C(=O)*", 2, .hydrogen, "CCOC(=O)[C@@H](C)OC=O"),
    ("*NC(=O)*", 2, .hydrogen, "NC(=O)NC=O"), ("*n1cccc1*", 1, .hydrogen, "c1cc[nH]c1"),
  ])
  func anOligomerHasItsUnitsAndClosedEnds(unit: String, units: Int, ends: Oligomer.Ends, smiles: String) throws {
    let oligomer = try RepeatUnit(smiles: unit).oligomer(Oligomer(units: units, ends: ends))
    #expect(try oligomer == Molecule(smiles: smiles))
  }

  /// The lactide's configuration does not depend on where its unit is cut.
  @Test(arguments: ["*O[C@H](C)C(=O)*", "*[C@H](C)C(=O)O*", "*C(=O)O[C@H](C)*"])
  func anOligomerDoesNotDependOnTheWayTheUnitIsWritten(text: String) throws {
    let first = try RepeatUnit(smiles: "*O[C@H](C)C(=O)*").oligomer(Oligomer(units: 3))
    #expect(try RepeatUnit(smiles: text).oligomer(Oligomer(units: 3)) == first)
  }

  @Test func anOligomerThatIsTooLongIsRefused() throws {
    let unit = try RepeatUnit(smiles: "*CC(*)c1ccccc1")
    let error = #expect(throws: ChemistryError.self) { try unit.oligomer(Oligomer(units: 50)) }
    #expect(error?.description.contains("more than the 500 that are read") == true)
    #expect(throws: ChemistryError.self) { try unit.oligomer(Oligomer(units: 0)) }
  }
}
