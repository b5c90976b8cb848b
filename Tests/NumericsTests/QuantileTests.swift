import Numerics
import Testing

@Suite struct QuantileTests {
  @Test(arguments: [(0.0, 1.0), (0.125, 2), (0.25, 3), (0.5, 5), (0.75, 9), (1, 10)])
  func ranksAreInterpolated(share: Double, value: Double) {
    #expect(quantile(share, ofSorted: [1, 3, 5, 9, 10]) == value)
  }

  @Test func oneValueIsEveryQuantile() {
    #expect([0, 0.3, 1].map { quantile($0, ofSorted: [7]) } == [7, 7, 7])
  }
}
