import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct ConstantKernelTests {
  @Test func keepsItsPromises() {
    #expect(kernelViolations(ConstantKernel(), inputs: KernelTests.inputs) == [])
  }

  /// With a constant the process is that of an unknown mean: as its variance grows, the best mean is the generalised
  /// least-squares one.
  @Test func integratesTheMeanOut() throws {
    let data = try SyntheticData(count: 12, seed: 3, mean: 40, outputScale: 1, noise: 0.3)
    let kernel = ScaledKernel(variance: 1e6, base: ConstantKernel()) + SquaredExponential()
    let process = try GaussianProcess(mean: ConstantMean(0), kernel: kernel, noiseVariance: 0.09)
      .conditioned(on: data.inputs, values: data.values)
    var covariance = SquaredExponential().block(data.inputs, data.inputs)
    covariance.addToDiagonal(0.09)
    let solved = try CholeskyFactor(covariance).solve(Array(repeating: 1, count: 12))
    let mean = zip(solved, data.values).reduce(0) { $0 + $1.0 * $1.1 } / solved.reduce(0, +)
    #expect(abs(process.predict([1e9])[0].mean - mean) < 1e-2)
  }
}
