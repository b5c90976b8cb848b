import GaussianProcess
import Numerics
import Testing

/// The choice itself is not seen from outside; the inducing inputs of fits show it.
struct InducingPointsTests {
  /// Nine tenths of the inputs lie close together: those that are drawn leave less unexplained than as many at even
  /// distances, and what is said of it is what the covariances written out say.
  @Test func explainMoreThanEvenlySpreadOnes() throws {
    var stream = RandomStream(seed: 31)
    let inputs = (0..<300).map { $0.isMultiple(of: 10) ? 30 * stream.uniform() : stream.uniform() }
    let values = inputs.map { 0.1 * $0 + stream.normal() }
    var sparse = SparseSettings()
    sparse.inducingInputs = 20
    let kernel = RadialKernel(.matern32, lengthScales: [0.8]).on { (x: Double) in [x] }.scaled()
    let found = try fitSparse(kernel: kernel, inputs: inputs, values: values, sparse: sparse)
    let chosen = found.process.inducingInputs
    #expect(chosen.count == 20 && Set(chosen).count == 20)
    let prior = found.process.kernel.variances([0])[0]
    func unexplained(_ inducing: [Double]) throws -> [Double] {
      let factor = try CholeskyFactor(found.process.kernel.block(inducing, inducing))
      return factor.solveLower(found.process.kernel.block(inducing, inputs)).squaredColumnNorms.map { 1 - $0 / prior }
    }
    let shares = try unexplained(chosen)
    #expect(abs(shares.reduce(0, +) / 300 - found.approximation.averageUnexplainedShare) < 1e-8)
    #expect(abs((shares.max() ?? 0) - found.approximation.greatestUnexplainedShare) < 1e-8)
    let even = try unexplained((0..<20).map { inputs[15 * $0] })
    #expect(shares.reduce(0, +) < 0.8 * even.reduce(0, +))
    sparse.seed = 2
    let other = try fitSparse(kernel: kernel, inputs: inputs, values: values, sparse: sparse)
    #expect(other.process.inducingInputs != chosen)
  }

  /// Duplicates, and what is explained to rounding, are not chosen.
  @Test func whatIsExplainedIsNotChosen() throws {
    let inputs = (0..<400).map { Double($0 % 7) }
    var sparse = SparseSettings()
    sparse.inducingInputs = 50
    let found = try fitSparse(
      kernel: SquaredExponential().scaled(), inputs: inputs, values: inputs.map { $0 * $0 }, sparse: sparse)
    #expect(found.process.inducingInputs.sorted() == [0, 1, 2, 3, 4, 5, 6])
    #expect(found.process.jitter == 0)
    #expect(found.approximation.greatestUnexplainedShare < 1e-9)
  }
}
