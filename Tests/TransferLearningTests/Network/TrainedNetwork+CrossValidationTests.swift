import Numerics
import Testing
import TransferLearning

@Suite struct TrainedNetworkCrossValidationTests {
  private let data = SmoothFunction(count: 400, seed: 1)

  @Test func errorsAreThoseOfMoleculesNotSeen() throws {
    var stream = RandomStream(seed: 1)
    let folds = try Folds(count: 4, rows: 400, stream: &stream)
    let checked = try TrainedNetwork.crossValidation(
      data.inputs, NetworkTargets(data.values), folds: folds, .small(epochs: 40), stream: &stream)
    let errors = try #require(checked.errors.first)
    #expect(checked.errors.count == 1 && errors.folds == 4 && errors.count == 400)
    let again = CrossValidatedErrors(folds: 4, values: data.values, predictions: Array(checked.predictions.column(0)))
    #expect(errors.rootMeanSquareError == again.rootMeanSquareError)
    #expect(try #require(errors.rSquared) > 0.8)
    #expect((0.5...0.95).contains(try #require(errors.coverage)))
    #expect(try #require(errors.logDensity).isFinite)
  }

  /// What is learnt by heart does not show in a fold: noise is predicted no better than by its mean.
  @Test func noiseIsNotPredicted() throws {
    var stream = RandomStream(seed: 2)
    let noise = data.values.map { _ in stream.normal() }
    let folds = try Folds(count: 4, rows: 400, stream: &stream)
    let checked = try TrainedNetwork.crossValidation(
      data.inputs, NetworkTargets(noise), folds: folds, .small(epochs: 30, heldOutShare: 0), stream: &stream)
    #expect(try #require(checked.errors[0].rSquared) < 0.05)
  }

  @Test func unknownValuesAreNotJudgedBy() throws {
    var stream = RandomStream(seed: 3)
    let folds = try Folds(count: 3, rows: 400, stream: &stream)
    let half = data.values.enumerated().map { $0.offset < 200 ? $0.element : nil }
    let checked = try TrainedNetwork.crossValidation(
      data.inputs, NetworkTargets([data.values, half]), folds: folds, .small(epochs: 3), stream: &stream)
    #expect(checked.errors.map(\.count) == [400, 200])
  }

  @Test func foldsMustBeOfTheInputs() throws {
    var stream = RandomStream(seed: 4)
    let folds = try Folds(count: 3, rows: 10, stream: &stream)
    #expect(throws: TransferLearningError.countMismatch(inputs: 400, targets: 10)) {
      try TrainedNetwork.crossValidation(data.inputs, NetworkTargets(data.values), folds: folds, stream: &stream)
    }
  }
}
