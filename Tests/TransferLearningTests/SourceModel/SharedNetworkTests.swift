import Chemistry
import Foundation
import GaussianProcess
import Numerics
import Testing
import TransferLearning

struct SharedNetworkTests {
  private let chains: SharedChains

  init() throws { chains = try SharedChains() }

  @Test func eachHeadPredictsItsProperty() throws {
    let network = chains.network
    #expect(network.place(of: "size") == 1 && network.place(of: "colour") == nil)
    let expected = try network.network.predictions(NetworkInputs(chains.inputs))
    for (place, source) in try chains.sources().enumerated() {
      let predictions = try source.predictions(chains.inputs, noise: 0)
      #expect(predictions.map(\.mean) == Array(expected.column(place)))
      #expect(predictions.allSatisfy { $0.standardDeviation == 2 })
      #expect(source.property == network.heads[place].property.name && source.hasHiddenLayer && source.hasDeviations)
    }
  }

  @Test func itKnowsTheMoleculesWithValues() throws {
    let network = chains.network
    let smiles = chains.molecules.map(\.smiles)
    #expect(network.knownCount(of: 0, among: smiles) == smiles.count)
    #expect(network.knownCount(of: 1, among: smiles) == smiles.count - 3)
    #expect(network.knownCount(of: 0, among: ["c1ccccc1"]) == 0)
  }

  @Test func aHeadIsADocument() throws {
    let document = chains.network.document(1)
    #expect(document.kind == .sharedNetwork && document.property.name == "size" && document.seed == .max)
    #expect(document.createdAt == Date(timeIntervalSince1970: 1_000))
    let read = try SourceModelDocument(decoding: document.encoded())
    #expect(read == document)
    #expect(try SourcePayload(of: read) == .sharedNetwork(chains.network.network, head: 1))
    #expect(chains.network.document(0, hasPayload: false).payload.isEmpty)
    #expect(chains.network.byteCount < document.payload.count)
  }

  @Test func otherDataOrWeightsAreAnotherVersion() throws {
    let network = chains.network
    let origin = SharedNetwork.Origin(
      representation: network.origin.representation, file: "labels.csv", digest: "00fe",
      settings: "{}", seed: .max, programVersion: "0.1.0", createdAt: network.origin.createdAt)
    let other = SharedNetwork(heads: network.heads, origin: origin, network: network.network, values: [[], []])
    #expect(other.version != network.version)
    #expect(network.versionWithName == "built-in \(network.version)")
    let others = try SharedChains(epochs: 2).network
    let same = SharedNetwork(heads: network.heads, origin: network.origin, network: network.network, values: [[], []])
    let retrained = SharedNetwork(
      heads: network.heads, origin: network.origin, network: others.network, values: [[], []])
    #expect(same.version == network.version && retrained.version != network.version)
  }

  @Test func otherFeaturesAreRefused() throws {
    let network = chains.network
    let origin = SharedNetwork.Origin(
      representation: .init(name: "morgan-counts-r3-2048, physical-descriptors", version: "0; 0"), file: "labels.csv",
      digest: "00ff", settings: "{}", seed: 1, programVersion: "0.1.0",
      createdAt: network.origin.createdAt)
    let other = SharedNetwork(heads: network.heads, origin: origin, network: network.network, values: [[], []])
    #expect(throws: TransferLearningError.self) { try other.sourceModel(0, name: "hidden") }
  }
}
