import Chemistry
import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct FeatureMapTests {
  static let points = RadialKernelTests.points

  /// The ways to build kernels; inner products of their features are the covariances on average.
  @Test func builtKernels() throws {
    var stream = RandomStream(seed: 1)
    let radial = RadialKernel(.squaredExponential, lengthScales: [0.9])
    let rough = RadialKernel(.matern32, lengthScales: [0.5, 1, 2])
    let linear = ScaledKernel(variance: 0.7, base: LinearKernel())
    func violations(_ kernel: some Kernel<[Double]>) throws -> [String] {
      try featureViolations(kernel, inputs: Self.points, from: &stream)
    }
    #expect(try violations(radial + linear) == [])
    #expect(try violations(radial * rough) == [])
    #expect(try violations(ScaledKernel(variance: 2, base: ConstantKernel()) * rough) == [])
    #expect(try violations(rough * ScaledKernel(variance: 2, base: ConstantKernel())) == [])
    #expect(try violations(linear * radial) == [])
    #expect(try violations((radial + rough) * (linear + radial)) == [])
    #expect(try violations((radial + rough) * radial * linear) == [])
    let derived = (radial + LinearKernel()).on { (x: Double) in [x, 1, -x] }
    #expect(try featureViolations(derived, inputs: KernelTests.inputs, from: &stream) == [])
  }

  @Test func exactFeaturesHaveNoError() throws {
    var stream = RandomStream(seed: 2)
    let kernel = ScaledKernel(variance: 2.5, base: LinearKernel()) + ConstantKernel()
    let features = try kernel.features(draws: 1, like: Self.points[0], from: &stream)
    let values = features.values(at: Self.points)
    let products = Matrix.transposedProduct(values, values)
    #expect(distance(products.storage, kernel.block(Self.points, Self.points).storage) < 1e-12)
    #expect(features.count == 4 && features.draws == nil)
    var same = RandomStream(seed: 2)
    #expect(same.next() == stream.next())
  }

  @Test func aKernelWithoutFeaturesIsNamed() throws {
    var stream = RandomStream(seed: 3)
    #expect(throws: GaussianProcessError.noRandomFeatures(kernel: "SquaredExponential")) {
      try (SquaredExponential() + SquaredExponential()).features(draws: 4, like: 0, from: &stream)
    }
  }

  /// The suite must see what it promises to see.
  @Test func findsWhatIsBroken() throws {
    struct TooLarge: Kernel {
      func covariance(_ a: [Double], _ b: [Double]) -> Double { LinearKernel().covariance(a, b) }
      func features(draws: Int, like example: [Double], from stream: inout RandomStream) -> FeatureMap<[Double]> {
        let features = LinearKernel().features(draws: draws, like: example, from: &stream)
        return FeatureMap(count: features.count) { 1.01 * features.values(at: $0) }
      }
    }
    var stream = RandomStream(seed: 4)
    #expect(try featureViolations(TooLarge(), inputs: Self.points, from: &stream).first?.contains("average") == true)
  }
}
