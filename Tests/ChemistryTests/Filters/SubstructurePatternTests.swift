import Chemistry
import Testing

@Suite struct SubstructurePatternTests {
  @Test(arguments: [
    "[", "C(", "((((", "]", "[C", "[N+", "C1CC", "[$(C", "[$([$([$(C)])]", "C\u{0}C", "C\nC", "ü",
    String(repeating: "(", count: 400), String(repeating: "[$(", count: 160), String(repeating: "C", count: 501),
    String(repeating: "C", count: 1_000_000),
  ])
  func whatIsNoPatternIsRefusedWithASentence(smarts: String) {
    for filter in [MoleculeFilter(required: [smarts]), MoleculeFilter(forbidden: [smarts])] {
      let error = #expect(throws: ChemistryError.self) { try filter.compiled() }
      #expect((error?.description.count ?? 0) < 400)
      #expect(filter.problem?.error == error)
    }
  }

  @Test func aLongPatternThatNestsDeeplyIsSearchedFor() throws {
    let nested = String(repeating: "[$(", count: 60) + "C" + String(repeating: ")]", count: 60)
    let filter = try MoleculeFilter(required: [nested, String(repeating: "C", count: 500)]).compiled()
    #expect(try filter.rejection(of: Molecule(smiles: "CCO"))?.kind == .required)
    #expect(try filter.rejection(of: Molecule(smiles: String(repeating: "C", count: 500))) == nil)
  }
}
