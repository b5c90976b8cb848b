import Chemistry
import Testing

@Suite struct OligomerTests {
  private func polypropylene(_ units: Int, _ tacticity: Oligomer.Tacticity, seed: UInt64 = 1) throws -> Molecule {
    try RepeatUnit(smiles: "*CC(*)C").oligomer(Oligomer(units: units, tacticity: tacticity, seed: seed))
  }

  /// The centres of a chain of polypropylene in a row; the first and the last unit have none.
  private func chain(_ centres: [String]) throws -> Molecule {
    try Molecule(smiles: "CC(C)" + centres.map { "C[C\($0)H](C)" }.joined() + "CCC")
  }

  /// Written in a row, each centre has the neighbour before it, hydrogen, the methyl group and the neighbour after it.
  @Test func configurationsAreThoseOfAFischerProjection() throws {
    let same = try [["@", "@", "@"], ["@@", "@@", "@@"]].map(chain)
    #expect(same.contains(try polypropylene(5, .isotactic)))
    let alternating = try [["@", "@@", "@"], ["@@", "@", "@@"]].map(chain)
    #expect(alternating.contains(try polypropylene(5, .syndiotactic)))
    #expect(try polypropylene(5, .unspecified) == Molecule(smiles: "CC(C)CC(C)CC(C)CC(C)CCC"))
  }

  @Test func anAtacticChainIsDrawnByItsSeed() throws {
    let seeds = try (1...20).map { try polypropylene(8, .atactic, seed: $0) }
    #expect(try seeds == (1...20).map { try polypropylene(8, .atactic, seed: $0) })
    #expect(Set(seeds).count > 10)
    for molecule in seeds { #expect(try molecule.openStereochemistry().centres == 0) }
  }

  /// A stated configuration is the isotactic chain, and nothing is left open.
  @Test func aStatedConfigurationStays() throws {
    let unit = try RepeatUnit(smiles: "*O[C@H](C)C(=O)*")
    let chains = try Oligomer.Tacticity.allCases.map { try unit.oligomer(Oligomer(units: 3, tacticity: $0)) }
    #expect(Set(chains).count == 1)
    let open = try RepeatUnit(smiles: "*OC(C)C(=O)*")
    let isotactic = try open.oligomer(Oligomer(units: 4, tacticity: .isotactic))
    let stated = try ["*O[C@H](C)C(=O)*", "*O[C@@H](C)C(=O)*"].map {
      try RepeatUnit(smiles: $0).oligomer(Oligomer(units: 4))
    }
    #expect(stated.contains(isotactic))
    // The unit is cut beside the centre, and the last one is the end of an ethyl group.
    #expect(try open.oligomer(Oligomer(units: 4)).openStereochemistry().centres == 3)
  }

  /// Two open centres in a unit agree within it; seen from the chain, both fluorine atoms are on one side.
  @Test func severalCentresOfAUnitAgree() throws {
    let unit = try RepeatUnit(smiles: "*C(F)C(F)O*")
    let chain = try unit.oligomer(Oligomer(units: 3, ends: .methyl, tacticity: .isotactic))
    #expect(try chain.openStereochemistry().centres == 0)
    #expect(chain != (try unit.oligomer(Oligomer(units: 3, ends: .methyl, tacticity: .syndiotactic))))
  }

  /// Centres in rings, and atoms that are none, are left alone.
  @Test(arguments: ["*C*", "*CC(*)(C)C", "*C1CCC(*)CC1", "*c1ccc(*)s1"])
  func nothingIsStatedWhereNoCentreIsOpenInTheBackbone(text: String) throws {
    let unit = try RepeatUnit(smiles: text)
    let plain = try unit.oligomer(Oligomer(units: 3))
    #expect(try unit.oligomer(Oligomer(units: 3, tacticity: .isotactic)) == plain)
  }
}
