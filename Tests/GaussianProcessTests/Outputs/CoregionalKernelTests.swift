import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct CoregionalKernelTests {
  static let inputs = RadialKernelTests.points.enumerated().flatMap { index, point in
    [OutputInput(output: index % 3, input: point), OutputInput(output: (index + 1) % 3, input: point)]
  }

  /// Slopes equal differences, among the rest that the suite checks.
  @Test(arguments: [0, 1, 2])
  func keepsItsPromises(rank: Int) {
    let radial = CoregionalKernel(outputs: 3, rank: rank, base: RadialKernel(.matern52))
    #expect(kernelViolations(radial, inputs: Self.inputs) == [])
    let sum = CoregionalKernel(
      outputs: 3, rank: rank,
      base: RadialKernel(.squaredExponential, lengthScales: [1, 0.5, 2], prior: .lengthScale) + LinearKernel().scaled())
    #expect(kernelViolations(sum, inputs: Self.inputs) == [])
    #expect(kernelViolations(CoregionalKernel(outputs: 3, rank: rank, base: LinearKernel()), inputs: Self.inputs) == [])
    #expect(radial.hyperparameters.count == 3 * rank + 3 + 1)
  }

  @Test func mixesFunctions() {
    let kernel = CoregionalKernel(
      weights: Matrix(rows: 2, columns: 1, storage: [2, -1]), ownVariances: [0.5, 3], base: SquaredExponential())
    let base = SquaredExponential().covariance(0, 0.7)
    func covariance(_ a: Int, _ b: Int) -> Double {
      kernel.covariance(OutputInput(output: a, input: 0), OutputInput(output: b, input: 0.7))
    }
    #expect(covariance(0, 0) == 4.5 * base)
    #expect(covariance(0, 1) == -2 * base)
    #expect(covariance(1, 1) == 4 * base)
    #expect(kernel.outputCovariance == Matrix(rows: 2, columns: 2, storage: [4.5, -2, -2, 4]))
    #expect(kernel.hyperparameters.map(\.value) == [2, -1, 0.5, 3])
  }

  @Test func itsFeaturesAreThoseOfItsCovariances() throws {
    var stream = RandomStream(seed: 16)
    let kernel = CoregionalKernel(
      weights: Matrix(rows: 3, columns: 2, storage: [2, -1, 0.3, 0, 1, -0.4]), ownVariances: [0.5, 1, 0.1],
      base: RadialKernel(.matern32, lengthScales: [0.7]))
    #expect(try featureViolations(kernel, inputs: Self.inputs, from: &stream) == [])
  }
}
