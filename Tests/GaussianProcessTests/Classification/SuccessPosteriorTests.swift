import GaussianProcess
import Glibc
import Testing

struct SuccessPosteriorTests {
  private let inputs = [0, 0.4, 1.1, 1.3, 2.3, 3, 3.4, 4.2]
  private let outcomes = [true, true, false, false, true, true, false, true]
  private let candidates = [-1, 0.4, 1.7, 5]

  private func classifier() throws -> ProcessClassifier<Double> {
    try ProcessClassifier(
      kernel: ScaledKernel(variance: 2.25, base: SquaredExponential()), mean: 0.3, inputs: inputs, outcomes: outcomes)
  }

  @Test func withoutSuppositionsTheProbabilitiesAreTheClassifiers() throws {
    let classifier = try classifier()
    let successes = SuccessPosterior(of: classifier, at: candidates)
    #expect(successes.count == 4)
    #expect(distance(successes.logProbabilities, classifier.logProbabilities(candidates)) < 1e-12)
  }

  /// The expected numbers are scipy's, from the mean `mu` and the covariance `S` of `agreesWithScipy` of ProcessClassifierTests, with its
  /// whole matrix in the place of its diagonal, by quadrature over f at the failed candidate:
  ///
  ///     for i in [2, 3]:
  ///         a, b = mu[i], S[i, i]
  ///         moment = lambda n: quad(lambda u: u**n * norm.cdf(-a - b**.5 * u) * norm.pdf(u), -12, 12)[0]
  ///         z, e, v = moment(0), moment(1) / moment(0), moment(2) / moment(0)
  ///         s = S[:, i] / b**.5; mu = mu + s * e; S = S + outer(s, s) * (v - e * e - 1)
  @Test func supposedFailuresAgreeWithScipy() throws {
    var successes = SuccessPosterior(of: try classifier(), at: candidates)
    successes.suppose(failed: 2)
    let first = [0.6621924573459493, 0.6800203671516162, 0.2989551412858241, 0.6681660878982221]
    #expect(distance(successes.logProbabilities, first.map { log($0) }) < 1e-7)
    successes.suppose(failed: 3)
    let second = [0.6621888518968627, 0.6800555211431337, 0.2981875175962343, 0.3741149895780187]
    #expect(distance(successes.logProbabilities, second.map { log($0) }) < 1e-7)
  }

  @Test func manyFailuresMakeSuccessImprobableAndNothingImpossible() throws {
    var successes = SuccessPosterior(of: try classifier(), at: [1.7, 1.7, 20])
    let far = successes.logProbabilities[2]
    for _ in 0..<50 { successes.suppose(failed: 0) }
    #expect(abs(successes.logProbabilities[0] - successes.logProbabilities[1]) < 1e-9)
    #expect(successes.logProbabilities[0] < log(0.05) && successes.logProbabilities[0] > log(0.001))
    #expect(successes.logProbabilities[2] == far)
  }

  @Test func withoutAProcessNothingIsSaidOfOthers() {
    var successes = SuccessPosterior(logProbabilities: [-1, -2])
    successes.suppose(failed: 1)
    #expect(successes.logProbabilities == [-1, -2])
  }
}
