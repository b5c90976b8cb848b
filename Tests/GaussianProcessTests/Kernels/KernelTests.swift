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
    #expect((a * ScaledKernel(variance: 3, base: b)).variances([7]) == [3])
    #expect((a + b + a).terms.count == 3)
  }

  @Test func comparesWhatInputsHave() {
    let kernel = SquaredExponential().on { (text: String) in Double(text.count) }
    #expect(kernelViolations(kernel, inputs: ["", "a", "bb", "aa"]) == [])
    #expect(kernel.covariance("a", "bbb") == SquaredExponential().covariance(1, 3))
  }

  /// The derivatives that a fit uses, of every way to build a kernel; the suite compares them with differences.
  @Test func derivativesOfBuiltKernels() {
    let points = RadialKernelTests.points
    let one = RadialKernel(.matern52).scaled(named: "a")
    let many = RadialKernel(.squaredExponential, lengthScales: [0.5, 1, 2], prior: .lengthScale)
    #expect(kernelViolations(one + many.scaled() + LinearKernel(), inputs: points) == [])
    #expect(kernelViolations(one * many, inputs: points) == [])
    #expect(kernelViolations((one * LinearKernel()).scaled(), inputs: points) == [])
    #expect(kernelViolations(ScaledKernel(variance: 2, base: one), inputs: points) == [])
    #expect(kernelViolations(one.on { (x: Double) in [x, 2 * x, 1] }.scaled(), inputs: Self.inputs) == [])
    #expect((one + many).hyperparameters.map(\.name).count == 5)
  }
}

/// The suite must see what it promises to see.
struct KernelConformanceTests {
  struct Broken: Kernel {
    let scalar: @Sendable (Double, Double) -> Double
    func covariance(_ a: Double, _ b: Double) -> Double { scalar(a, b) }
  }

  /// Its length is free, and its own word on the derivative is twice the truth.
  struct WrongSlopes: Kernel {
    var kernel = RadialKernel(.matern32)
    func covariance(_ a: [Double], _ b: [Double]) -> Double { kernel.covariance(a, b) }
    var hyperparameters: [Hyperparameter] { kernel.hyperparameters }
    func with(coordinates: [Double]) -> WrongSlopes {
      WrongSlopes(kernel: kernel.with(coordinates: coordinates))
    }
    func over(_ inputs: [[Double]]) -> InputCovariance {
      let right = kernel.over(inputs)
      return InputCovariance { point in
        let evaluation = right.evaluate(point)
        return InputCovariance.Evaluation(matrix: evaluation.matrix) { evaluation.slopes($0).map { 2 * $0 } }
      }
    }
  }

  /// All that its author wrote is right, and the derivatives are differences.
  struct WithoutSlopes: Kernel {
    var kernel = RadialKernel(.matern32)
    func covariance(_ a: [Double], _ b: [Double]) -> Double { kernel.covariance(a, b) }
    var hyperparameters: [Hyperparameter] { kernel.hyperparameters }
    func with(coordinates: [Double]) -> WithoutSlopes {
      WithoutSlopes(kernel: kernel.with(coordinates: coordinates))
    }
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
    #expect(kernelViolations(WrongSlopes(), inputs: RadialKernelTests.points).first?.contains("derivative") == true)
    #expect(kernelViolations(WithoutSlopes(), inputs: RadialKernelTests.points) == [])
  }
}
