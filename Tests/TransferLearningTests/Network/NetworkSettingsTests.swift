import Foundation
import Numerics
import Testing
import TransferLearning

@Suite struct NetworkSettingsTests {
  @Test(arguments: [
    (NetworkSettings(hiddenLayers: []), "hidden layers"), (NetworkSettings(hiddenLayers: [4, 0]), "hidden layers"),
    (NetworkSettings(epochs: 0), "epochs"), (NetworkSettings(batchSize: 0), "batch"),
    (NetworkSettings(learningRate: 0), "learning rate"), (NetworkSettings(learningRate: .nan), "learning rate"),
    (NetworkSettings(weightDecay: -1), "weight decay"), (NetworkSettings(weightDecay: 1e6), "weight decay"),
    (NetworkSettings(heldOutShare: 1), "held-out share"), (NetworkSettings(patience: 0), "patience"),
  ])
  func whatHasNoSenseIsRefused(settings: NetworkSettings, word: String) {
    let data = SmoothFunction(count: 20, seed: 1)
    var stream = RandomStream(seed: 1)
    let error = #expect(throws: TransferLearningError.self) {
      _ = try TrainedNetwork.train(data.inputs, NetworkTargets(data.values), settings, stream: &stream)
    }
    #expect(error?.description.contains(word) == true)
  }

  @Test func theyAreReadAsTheyWereWritten() throws {
    let settings = NetworkSettings(hiddenLayers: [7], activation: .silu, inputTransform: .identity, epochs: 3)
    let data = try JSONEncoder().encode(settings)
    #expect(try JSONDecoder().decode(NetworkSettings.self, from: data) == settings)
  }
}
