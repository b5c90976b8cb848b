import CohobateTesting
import GaussianProcess
import Testing

struct RadialKernelTests {
  static let points: [[Double]] = [
    [0, 1, -0.5], [0.3, -0.2, 0.8], [1.5, 0.4, 0.1], [-1, 0.9, 2], [0.7, -1.3, -0.6], [0.7, -1.3, -0.6],
  ]

  @Test(arguments: RadialKernel.Shape.allCases)
  func keepsItsPromises(_ shape: RadialKernel.Shape) {
    #expect(kernelViolations(RadialKernel(shape), inputs: Self.points) == [])
    let one = LogNormalPrior.lengthScale
    let many = RadialKernel(shape, lengthScales: [0.5, 1.2, 2], prior: one)
    #expect(kernelViolations(many, inputs: Self.points) == [])
    #expect(kernelViolations(RadialKernel(shape, lengthScales: [0.3]), inputs: Self.points) == [])
  }

  /// The distance is the mean square, so that repeated coordinates change nothing.
  @Test func meansTheSameInAnyDimension() {
    let kernel = RadialKernel(.matern52, lengthScales: [0.7])
    let once = kernel.covariance([0, 1, -0.5], [0.3, -0.2, 0.8])
    let twice = kernel.covariance([0, 1, -0.5, 0, 1, -0.5], [0.3, -0.2, 0.8, 0.3, -0.2, 0.8])
    #expect(abs(once - twice) < 1e-15)
  }

  /// scikit-learn 1.7's GaussianProcessRegressor with an output scale of √1.7, noise of variance .05 and fixed length
  /// scales (there multiplied by √3, since its distance is a sum).
  @Test(arguments: [
    (
      RadialKernel.Shape.squaredExponential, [0.8], [0.25091406631243, 1.0357965770529598],
      [0.3961538787889176, 1.1435996931524217], -8.410552297862825
    ),
    (
      .matern12, [0.8], [0.26678040204738795, 0.6119403302198331], [0.9522123488051809, 1.236238576393502],
      -8.256908791980978
    ),
    (
      .matern32, [0.8], [0.23288470321558327, 0.7850606038405678], [0.6764292810867726, 1.2033874605617552],
      -8.286610003507336
    ),
    (
      .matern52, [0.8], [0.22948520654857532, 0.8527078004985392], [0.5720365058309752, 1.1888393473237762],
      -8.308705858673994
    ),
    (
      .matern52, [0.5, 1.2, 2], [0.31775040786705494, 0.8164122485139904], [0.34450866465196467, 1.1966077073255048],
      -8.037202138054363
    ),
  ])
  func agreesWithScikitLearn(
    shape: RadialKernel.Shape, lengthScales: [Double], means: [Double], deviations: [Double], logLikelihood: Double
  ) throws {
    let process = try GaussianProcess(
      mean: ConstantMean(0), kernel: ScaledKernel(variance: 1.7, base: RadialKernel(shape, lengthScales: lengthScales)),
      noiseVariance: 0.05
    ).conditioned(on: Array(Self.points.prefix(5)), values: [1.2, -0.4, 0.9, 2.1, -1])
    let predictions = process.predict([[0.1, 0.2, 0.3], [-2, 1, 0.5]])
    #expect(distance(predictions.map(\.mean), means) < 1e-8)
    #expect(distance(predictions.map(\.standardDeviation), deviations) < 1e-8)
    #expect(abs(process.logMarginalLikelihood - logLikelihood) < 1e-8)
  }
}
