import Chemistry
import GaussianProcess
import Glibc
import Numerics
import Testing

struct PathwiseSamplesTests {
  static let observed = Array(RadialKernelTests.points.prefix(5))
  static let targets = [[0.1, 0.2, 0.3], [-2, 1, 0.5], [0.7, -1.3, -0.6], [3, 3, -3]]

  /// A prior mean that differs from point to point.
  private struct Slope: PriorMean {
    func values(at inputs: [[Double]]) -> [Double] { inputs.map { 0.2 + 0.1 * $0[0] - 0.3 * $0[1] } }
  }

  private func process(_ kernel: some Kernel<[Double]>) throws -> GaussianProcess<[Double]> {
    try GaussianProcess(
      mean: Slope(), kernel: kernel, noiseVariance: 0.05
    )
    .conditioned(on: Self.observed, values: [1.2, -0.4, 0.9, 2.1, -1], noiseDeviations: [0, 0.2, 0, 0.5, 0])
  }

  /// The greatest differences of the means, in their own standard errors, and of the covariances, in the prior's
  /// variance, between samples and the joint prediction.
  private func differences<Input>(
    _ process: GaussianProcess<Input>, at targets: [Input], count: Int, draws: Int, seed: UInt64
  ) throws -> (mean: Double, covariance: Double) {
    var stream = RandomStream(seed: seed)
    let samples = try PathwiseSamples(of: process, count: count, draws: draws, like: targets[0], from: &stream)
      .values(at: targets)
    let joint = process.joint(targets)
    let scale = process.kernel.variances(targets).max() ?? 1
    var differences = (mean: 0.0, covariance: 0.0)
    let means = targets.indices.map { row in (0..<count).reduce(0) { $0 + samples[row, $1] } / Double(count) }
    for row in targets.indices {
      let error = (scale / Double(count)).squareRoot()
      differences.mean = max(differences.mean, abs(means[row] - joint.means[row]) / error)
      for column in targets.indices {
        let covariance =
          (0..<count).reduce(0) { $0 + (samples[row, $1] - means[row]) * (samples[column, $1] - means[column]) }
          / Double(count - 1)
        differences.covariance = max(differences.covariance, abs(covariance - joint.covariance[row, column]) / scale)
      }
    }
    return differences
  }

  /// With exact features there is no error but that of sampling: that of a mean is at most √(variance / count), that of
  /// a covariance at most the variance times √(2 / count); five of each are allowed.
  @Test func agreeWithTheJointPredictionWhereFeaturesAreExact() throws {
    let kernel = ScaledKernel(variance: 2, base: LinearKernel()) + ConstantKernel()
    let found = try differences(try process(kernel), at: Self.targets, count: 4000, draws: 1, seed: 9)
    #expect(found.mean < 5)
    #expect(found.covariance < 5 * (2.0 / 4000).squareRoot())
  }

  /// Random features add an error of 1/√draws of the prior's variance; five of both together are allowed.
  @Test(arguments: RadialKernel.Shape.allCases)
  func agreeWithTheJointPrediction(_ shape: RadialKernel.Shape) throws {
    let kernel = ScaledKernel(variance: 1.7, base: RadialKernel(shape, lengthScales: [0.8]))
    let found = try differences(try process(kernel), at: Self.targets, count: 4000, draws: 4000, seed: 10)
    #expect(found.mean < 5)
    #expect(found.covariance < 5 * (3.0 / 4000).squareRoot())
  }

  @Test func agreeWithTheJointPredictionOfMolecules() throws {
    let smiles = ["CCO", "CCCO", "c1ccccc1", "Cc1ccccc1", "CC(=O)Nc1ccc(O)cc1", "OCC(C)C", "c1ccncc1"]
    let fingerprints = try smiles.map { try Molecule(smiles: $0).fingerprint(radius: 2) }
    let process = try GaussianProcess(
      mean: ConstantMean(1), kernel: ScaledKernel(variance: 3, base: MinMaxKernel()), noiseVariance: 0.1
    ).conditioned(on: Array(fingerprints.prefix(4)), values: [1, 2, -1, -2])
    let found = try differences(process, at: Array(fingerprints.suffix(4)), count: 3000, draws: 3000, seed: 11)
    #expect(found.mean < 5)
    #expect(found.covariance < 5 * (3.0 / 3000).squareRoot())
  }

  @Test func areFunctions() throws {
    let process = try process(RadialKernel(.matern52, lengthScales: [0.8]))
    var (first, second) = (RandomStream(seed: 12), RandomStream(seed: 12))
    let samples = try PathwiseSamples(of: process, count: 3, draws: 64, from: &first)
    let again = try PathwiseSamples(of: process, count: 3, draws: 64, from: &second)
    let values = samples.values(at: Self.targets)
    #expect(values == again.values(at: Self.targets))
    #expect(values.rows == 4 && values.columns == 3 && samples.count == 3)
    let alone = samples.values(at: [Self.targets[2]])
    #expect(distance(alone.storage, (0..<3).map { values[2, $0] }) < 1e-12)
    let other = try PathwiseSamples(of: process, count: 3, draws: 64, from: &first)
    #expect(distance(other.values(at: Self.targets).storage, values.storage) > 0.01)
    // In more than one chunk.
    let many = (0..<2100).map { [Double($0) * 0.001, 0.3, 1] }
    let together = samples.values(at: many)
    #expect(distance((0..<3).map { together[2050, $0] }, samples.values(at: [many[2050]]).storage) < 1e-12)
  }

  /// Without noise all samples go through what was observed.
  @Test func goThroughWhatIsKnown() throws {
    let process = try GaussianProcess(
      mean: ConstantMean(0), kernel: RadialKernel(.matern52, lengthScales: [0.8]), noiseVariance: 0
    ).conditioned(on: Self.observed, values: [1.2, -0.4, 0.9, 2.1, -1])
    var stream = RandomStream(seed: 13)
    let values = try PathwiseSamples(of: process, count: 4, draws: 32, from: &stream).values(at: Self.observed)
    for sample in 0..<4 { #expect(distance(Array(values.column(sample)), process.values) < 1e-8) }
  }

  @Test func aPriorHasSamplesToo() throws {
    let prior = try GaussianProcess(
      mean: ConstantMean(3), kernel: RadialKernel(.matern52, lengthScales: [0.8]), noiseVariance: 0.1)
    let found = try differences(prior, at: Self.targets, count: 4000, draws: 4000, seed: 14)
    #expect(found.mean < 5)
    #expect(found.covariance < 5 * (3.0 / 4000).squareRoot())
    var stream = RandomStream(seed: 15)
    #expect(
      throws: GaussianProcessError.invalidSetting("Samples of a process without data need an example of an input.")
    ) {
      try PathwiseSamples(of: prior, count: 1, from: &stream)
    }
    #expect(throws: GaussianProcessError.self) { try PathwiseSamples(of: prior, count: 0, like: [0], from: &stream) }
  }
}
