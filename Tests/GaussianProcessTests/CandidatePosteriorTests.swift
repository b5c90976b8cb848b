import GaussianProcess
import Glibc
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
    var stream = RandomStream(seed: 1)
    let none = CandidatePosterior(of: process, at: [])
    #expect(none.unexplainedShares.isEmpty)
    #expect(try none.samples(of: [], count: 3, stream: &stream) == Matrix(rows: 3, columns: 0))
  }

  // MARK: Joint samples

  /// The means of the columns, and their covariances.
  private func moments(_ samples: Matrix) -> (means: [Double], covariance: Matrix) {
    let count = Double(samples.rows)
    let means = (0..<samples.columns).map { samples.column($0).reduce(0, +) / count }
    var centred = samples
    for column in 0..<samples.columns {
      for row in 0..<samples.rows { centred[row, column] -= means[column] }
    }
    return (means, (1 / count) * Matrix.symmetricProduct(centred, transposed: true))
  }

  /// With 40,000 samples a mean has a standard error of 0.007 at most, and a covariance one of 0.012.
  @Test func samplesHaveTheMomentsOfObservations() throws {
    let indices = [5, 0, 1, 6, 2]
    var stream = RandomStream(seed: 7)
    let samples = try posterior.samples(of: indices, count: 40_000, stream: &stream)
    #expect(samples.rows == 40_000 && samples.columns == 5)
    let (means, covariance) = moments(samples)
    let joint = process.joint(indices.map { candidates[$0] })
    #expect(distance(means, joint.means) < 0.04)
    for column in indices.indices {
      for row in indices.indices {
        let noise = row == column ? process.noiseVariance : 0
        #expect(abs(covariance[row, column] - joint.covariance[row, column] - noise) < 0.06)
      }
    }
  }

  /// More candidates than a panel of the factor has rows.
  @Test func samplesOfManyAreTheFactorTimesNormalValues() throws {
    let many = (0..<300).map { 0.03 * Double($0) }
    var stream = RandomStream(seed: 9)
    let samples = try CandidatePosterior(of: process, at: many).samples(
      of: Array(many.indices), count: 1, stream: &stream)
    var same = RandomStream(seed: 9)
    // It draws one of the processes first, although there is only one.
    _ = same.uniform()
    let joint = process.joint(many)
    var covariance = joint.covariance
    covariance.addToDiagonal(process.noiseVariance)
    let deviations = try CholeskyFactor(covariance).lower * many.map { _ in same.normal() }
    #expect(distance(samples.storage, zip(joint.means, deviations).map { $0 + $1 }) < 1e-9)
  }

  @Test func samplesOfAPriorHaveItsMoments() throws {
    var stream = RandomStream(seed: 8)
    let prior = CandidatePosterior(of: try GaussianProcessTests.prior(), at: [0, 0.8])
    let (means, covariance) = moments(try prior.samples(of: [0, 1], count: 40_000, stream: &stream))
    #expect(distance(means, [0.5, 0.5]) < 0.04)
    #expect(abs(covariance[0, 1] - 1.69 * SquaredExponential().covariance(0, 0.8)) < 0.06)
    #expect(abs(covariance[0, 0] - 1.73) < 0.06)
  }

  @Test func samplesAreThoseOfTheirStream() throws {
    func samples(_ seed: UInt64) throws -> Matrix {
      var stream = RandomStream(seed: seed)
      return try posterior.samples(of: [3, 1], count: 20, stream: &stream)
    }
    #expect(try samples(3) == samples(3))
    #expect(try samples(3) != samples(4))
  }

  /// Twins without noise have the same value, although their covariance matrix is singular; and where the process is
  /// known without noise, there is nothing to draw.
  @Test func samplesWithoutNoiseAreThoseOfTheProcess() throws {
    let exact = try GaussianProcess(mean: ConstantMean(0.5), kernel: SquaredExponential(), noiseVariance: 0)
      .conditioned(on: [0, 2], values: [1, -1])
    let posterior = CandidatePosterior(of: exact, at: [0, 5, 5, 2])
    var stream = RandomStream(seed: 9)
    let samples = try posterior.samples(of: [0, 1, 2, 3], count: 100, stream: &stream)
    for row in 0..<100 {
      #expect(abs(samples[row, 0] - 1) < 1e-2 && abs(samples[row, 3] + 1) < 1e-2)
      #expect(abs(samples[row, 1] - samples[row, 2]) < 1e-2)
    }
    #expect(moments(samples).covariance[1, 1] > 0.5)
  }

  /// Each sample is from one process: a mixture of two that are far apart gives no sample between them.
  @Test func aSampleOfAMixtureIsFromOneOfItsProcesses() throws {
    func process(_ mean: Double) throws -> GaussianProcess<Double> {
      try GaussianProcess(mean: ConstantMean(mean), kernel: SquaredExponential(), noiseVariance: 0.01)
    }
    let mixture = ProcessMixture([
      .init(weight: 3, process: try process(0)), .init(weight: 1, process: try process(100)),
    ])
    var stream = RandomStream(seed: 10)
    let samples = try CandidatePosterior(of: mixture, at: [0, 50]).samples(of: [0, 1], count: 4000, stream: &stream)
    var far = 0
    for row in 0..<4000 {
      #expect((samples[row, 0] > 50) == (samples[row, 1] > 50))
      if samples[row, 0] > 50 { far += 1 }
    }
    #expect(abs(Double(far) / 4000 - 0.25) < 0.035)
  }

  /// The transformed values are normal: the quantiles of the samples are the transformed ones.
  @Test(arguments: [ValueTransformation.logarithm, .power(0.5, average: 3, spread: 2)])
  func samplesAreTransformedToThePropertysValues(_ transformation: ValueTransformation) throws {
    let mixture = ProcessMixture([
      .init(weight: 1, process: process, transformation: transformation)
    ])
    var stream = RandomStream(seed: 11)
    let samples = try CandidatePosterior(of: mixture, at: candidates).samples(of: [6], count: 10_000, stream: &stream)
    let prediction = process.predict([candidates[6]], includingNoise: true)[0]
    for sigmas in [-1.0, 0, 1] {
      let value = transformation.original(prediction.mean + sigmas * prediction.standardDeviation)
      let share = Double(samples.storage.count { $0 < value }) / 10_000
      #expect(abs(share - exp(logNormalDistribution(sigmas))) < 0.025)
    }
  }
}
