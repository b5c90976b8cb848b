import Numerics
import Testing
import TransferLearning

@Suite struct TrainedNetworkTests {
  private let data = SmoothFunction(count: 300, seed: 1)
  private let network: TrainedNetwork

  init() throws {
    var stream = RandomStream(seed: 1)
    network = try TrainedNetwork.train(
      data.inputs, NetworkTargets(data.values), .small(epochs: 20, heldOutShare: 0), stream: &stream
    ).network
  }

  @Test func aMoleculesPredictionDoesNotDependOnItsCompany() throws {
    let all = try network.predictions(data.inputs).column(0)
    for row in [0, 17, 255, 256, 299] {
      let alone = try network.predictions(data.inputs.rows([row]))[0, 0]
      // Single precision sums in another order at most.
      #expect(abs(alone - all[row]) < 1e-4 * abs(alone))
    }
    #expect(try network.predictions(NetworkInputs(rows: [], columns: 5)).rows == 0)
  }

  @Test func hiddenFeaturesAreStandardisedOverTheTraining() throws {
    #expect(network.hiddenLayers == [32, 16] && network.inputCount == 5 && network.outputCount == 1)
    for (layer, units) in network.hiddenLayers.enumerated() {
      let features = try network.hiddenFeatures(data.inputs, layer: layer)
      #expect(features.rows == 300 && features.columns == units)
      var alive = 0
      for unit in 0..<units {
        let column = features.column(unit)
        let mean = column.reduce(0, +) / 300
        let variance = column.reduce(0) { $0 + $1 * $1 } / 300 - mean * mean
        if column.allSatisfy({ $0 == 0 }) { continue }
        alive += 1
        #expect(abs(mean) < 1e-3 && abs(variance - 1) < 1e-3)
      }
      #expect(alive > units / 2)
    }
  }

  /// The outputs are linear in the last hidden layer: a least-squares fit on its features finds them again.
  @Test func theLastHiddenLayerHasAllThatThePredictionsHave() throws {
    let features = try network.hiddenFeatures(data.inputs, layer: 1)
    let predictions = Array(try network.predictions(data.inputs).column(0))
    let mean = predictions.reduce(0, +) / 300
    var normal = Matrix.transposedProduct(features, features)
    normal.addToDiagonal(1e-6)
    let centred = Matrix(rows: 300, columns: 1, storage: predictions.map { $0 - mean })
    let weights = try CholeskyFactor(normal).solve(Matrix.transposedProduct(features, centred))
    let fitted = features * weights
    #expect(zip(fitted.storage, centred.storage).allSatisfy { abs($0 - $1) < 0.02 })
  }

  @Test func otherInputsAndLayersAreRefused() {
    #expect(throws: TransferLearningError.otherInputs(columns: 4, trainedOn: 5)) {
      try network.predictions(NetworkInputs(rows: [[0, 0, 0, 0]], columns: 4))
    }
    #expect(throws: TransferLearningError.nonFiniteInput(row: 0, column: 2)) {
      try network.predictions(NetworkInputs(rows: [[0, 0, .infinity, 0, 0]], columns: 5))
    }
    for layer in [-1, 2] {
      #expect(throws: TransferLearningError.noSuchLayer(layer: layer, count: 2)) {
        try network.hiddenFeatures(data.inputs, layer: layer)
      }
    }
  }
}
