import GaussianProcess
import Glibc
import Numerics
import Testing

struct GaussianProcessTests {
  static func prior(noise: Double = 0.2) throws -> GaussianProcess<Double> {
    try GaussianProcess(
      mean: ConstantMean(0.5), kernel: ScaledKernel(variance: 1.69, base: SquaredExponential()),
      noiseVariance: noise * noise)
  }

  /// The expected numbers are numpy's:
  ///
  ///     x = array(Reference.inputs); y = array(Reference.values); t = array([-1, .4, 1.7, 5])
  ///     k = lambda a, b: 1.3**2 * exp(-.5 * (a[:, None] - b[None, :])**2 / .8**2)
  ///     K = k(x, x) + .2**2 * eye(6); Ki = inv(K); r = y - .5; c = k(x, t)
  ///     means = .5 + c.T @ Ki @ r; covariance = k(t, t) - c.T @ Ki @ c
  ///     likelihood = -.5 * r @ Ki @ r - .5 * slogdet(K)[1] - 3 * log(2 * pi)
  ///     loo = y - (Ki @ r) / diag(Ki); deviations = 1 / sqrt(diag(Ki))
  @Test func agreesWithNumpy() throws {
    let process = try Self.prior().conditioned(on: Reference.inputs, values: Reference.values)
    let targets = [-1, 0.4, 1.7, 5]
    let means = [0.9991641597131751, 0.7117849125588577, -0.442400194511555, 0.6003787058234957]
    let deviations = [1.0485188202904394, 0.17785133467655798, 0.3442552898112855, 1.2978678275914863]
    let predictions = process.predict(targets)
    #expect(distance(predictions.map(\.mean), means) < 1e-8)
    #expect(distance(predictions.map(\.standardDeviation), deviations) < 1e-8)
    let joint = process.joint(targets)
    #expect(distance(joint.means, means) < 1e-8)
    #expect(distance(joint.covariance.diagonal, deviations.map { $0 * $0 }) < 1e-8)
    #expect(abs(joint.covariance[0, 1] - -0.04087106363049803) < 1e-8)
    #expect(abs(joint.covariance[3, 2] - 0.013005330667601277) < 1e-8)
    #expect(abs(process.logMarginalLikelihood - -5.502449738658145) < 1e-8)
    let leftOut = [
      0.9474104195169849, 0.7563271573614725, -0.23769307084363345, -0.28407763520186985, 1.0556516412202306,
      0.6414230729081065,
    ]
    let leftOutDeviations = [
      0.5583616655142396, 0.4372458846758079, 0.27768264527440156, 0.27768264527440156, 0.861780822140738,
      0.9416308019256554,
    ]
    #expect(distance(process.leaveOneOut.map(\.mean), leftOut) < 1e-8)
    #expect(distance(process.leaveOneOut.map(\.standardDeviation), leftOutDeviations) < 1e-8)
  }

  @Test func conditioningTwiceIsConditioningOnBoth() throws {
    let data = try SyntheticData(count: 30, seed: 1, mean: 0.5, outputScale: 1.3, noise: 0.2)
    let once = try Self.prior().conditioned(on: data.inputs, values: data.values)
    for split in [0, 1, 13, 29, 30] {
      let twice = try Self.prior()
        .conditioned(on: Array(data.inputs[..<split]), values: Array(data.values[..<split]))
        .conditioned(on: Array(data.inputs[split...]), values: Array(data.values[split...]))
      let targets = [-3, 0.1, 5, 5.5, 12]
      #expect(distance(once.predict(targets).map(\.mean), twice.predict(targets).map(\.mean)) < 1e-10)
      #expect(
        distance(once.predict(targets).map(\.standardDeviation), twice.predict(targets).map(\.standardDeviation))
          < 1e-10)
      #expect(abs(once.logMarginalLikelihood - twice.logMarginalLikelihood) < 1e-9)
      #expect(twice.inputs == data.inputs && twice.values == data.values)
    }
  }

  @Test func leaveOneOutEqualsLeavingOut() throws {
    let data = try SyntheticData(count: 20, seed: 2, mean: 0.5, outputScale: 1.3, noise: 0.2)
    let all = try Self.prior().conditioned(on: data.inputs, values: data.values).leaveOneOut
    for index in data.inputs.indices {
      var (inputs, values) = (data.inputs, data.values)
      let left = inputs.remove(at: index)
      values.remove(at: index)
      let others = try Self.prior().conditioned(on: inputs, values: values)
      let brute = others.predict([left], includingNoise: true)[0]
      #expect(abs(brute.mean - all[index].mean) < 1e-9)
      #expect(abs(brute.standardDeviation - all[index].standardDeviation) < 1e-9)
    }
  }

  @Test func withoutDataThePriorIsPredicted() throws {
    let prior = try Self.prior()
    #expect(prior.predict([1]) == [Prediction(mean: 0.5, standardDeviation: 1.69.squareRoot())])
    #expect(abs(prior.predict([1], includingNoise: true)[0].standardDeviation - (1.69 + 0.04).squareRoot()) < 1e-15)
    #expect(prior.joint([1, 2]).covariance[0, 1] == 1.69 * SquaredExponential().covariance(1, 2))
    #expect(prior.logMarginalLikelihood == 0)
    #expect(prior.leaveOneOut.isEmpty)
    #expect(prior.predict([]).isEmpty)
  }

  @Test func manyAreTheSameAsOneByOne() throws {
    let process = try Self.prior().conditioned(on: Reference.inputs, values: Reference.values)
    let targets = (0..<2500).map { Double($0) * 0.004 - 3 }
    let together = process.predict(targets)
    for index in [0, 1023, 1024, 2047, 2048, 2499] {
      let alone = process.predict([targets[index]])[0]
      #expect(abs(alone.mean - together[index].mean) < 1e-12)
      #expect(abs(alone.standardDeviation - together[index].standardDeviation) < 1e-12)
    }
  }

  @Test func whatWasSeenWithoutNoiseIsKnown() throws {
    let process = try Self.prior(noise: 0).conditioned(on: [0, 1, 2], values: [3, -1, 5])
    #expect(distance(process.predict([0, 1, 2]).map(\.mean), [3, -1, 5]) < 1e-9)
    #expect(process.predict([0, 1, 2]).allSatisfy { $0.standardDeviation < 1e-6 })
  }

  @Test func badDataIsNamed() throws {
    let prior = try Self.prior()
    #expect(throws: GaussianProcessError.countMismatch(inputs: 2, values: 1)) {
      try prior.conditioned(on: [0, 1], values: [1])
    }
    #expect(throws: GaussianProcessError.nonFiniteValue(index: 1, value: "inf")) {
      try prior.conditioned(on: [0, 1], values: [1, .infinity])
    }
    #expect(throws: GaussianProcessError.numerics(.notPositiveDefinite(order: 2, size: 2))) {
      try Self.prior(noise: 0).conditioned(on: [1, 1], values: [0, 0])
    }
    #expect(throws: GaussianProcessError.invalidNoise(variance: "-1.0")) {
      try GaussianProcess(mean: ConstantMean(0), kernel: SquaredExponential(), noiseVariance: -1)
    }
  }
}
