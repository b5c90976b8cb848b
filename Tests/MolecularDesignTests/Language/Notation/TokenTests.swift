import MolecularDesign
import Testing

@Suite struct TokenTests {
  @Test func tokensAreWrittenAsInExtendedSMILES() {
    let tokens: [Token] = [
      .atom(.double, symbol: "O"), .branchOpening, .branchClosing, .ringOpening, .ringClosing(.double, index: 0),
      .ringClosing(.implicit, index: 12), .end,
    ]
    #expect(tokens.map(\.description) == ["=O", "(", ")", "&", "=0", "%12", "!"])
  }

  @Test(arguments: Bond.allCases) func reversingABondTwiceGivesItBack(bond: Bond) {
    #expect(bond.reversed.reversed == bond)
    #expect((bond.reversed == bond) == (bond != .up && bond != .down))
  }
}
