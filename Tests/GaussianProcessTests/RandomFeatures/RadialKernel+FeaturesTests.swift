import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct RadialKernelFeaturesTests {
  @Test(arguments: RadialKernel.Shape.allCases)
  func innerProductsAreTheCovariances(_ shape: RadialKernel.Shape) throws {
    var stream = RandomStream(seed: 5)
    let points = RadialKernelTests.points
    #expect(try featureViolations(RadialKernel(shape, lengthScales: [0.7]), inputs: points, from: &stream) == [])
    let many = RadialKernel(shape, lengthScales: [0.5, 1.2, 2])
    #expect(try featureViolations(many, inputs: points, from: &stream) == [])
  }

  /// A cosine and a sine of each draw: whatever is drawn, the variance is that of the kernel.
  @Test func variancesAreExact() throws {
    var stream = RandomStream(seed: 6)
    let features = RadialKernel(.matern52).features(draws: 3, like: [0, 0, 0], from: &stream)
    #expect(features.count == 6 && features.draws == 3)
    for variance in features.values(at: RadialKernelTests.points).squaredColumnNorms {
      #expect(abs(variance - 1) < 1e-12)
    }
  }
}
