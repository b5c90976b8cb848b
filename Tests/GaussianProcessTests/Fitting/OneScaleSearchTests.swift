import GaussianProcess
import Testing

@Suite struct OneScaleSearchTests {
  /// The search on all points from a decomposition of some ends where the decomposition of all does.
  @Test(arguments: [1.0, 0.0]) func endsWhereOneDecompositionOfAllDoes(meanDeviation: Double) throws {
    let data = try SyntheticData(count: 300, seed: 3, mean: 2, outputScale: 3, noise: 0.5)
    var settings = FitSettings()
    settings.meanDeviation = meanDeviation
    let whole = try fit(
      kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values, settings: settings)
    settings.pointsToBeginWith = 80
    let begun = try fit(
      kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values, settings: settings)
    #expect(abs(begun.logPosterior - whole.logPosterior) < 1e-4)
    #expect(abs(begun.hyperparameters.noise - whole.hyperparameters.noise) < 2e-3)
    #expect(abs(begun.hyperparameters.outputScale - whole.hyperparameters.outputScale) < 2e-2)
  }
}
