import MolecularDesign
import Numerics
import Testing

@Suite struct MoveCreditTests {
  @Test func allMovesBeginAlike() {
    let credits = ["a", "b"].map { MoveCredit(move: $0) }
    #expect(credits[0].payoff == 0.1)
    #expect(credits.map(\.payoff) == [0.1, 0.1])
  }
}
