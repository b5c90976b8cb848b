import GaussianProcess
import Numerics
import Testing

/// The choice itself is not seen from outside; the inducing inputs of fits show it.
struct InducingPointsTests {
  /// Each inducing input is, given those before it, at least nine tenths as uncertain as any candidate: checked against
  /// the covariances written out.
  @Test func eachIsNearlyTheMostUncertain() throws {
    let data = try SyntheticData(count: 300, seed: 31, mean: 0, outputScale: 1, noise: 0.2)
    var sparse = SparseSettings()
    sparse.inducingInputs = 40
    sparse.pointsToFit = 60
    let kernel = RadialKernel(.matern32, lengthScales: [0.8]).on { (x: Double) in [x] }.scaled()
    let found = try fitSparse(kernel: kernel, inputs: data.inputs, values: data.values, sparse: sparse)
    let chosen = found.process.inducingInputs
    #expect(chosen.count == 40 && Set(chosen).count == 40)
    var covariance = found.process.kernel.block(data.inputs, data.inputs)
    let prior = covariance[0, 0]
    for input in chosen {
      let pivot = try #require(data.inputs.firstIndex(of: input))
      let greatest = covariance.diagonal.max() ?? 0
      #expect(covariance[pivot, pivot] >= 0.9 * greatest - 1e-9 * prior)
      let column = Matrix(rows: 300, columns: 1, storage: Array(covariance.column(pivot)))
      covariance -= (1 / covariance[pivot, pivot]) * (column * column.transposed)
    }
    #expect(abs((covariance.diagonal.max() ?? 1) / prior - found.approximation.greatestUnexplainedShare) < 1e-8)
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
