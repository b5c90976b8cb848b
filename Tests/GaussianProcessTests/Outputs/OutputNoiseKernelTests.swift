import CohobateTesting
import GaussianProcess
import Testing

struct OutputNoiseKernelTests {
  static let inputs = [
    OutputInput(output: 0, input: 1.0, observation: 0), OutputInput(output: 0, input: 1.0, observation: 1),
    OutputInput(output: 1, input: 1.0, observation: 2), OutputInput(output: 1, input: 1.0),
    OutputInput(output: 1, input: 2.0, observation: 2),
  ]

  @Test func keepsItsPromises() {
    #expect(kernelViolations(OutputNoiseKernel(outputs: 2, prior: .outputScale), inputs: Self.inputs) == [])
  }

  @Test func observationsShareNothing() {
    let kernel = OutputNoiseKernel<Double>(outputs: 2, prior: .outputScale).with(coordinates: [0, 0.6931471805599453])
    #expect(distance(kernel.variances(Self.inputs), [1, 1, 4, 0, 4]) < 1e-12)
    #expect(kernel.covariance(Self.inputs[0], Self.inputs[1]) == 0)
  }
}
