import Calculation
import Testing

@Suite struct ChainFitTests {
  @Test func aLimitIsWhereALineInOneOverNEnds() throws {
    let fit = ChainFit(.limit, units: [1, 2, 4], values: [1, 2, 4].map { 2 + 3 / Double($0) })
    #expect(abs(fit.value - 2) < 1e-12)
    #expect(try abs(#require(fit.standardError)) < 1e-12)
  }

  @Test func aValuePerUnitIsTheSlopeInN() throws {
    let fit = ChainFit(.perUnit, units: [2, 4, 6], values: [2, 4, 6].map { -1.5 - 40 * Double($0) })
    #expect(abs(fit.value + 40) < 1e-12)
    #expect(try abs(#require(fit.standardError)) < 1e-12)
  }

  /// By hand: x = 1, 2, 3 and y = 1, 2, 4 have the slope 3/2, the intercept −2/3 and the sum of squares 1/6.
  @Test func theErrorIsThatOfLeastSquares() throws {
    let slope = ChainFit(.perUnit, units: [1, 2, 3], values: [1, 2, 4])
    #expect(abs(slope.value - 1.5) < 1e-12)
    #expect(try abs(#require(slope.standardError) - (1.0 / 12).squareRoot()) < 1e-12)
    // x = 1, 1/2, 1/4 has the mean 7/12 and the sum of squares 7/24; y = 1, 2, 4 has the slope −26/7 and the limit 4.5.
    let limit = ChainFit(.limit, units: [1, 2, 4], values: [1, 2, 4])
    #expect(abs(limit.value - 4.5) < 1e-12)
    let variance = 9.0 / 14
    let expected = (variance * (1.0 / 3 + (49.0 / 144) / (7.0 / 24))).squareRoot()
    #expect(try abs(#require(limit.standardError) - expected) < 1e-12)
  }

  @Test func twoChainsHaveALineAndNoError() {
    let fit = ChainFit(.limit, units: [2, 4], values: [3, 2])
    #expect(abs(fit.value - 1) < 1e-12)
    #expect(fit.standardError == nil)
  }

  @Test func oneChainHasItsOwnValue() {
    #expect(ChainFit(.limit, units: [2], values: [3]).value == 3)
    #expect(ChainFit(.perUnit, units: [2], values: [3]).value == 1.5)
    #expect(ChainFit(.perUnit, units: [2], values: [3]).standardError == nil)
  }
}
