import Numerics
import Testing
import TransferLearning

@Suite struct TrainedNetworkTrainingTests {
  private func train(
    _ data: SmoothFunction, _ settings: NetworkSettings, _ targets: NetworkTargets? = nil, seed: UInt64 = 1
  ) throws -> (network: TrainedNetwork, history: TrainingHistory) {
    var stream = RandomStream(seed: seed)
    return try TrainedNetwork.train(
      data.inputs, targets ?? NetworkTargets(data.values), settings, stream: &stream)
  }

  @Test(arguments: Activation.allCases)
  func aTinySetIsLearntByHeart(activation: Activation) throws {
    let data = SmoothFunction(count: 8, seed: 1)
    let settings = NetworkSettings.small(activation: activation, epochs: 400, heldOutShare: 0)
    let (network, history) = try train(data, settings)
    let predictions = try network.predictions(data.inputs).column(0)
    #expect(zip(predictions, data.values).allSatisfy { abs($0 - $1) < 0.1 })
    #expect(history.bestEpoch == 399 && history.epochs.allSatisfy { $0.heldOutError == nil })
  }

  @Test(arguments: Activation.allCases)
  func aSmoothFunctionIsPredictedFarBetterThanByTheMean(activation: Activation) throws {
    let data = SmoothFunction(count: 600, seed: 2)
    let (network, history) = try train(data, .small(activation: activation))
    let others = SmoothFunction(count: 300, seed: 3)
    let errors = CrossValidatedErrors(
      folds: 1, values: others.values, predictions: Array(try network.predictions(others.inputs).column(0)))
    #expect(try #require(errors.rSquared) > 0.9)
    #expect(history.trainedOn == 540 && history.heldOut == 60)
    let heldOut = history.epochs.compactMap(\.heldOutError)
    #expect(heldOut.min() == heldOut[history.bestEpoch])
    #expect(try #require(heldOut.min()) < 0.35)
  }

  @Test func theSameStreamGivesTheSameNetwork() throws {
    let data = SmoothFunction(count: 100, seed: 4)
    let first = try train(data, .small(epochs: 5))
    let second = try train(data, .small(epochs: 5))
    #expect(first.network == second.network && first.history == second.history)
    #expect(try train(data, .small(epochs: 5), seed: 2).network != first.network)
  }

  @Test func outputsMayHaveUnknownValues() throws {
    let data = SmoothFunction(count: 600, seed: 5)
    let sparse = data.values.enumerated().map { $0.offset.isMultiple(of: 2) ? $0.element : nil }
    let other = data.rows.enumerated().map { $0.offset % 3 == 1 ? nil : -2 * $0.element[0] }
    let (network, _) = try train(data, .small(), NetworkTargets([sparse, other]))
    let unseen = SmoothFunction(count: 300, seed: 6)
    let predictions = try network.predictions(unseen.inputs)
    for (output, values) in [unseen.values, unseen.rows.map { -2 * $0[0] }].enumerated() {
      let errors = CrossValidatedErrors(folds: 1, values: values, predictions: Array(predictions.column(output)))
      #expect(try #require(errors.rSquared) > 0.8, "output \(output)")
    }
  }

  @Test func aConstantIsPredictedAsItself() throws {
    let data = SmoothFunction(count: 40, seed: 7)
    let (network, _) = try train(data, .small(), NetworkTargets(data.values.map { _ in 3.5 }))
    #expect(try network.predictions(data.inputs).storage.allSatisfy { $0 == 3.5 })
  }

  @Test func whatHasNoTargetIsPassedOver() throws {
    let data = SmoothFunction(count: 50, seed: 8)
    let values = data.values.enumerated().map { $0.offset < 40 ? $0.element : nil }
    let (_, history) = try train(data, .small(epochs: 1), NetworkTargets([values]))
    #expect(history.trainedOn == 36 && history.heldOut == 4)
  }

  @Test func patienceEndsATrainingThatGetsNoBetter() throws {
    // Noise: nothing can be learnt but by heart.
    var noise = RandomStream(seed: 9)
    let data = SmoothFunction(count: 100, seed: 9)
    var settings = NetworkSettings.small(epochs: 500)
    settings.patience = 5
    let (_, history) = try train(data, settings, NetworkTargets(data.values.map { _ in noise.normal() }))
    #expect(history.stoppedEarly)
    #expect(history.epochs.count == history.bestEpoch + 6)
  }

  @Test func aTrainingThatDivergesIsNoModel() throws {
    var settings = NetworkSettings.small()
    settings.learningRate = 1e30
    settings.weightDecay = 0
    let data = SmoothFunction(count: 100, seed: 10)
    let error = #expect(throws: TransferLearningError.self) { _ = try train(data, settings) }
    guard case .diverged = error else {
      Issue.record("\(String(describing: error)) is not .diverged")
      return
    }
  }

  @Test func numbersMustFitAndBeFinite() throws {
    let data = SmoothFunction(count: 10, seed: 11)
    #expect(throws: TransferLearningError.countMismatch(inputs: 10, targets: 2)) {
      _ = try train(data, .small(), NetworkTargets([1, 2]))
    }
    var values = data.values
    values[3] = .nan
    #expect(throws: TransferLearningError.nonFiniteTarget(row: 3, output: 0)) {
      _ = try train(data, .small(), NetworkTargets(values))
    }
    #expect(throws: TransferLearningError.tooFewValues(output: 0, count: 1, needed: 2)) {
      _ = try train(data, .small(), NetworkTargets([[1] + Array(repeating: nil, count: 9)]))
    }
  }
}
