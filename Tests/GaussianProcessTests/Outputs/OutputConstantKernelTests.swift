import CohobateTesting
import GaussianProcess
import Testing

struct OutputConstantKernelTests {
  @Test func keepsItsPromises() {
    #expect(kernelViolations(OutputConstantKernel(), inputs: CoregionalKernelTests.inputs) == [])
    #expect(kernelViolations(OutputConstantKernel(), inputs: OutputNoiseKernelTests.inputs) == [])
  }
}
