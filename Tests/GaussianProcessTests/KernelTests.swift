import CohobateTesting
import GaussianProcess
import Testing

struct KernelTests {
  static let inputs = [0, 0.3, 0.3, 1, -2.5, 40]

  @Test func built() {
    let kernel = SquaredExponential()
    #expect(kernelViolations(kernel, inputs: Self.inputs) == [])
    #expect(kernelViolations(ScaledKernel(variance: 2.5, base: kernel), inputs: Self.inputs) == [])
    let other = SquaredExponential(length: 3)
    #expect(kernelViolations(kernel + other, inputs: Self.inputs) == [])
    #expect(kernelViolations(kernel * ScaledKernel(variance: 3, base: other), inputs: Self.inputs) == [])
  }

  @Test func valuesOfBuiltKernels() {
    let (a, b) = (SquaredExponential(), SquaredExponential(length: 3))
    let (one, two) = (a.covariance(0, 1), b.covariance(0, 1))
    #expect((a + b).covariance(0, 1) == one + two)
    #expect((a * b).covariance(0, 1) == one * two)
    #expect(ScaledKernel(variance: 4, base: a).covariance(0, 1) == 4 * one)
    #expect((a + b).variances([7]) == [2])
  }
}

/// The suite must see what it promises to see.
struct KernelConformanceTests {
  struct Broken: Kernel {
    let scalar: @Sendable (Double, Double) -> Double
    func covariance(_ a: Double, _ b: Double) -> Double { scalar(a, b) }
  }

  struct WrongVariances: Kernel {
    func covariance(_ a: Double, _ b: Double) -> Double { SquaredExponential().covariance(a, b) }
    func variances(_ a: [Double]) -> [Double] { a.map { _ in 2 } }
  }

  @Test func findsWhatIsBroken() {
    func first(_ kernel: some Kernel<Double>) -> String {
      kernelViolations(kernel, inputs: [0, 1, 2]).first ?? "nothing"
    }
    #expect(first(Broken { a, b in a + 2 * b }).contains("order"))
    #expect(first(Broken { a, b in -abs(a - b) }).contains("semi-definite"))
    #expect(first(Broken { _, _ in .nan }).contains("finite"))
    #expect(first(WrongVariances()).contains("diagonal"))
  }
}
