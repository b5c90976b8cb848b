import Glibc
import Numerics
import Testing

/// The expected values were computed with mpmath at 60 to 800 digits from `log(erfc(…)/2)` and its differences, for
/// the exact doubles given here, and rounded to a double.
struct LogNormalFunctionsTests {
  @Test(arguments: [
    (10.0, 20.0, -53.23128515051247), (-20.0, -10.0, -53.23128515051247), (37.0, 38.0, -689.0305855768906),
    (-5.0, 5.0, -5.733033080966979e-07), (1.0, 1.0 + 1e-12, -29.0498707525028),
    (30.0, 30.0 + 1e-12, -478.55164853076326), (-37.5, -37.4, -703.9451778541736), (0.0, 1e-300, -691.6944664314184),
    (-1.0, 1.0, -0.38171514630212605), (-0.99, 1.0, -0.38528360177554755), (-8.0, 0.001, -0.6923496142726895),
    (2.0, 2.7, -3.9485231990057517), (4.0, 4.6, -10.429129493490027), (100.0, 101.0, -5005.524208694205),
    (0.0, 1e-3, -7.8266939788534655), (6.0, 6.1, -21.507990471374207), (-0.5, 1.6, -0.4515145394396487),
    (3.0, 3.67, -6.70186141385985), (1e5, 2e5, -5000000012.431864), (-.infinity, -10, -53.23128515051247),
    (10, .infinity, -53.23128515051247), (-.infinity, 1, -0.17275377902344988), (-40, 40, 0),
    (-.infinity, .infinity, 0), (-1e200, 1e200, 0),
  ])
  func interval(lower: Double, upper: Double, expected: Double) {
    #expect(close(logNormalInterval(lower, upper), expected))
    #expect(logNormalInterval(-upper, -lower) == logNormalInterval(lower, upper))
  }

  @Test func emptyIntervalsHaveNoProbability() {
    for bound in [-Double.infinity, -3, 0, 1e300, .infinity] { #expect(logNormalInterval(bound, bound) == -.infinity) }
    #expect(logNormalInterval(2, 1) == -.infinity)
    #expect(logNormalInterval(1e200, 2e200) == -.infinity)
    #expect(logNormalInterval(-2e200, -1e200) == -.infinity)
  }

  @Test func intervalIsContinuousWhereTheMethodChanges() {
    for lower in stride(from: -45.0, through: 5, by: 0.37) {
      var before = -Double.infinity
      for step in 0..<400 {
        let value = logNormalInterval(lower, lower + 1e-3 * exp(Double(step) * 0.03))
        #expect(!value.isNaN && value <= 0 && value >= before - 1e-13 * abs(before))
        before = value
      }
    }
  }

  @Test(arguments: [
    (-1e6, -500000000014.73444), (-1000.0, -500007.82669481216), (-38.0, -726.5572160188201),
    (-10.0, -53.23128515051247), (-5.0000001, -15.064998912639128), (-5.0, -15.064998393988725),
    (-4.999, -15.059812373671576), (-2.0, -3.783184333682032), (-1.0, -1.8410216450092636),
    (-0.1, -0.7761545927302733), (0.0, -0.6931471805599453), (0.1, -0.6165050101150263), (1.0, -0.17275377902344988),
    (5.0, -2.866516129637636e-07), (8.0, -6.220960574271786e-16), (37.0, -5.725571222524577e-300),
    (.infinity, 0), (-.infinity, -.infinity),
  ])
  func distribution(x: Double, expected: Double) { #expect(close(logNormalDistribution(x), expected)) }

  @Test(arguments: [
    (-1e6, -500000000028.55), (-1000.0, -500014.73445209116), (-100.0, -5010.12957880025),
    (-20.0, -206.9178385094251), (-5.0000001, -16.74430169884262), (-5.0, -16.74430116266099),
    (-4.999, -16.738939816412742), (-3.0, -7.869686059603029), (-1.0, -2.4851210257126413),
    (-0.1, -1.047153314072846), (0.0, -0.9189385332046728), (0.1, -0.7964313395507471), (1.0, 0.08002621884930694),
    (5.0, 1.6094379231264313), (100.0, 4.605170185988092), (1000.0, 6.907755278982137),
    (.infinity, .infinity), (-.infinity, -.infinity), (-1e200, -.infinity),
  ])
  func expectedImprovement(z: Double, expected: Double) { #expect(close(logExpectedImprovementFactor(z), expected)) }

  @Test func expectedImprovementGrows() {
    var before = -Double.infinity
    for step in 0...20_000 {
      let value = logExpectedImprovementFactor(-60 + Double(step) * 0.005)
      #expect(value > before)
      before = value
    }
  }

  @Test func density() {
    #expect(close(logNormalDensity(0), -0.9189385332046728))
    #expect(close(logNormalDensity(-3), -5.418938533204673))
    #expect(logNormalDensity(.infinity) == -.infinity)
  }

  @Test func sumsOfExponentials() {
    #expect(logSumExp([]) == -.infinity)
    #expect(logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(logSumExp([1, .infinity]) == .infinity)
    #expect(close(logSumExp([1000, 1000]), 1000.6931471805599))
    #expect(close(logSumExp([-1e5, -.infinity, -1e5 + 1]), -99998.68673831248))
  }

  @Test func oneMinusExponential() {
    #expect(close(logOneMinusExp(-1e-20), -46.051701859880914))
    #expect(close(logOneMinusExp(-50), -1.928749847963918e-22))
    #expect(logOneMinusExp(0) == -.infinity)
    #expect(logOneMinusExp(-.infinity) == 0)
  }

  private func close(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 2e-13 * abs(b) }
}
