import MolecularDesign
import Testing

@Suite struct MoveCreditTests {
  @Test func allMovesBeginAlike() {
    let credits = ["a", "b"].map { MoveCredit(move: $0) }
    #expect(credits.map(\.payoff) == [0.1, 0.1])
    #expect(credits.shares(even: 0.2, weights: [1, 1]).allSatisfy { abs($0 - 0.5) < 1e-12 })
  }

  @Test func theEvenShareGoesByTheWeights() {
    let shares = ["a", "b"].map { MoveCredit(move: $0) }.shares(even: 1, weights: [3, 1])
    #expect(shares == [0.75, 0.25])
  }

  @Test func whatPaysGetsMoreAndNothingGetsNone() {
    var credits = ["a", "b"].map { MoveCredit(move: $0) }
    credits[0].note(tried: 100, paid: 50, memory: 0.9)
    credits[1].note(tried: 100, paid: 0, memory: 0.9)
    let shares = credits.shares(even: 0.2, weights: [1, 1])
    #expect(shares[0] > 0.8 && shares[1] >= 0.1)
    #expect(abs(shares[0] + shares[1] - 1) < 1e-12)
  }

  @Test func olderStepsCountLess() {
    var credit = MoveCredit(move: "a")
    credit.note(tried: 100, paid: 100, memory: 0.5)
    let before = credit.payoff
    for _ in 0..<10 { credit.note(tried: 100, paid: 0, memory: 0.5) }
    #expect(before > 0.8 && credit.payoff < 0.02)
  }
}
