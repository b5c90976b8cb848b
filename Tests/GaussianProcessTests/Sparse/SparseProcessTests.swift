import CohobateTesting
import GaussianProcess
import Glibc
import Numerics
import Testing

struct SparseProcessTests {
  static let data = (0..<60).map { Double($0) * 0.17 }
  static let values = data.map { sin($0) + 0.3 * cos(7 * $0) }
  static let targets = [-1, 0.4, 1.7, 5.03, 12]

  static func prior(_ inducing: [Double], kernel: some Kernel<Double> = SquaredExponential()) throws
    -> SparseProcess<Double>
  {
    try SparseProcess(
      mean: ConstantMean(0.5), kernel: ScaledKernel(variance: 1.69, base: kernel), noiseVariance: 0.04,
      inducingInputs: inducing)
  }

  private static func exact() throws -> GaussianProcess<Double> { try GaussianProcessTests.prior() }

  /// With every observed input among the inducing ones nothing is approximated.
  @Test func isExactWhereEveryInputInduces() throws {
    let inputs = Reference.inputs
    let exact = try Self.exact().conditioned(on: inputs, values: Reference.values)
    let sparse = try Self.prior([0, 0.4, 1.1, 2.3, 3]).conditioned(on: inputs, values: Reference.values)
    let (one, other) = (exact.predict(Self.targets), sparse.predict(Self.targets))
    #expect(distance(one.map(\.mean), other.map(\.mean)) < 1e-9)
    #expect(distance(one.map(\.standardDeviation), other.map(\.standardDeviation)) < 1e-9)
    let (left, leftOther) = (exact.leaveOneOut, sparse.leaveOneOut)
    #expect(distance(left.map(\.mean), leftOther.map(\.mean)) < 1e-8)
    #expect(distance(left.map(\.standardDeviation), leftOther.map(\.standardDeviation)) < 1e-8)
    #expect(abs(exact.logMarginalLikelihood - sparse.logMarginalLikelihood) < 1e-8)
    #expect((sparse.unexplainedShares.max() ?? 1) < 1e-12 && sparse.jitter == 0)
  }

  /// The process whose covariance is written out: Q between different observations, the kernel's own on the diagonal.
  @Test func isTheProcessOfItsCovariance() throws {
    let inducing = [0.2, 3, 5, 9.5]
    let sparse = try Self.prior(inducing).conditioned(on: Self.data, values: Self.values)
    let kernel = sparse.kernel
    let factor = try CholeskyFactor(kernel.block(inducing, inducing))
    let (u, t) = (
      factor.solveLower(kernel.block(inducing, Self.data)), factor.solveLower(kernel.block(inducing, Self.targets))
    )
    var covariance = Matrix.transposedProduct(u, u)
    for index in Self.data.indices { covariance[index, index] = 1.69 + 0.04 }
    let cross = Matrix.transposedProduct(u, t)
    let whole = try CholeskyFactor(covariance)
    let residuals = Self.values.map { $0 - 0.5 }
    let weights = whole.solve(residuals)
    let predictions = sparse.predict(Self.targets)
    for (column, prediction) in predictions.enumerated() {
      let mean = 0.5 + zip(cross.column(column), weights).reduce(0) { $0 + $1.0 * $1.1 }
      let solved = whole.solveLower(Array(cross.column(column)))
      let variance = 1.69 - solved.reduce(0) { $0 + $1 * $1 }
      #expect(abs(prediction.mean - mean) < 1e-9)
      #expect(abs(prediction.standardDeviation - variance.squareRoot()) < 1e-9)
    }
    let quadratic = zip(residuals, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let likelihood = -0.5 * (quadratic + whole.logDeterminant) + 60 * logNormalDensity(0)
    #expect(abs(sparse.logMarginalLikelihood - likelihood) < 1e-8)
    for (index, left) in sparse.leaveOneOut.enumerated() {
      let precision = whole.inverseDiagonal[index]
      #expect(abs(left.mean - (Self.values[index] - weights[index] / precision)) < 1e-9)
      #expect(abs(left.standardDeviation - (1 / precision).squareRoot()) < 1e-9)
    }
  }

  @Test func conditioningTwiceIsConditioningOnBoth() throws {
    let prior = try Self.prior([0, 2, 4, 6, 8, 10])
    let deviations = Self.data.indices.map { 0.01 * Double($0 % 5) }
    let once = try prior.conditioned(on: Self.data, values: Self.values, noiseDeviations: deviations)
    let twice =
      try prior
      .conditioned(
        on: Array(Self.data[..<23]), values: Array(Self.values[..<23]), noiseDeviations: Array(deviations[..<23])
      )
      .conditioned(
        on: Array(Self.data[23...]), values: Array(Self.values[23...]), noiseDeviations: Array(deviations[23...]))
    #expect(distance(once.predict(Self.targets).map(\.mean), twice.predict(Self.targets).map(\.mean)) < 1e-11)
    #expect(abs(once.logMarginalLikelihood - twice.logMarginalLikelihood) < 1e-9)
    #expect(once.inputs == twice.inputs && once.noiseDeviations == twice.noiseDeviations)
    #expect(distance(once.leaveOneOut.map(\.mean), twice.leaveOneOut.map(\.mean)) < 1e-10)
  }

  @Test func withoutDataThePriorIsPredicted() throws {
    let prediction = try Self.prior([0, 1]).predict([0.5], includingNoise: true)[0]
    #expect(abs(prediction.mean - 0.5) < 1e-15)
    #expect(abs(prediction.standardDeviation - (1.69 + 0.04).squareRoot()) < 1e-12)
  }

  @Test func itsPosteriorMeanIsAPriorMean() throws {
    let sparse = try Self.prior([0, 2, 4, 6, 8, 10]).conditioned(on: Self.data, values: Self.values)
    #expect(priorMeanViolations(sparse, inputs: Self.targets) == [])
    #expect(distance(sparse.values(at: Self.targets), sparse.predict(Self.targets).map(\.mean)) < 1e-12)
  }

  /// Equal inducing inputs have no factor without something on the diagonal, which is recorded.
  @Test func jitterIsRecorded() throws {
    let sparse = try Self.prior([0, 1, 1, 2]).conditioned(on: Self.data, values: Self.values)
    #expect(sparse.jitter > 0 && sparse.jitter <= 1e-6 * 1.69)
    let plain = try Self.prior([0, 1, 2]).conditioned(on: Self.data, values: Self.values)
    #expect(distance(sparse.values(at: Self.targets), plain.values(at: Self.targets)) < 1e-4)
  }

  @Test func whatIsNotPositiveDefiniteIsNamed() {
    struct Negative: Kernel {
      func covariance(_ a: Double, _ b: Double) -> Double { -SquaredExponential().covariance(a, b) }
    }
    #expect(throws: GaussianProcessError.numerics(.notPositiveDefinite(order: 1, size: 2))) {
      try Self.prior([0, 1], kernel: Negative())
    }
    #expect(throws: GaussianProcessError.invalidSetting("A sparse process needs at least one inducing input.")) {
      try Self.prior([])
    }
    #expect(throws: GaussianProcessError.invalidNoise(variance: "0.0")) {
      try SparseProcess(mean: ConstantMean(0), kernel: SquaredExponential(), noiseVariance: 0, inducingInputs: [1])
    }
    #expect(throws: GaussianProcessError.countMismatch(inputs: 1, values: 2)) {
      try Self.prior([0]).conditioned(on: [1], values: [1, 2])
    }
  }
}
