import CohobateTesting
import GaussianProcess
import Testing

struct ScaledMeanTests {
  @Test func isScaledAndShifted() {
    let mean = ScaledMean(ConstantMean<Double>(3), factor: 2, shift: -1)
    #expect(mean.values(at: [0, 1]) == [5, 5])
  }

  /// A target that follows its source linearly is known before its first value.
  @Test func aSourcesPosteriorIsTheTargetsPrior() throws {
    let source = try GaussianProcessTests.prior().conditioned(on: Reference.inputs, values: Reference.values)
    let mean = ScaledMean(source, factor: -2, shift: 7)
    #expect(priorMeanViolations(mean, inputs: [-1, 0.2, 2, 2]) == [])
    let target = try GaussianProcess(mean: mean, kernel: SquaredExponential(), noiseVariance: 0.01)
    #expect(distance(target.predict([0.2]).map(\.mean), source.predict([0.2]).map { 7 - 2 * $0.mean }) < 1e-12)
  }
}
