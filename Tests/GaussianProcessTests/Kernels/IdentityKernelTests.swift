import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct IdentityKernelTests {
  @Test func keepsItsPromises() {
    #expect(kernelViolations(IdentityKernel(), inputs: KernelTests.inputs) == [])
  }

  @Test func onlyEqualInputsShareAnything() {
    let block = IdentityKernel<Double>().block([1, 2, 1], [1, 3])
    #expect(block == Matrix(rows: 3, columns: 2, storage: [1, 0, 1, 0, 0, 0]))
    #expect(IdentityKernel<Double>().variances([1, 3]) == [1, 1])
  }

  /// What a smooth kernel does not describe is known where it was observed, and nowhere else.
  @Test func isCertainWhereItWasObserved() throws {
    let data = try SyntheticData(count: 12, seed: 3, mean: 40, outputScale: 1, noise: 0.3)
    let kernel = SquaredExponential() + ScaledKernel(variance: 0.09, base: IdentityKernel<Double>())
    let process = try GaussianProcess(mean: ConstantMean(40), kernel: kernel, noiseVariance: 1e-10)
      .conditioned(on: data.inputs, values: data.values)
    for (prediction, value) in zip(process.predict(data.inputs), data.values) {
      #expect(abs(prediction.mean - value) < 1e-6 && prediction.standardDeviation < 1e-4)
    }
    let near = process.predict(data.inputs.map { $0 + 1e-9 })
    #expect(near.allSatisfy { $0.standardDeviation > 0.29 })
  }
}
