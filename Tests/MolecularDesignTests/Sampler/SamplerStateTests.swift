import MolecularDesign
import Testing

@Suite struct SamplerStateTests {
  @Test func acceptanceIsOverAllMoves() {
    var (a, b) = (MoveCounts(move: "a"), MoveCounts(move: "b"))
    (a.tried, a.accepted, b.tried, b.accepted) = (10, 1, 30, 9)
    let info = StepInfo(temperature: 1, effectiveSampleSize: 2, resampled: false, moves: [a, b], distinct: 3)
    #expect(info.acceptance == 0.25)
    #expect(StepInfo(temperature: 1, effectiveSampleSize: 2, resampled: false, moves: [], distinct: 3).acceptance == 0)
  }
}
