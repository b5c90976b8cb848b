import GaussianProcess
import Numerics
import Testing

struct CandidatePosteriorTests {
  let process: GaussianProcess<Double>
  let candidates = [0.1, 0.15, 0.9, 1.8, 1.8, 2.6, 9]
  let posterior: CandidatePosterior

  init() throws {
    process = try GaussianProcessTests.prior().conditioned(on: Reference.inputs, values: Reference.values)
    posterior = CandidatePosterior(of: process, at: candidates)
  }

  @Test func predictsAsTheProcess() {
    let expected = process.predict(candidates)
    #expect(distance(posterior.predictions.map(\.mean), expected.map(\.mean)) < 1e-12)
    #expect(distance(posterior.predictions.map(\.standardDeviation), expected.map(\.standardDeviation)) < 1e-12)
    for (observed, prediction) in zip(posterior.observed, posterior.predictions) {
      let deviation = (prediction.standardDeviation * prediction.standardDeviation + 0.04).squareRoot()
      #expect(observed.mean == prediction.mean && abs(observed.standardDeviation - deviation) < 1e-12)
    }
    #expect(posterior.observations == process.predict(candidates, includingNoise: true))
    #expect(abs(posterior.scale - 1.3) < 1e-12)
    #expect(posterior.count == candidates.count)
    #expect(posterior.unexplainedShares == candidates.map { _ in 1 })
  }

  @Test func covariancesAreThoseOfTheJointPrediction() {
    let joint = process.joint(candidates).covariance
    for index in candidates.indices {
      #expect(distance(posterior.covariances(with: index), Array(joint.column(index))) < 1e-12)
    }
  }

  /// Supposing candidates known one after another leaves the variances of the process conditioned on them without
  /// noise.
  @Test func supposingEqualsConditioning() throws {
    let known = [2, 5, 0]
    var supposed = posterior
    for index in known { supposed.suppose(known: index) }
    let joint = process.joint(candidates).covariance
    struct Remaining: Kernel {
      let covariance: [[Double]]
      func covariance(_ a: Int, _ b: Int) -> Double { covariance[a][b] }
    }
    let remaining = Remaining(covariance: candidates.indices.map { Array(joint.column($0)) })
    let conditioned = try GaussianProcess(mean: ConstantMean(0), kernel: remaining, noiseVariance: 0)
      .conditioned(on: known, values: known.map { _ in 0 })
    for (index, share) in supposed.unexplainedShares.enumerated() {
      let deviation = conditioned.predict([index])[0].standardDeviation
      #expect(abs(share - deviation * deviation / joint[index, index]) < 1e-9)
    }
  }

  @Test func duplicatesAreExplainedWhollyAndStrangersNotAtAll() {
    var supposed = posterior
    supposed.suppose(known: 3)
    #expect(supposed.unexplainedShares[3] == 0)
    #expect(supposed.unexplainedShares[4] == 0)
    #expect(supposed.unexplainedShares[6] > 0.999_999)
    let shares = supposed.unexplainedShares
    supposed.suppose(known: 4)
    #expect(supposed.unexplainedShares == shares)
  }

  @Test func aPriorHasAPosteriorToo() throws {
    var prior = CandidatePosterior(of: try GaussianProcessTests.prior(), at: [0, 0.8, 50])
    prior.suppose(known: 0)
    let correlation = SquaredExponential().covariance(0, 0.8)
    #expect(distance(prior.unexplainedShares, [0, 1 - correlation * correlation, 1]) < 1e-12)
  }

  @Test func noCandidatesAreAllowed() throws {
    #expect(CandidatePosterior(of: process, at: []).unexplainedShares.isEmpty)
  }
}
