import Foundation
import Numerics
import Testing
import TransferLearning

@Suite struct TrainedNetworkCodingTests {
  private let data = SmoothFunction(count: 60, seed: 1)
  private let network: TrainedNetwork

  init() throws {
    var stream = RandomStream(seed: 1)
    network = try TrainedNetwork.train(
      data.inputs, NetworkTargets([data.values, data.values]), .small(activation: .silu, epochs: 3), stream: &stream
    ).network
  }

  @Test func itIsReadAsItWasWrittenToTheLastBit() throws {
    let read = try TrainedNetwork(payload: network.payload)
    #expect(read == network)
    #expect(read.payload == network.payload)
    #expect(try read.predictions(data.inputs) == network.predictions(data.inputs))
    let coded = try JSONDecoder().decode(TrainedNetwork.self, from: JSONEncoder().encode(network))
    #expect(coded == network)
  }

  @Test func aNewerCodingIsNamed() {
    var payload = network.payload
    payload[0] = 2
    #expect(throws: TransferLearningError.newerFormat(what: "neural network", version: 2, newestKnown: 1)) {
      try TrainedNetwork(payload: payload)
    }
  }

  /// Every prefix, and every byte of the head turned over, is refused or is read as a network: nothing traps.
  @Test func nonsenseIsRefused() throws {
    let payload = network.payload
    for count in stride(from: 0, to: payload.count, by: 7) {
      #expect(throws: TransferLearningError.self) { try TrainedNetwork(payload: payload.prefix(count)) }
    }
    #expect(throws: TransferLearningError.self) { try TrainedNetwork(payload: payload + [0]) }
    for place in 0..<60 {
      var turned = payload
      turned[place] ^= 0xFF
      _ = try? TrainedNetwork(payload: turned)
    }
    var infinite = payload
    infinite.replaceSubrange(60..<64, with: [0, 0, 0x80, 0x7F])
    #expect(throws: TransferLearningError.self) { try TrainedNetwork(payload: infinite) }
  }
}
