import CohobateTesting
import GaussianProcess
import Testing

struct LinearKernelTests {
  @Test func keepsItsPromises() {
    #expect(kernelViolations(LinearKernel(), inputs: RadialKernelTests.points) == [])
    #expect(LinearKernel().covariance([1, 2], [3, -4]) == -2.5)
  }

  /// scikit-learn 1.7's GaussianProcessRegressor: 1.7 · RBF(.8 √3) + .2 · DotProduct(0), noise of variance .05.
  @Test func agreesWithScikitLearnInASum() throws {
    let kernel =
      ScaledKernel(variance: 1.7, base: RadialKernel(.squaredExponential, lengthScales: [0.8]))
      + ScaledKernel(variance: 0.6, base: LinearKernel())
    let process = try GaussianProcess(mean: ConstantMean(0), kernel: kernel, noiseVariance: 0.05)
      .conditioned(on: Array(RadialKernelTests.points.prefix(5)), values: [1.2, -0.4, 0.9, 2.1, -1])
    let predictions = process.predict([[0.1, 0.2, 0.3], [-2, 1, 0.5]])
    #expect(distance(predictions.map(\.mean), [0.22279125913072453, 1.2524956523969641]) < 1e-8)
    #expect(distance(predictions.map(\.standardDeviation), [0.4010830786547891, 1.2765153897564432]) < 1e-8)
    #expect(abs(process.logMarginalLikelihood - -8.12517847089878) < 1e-8)
  }

  /// A linear function is learnt exactly, far away as well.
  @Test func extrapolates() throws {
    let inputs = [[0.0, 1], [1, 0], [2, 2], [-1, 3]]
    let process = try GaussianProcess(
      mean: ConstantMean(0), kernel: ScaledKernel(variance: 100, base: LinearKernel()), noiseVariance: 1e-8
    ).conditioned(on: inputs, values: inputs.map { 3 * $0[0] - 2 * $0[1] })
    #expect(abs(process.predict([[50, -20]])[0].mean - 190) < 1e-3)
  }
}
