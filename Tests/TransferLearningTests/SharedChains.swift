import Chemistry
import Foundation
import GaussianProcess
import Numerics
import TransferLearning

/// A network of two properties of chains, small enough to be trained in each test.
struct SharedChains {
  let molecules: [Molecule]
  let inputs: [MolecularInput]
  let network: SharedNetwork

  /// - Parameter epochs: of the training; with few it learns little.
  init(epochs: Int = 60) throws {
    let molecules = try Chains.molecules(lengths: 1...8)
    let inputs = try molecules.inputs(Self.representations)
    (self.molecules, self.inputs) = (molecules, inputs)
    let values = molecules.map(Chains.hidden)
    var stream = RandomStream(seed: 5)
    let trained = try TrainedNetwork.train(
      NetworkInputs(inputs), NetworkTargets([values, molecules.map { Double($0.heavyAtomCount) }]),
      NetworkSettings(
        hiddenLayers: [16, 8], activation: .silu, epochs: epochs, batchSize: 16, learningRate: 5e-3, heldOutShare: 0),
      stream: &stream
    ).network
    func head(_ name: String) -> SharedNetwork.Head {
      .init(
        property: .init(name: name, unit: "eV", summary: "made up"), method: "counting",
        trainingSize: molecules.count,
        errors: CrossValidatedErrors(
          folds: 5, count: molecules.count, meanAbsoluteError: 1, rootMeanSquareError: 2, rSquared: 0.5,
          logDensity: nil, coverage: nil))
    }
    // The size of the last molecules is unknown.
    let smiles = molecules.map(\.smiles)
    network = SharedNetwork(
      heads: [head("hidden"), head("size")],
      origin: .init(
        representation: try .init(Self.representations), file: "labels.csv", digest: "00ff",
        settings: "{}", seed: .max, programVersion: "0.1.0", createdAt: Date(timeIntervalSince1970: 1_000.4)),
      network: trained, values: [smiles, Array(smiles.dropLast(3))])
  }

  static let representations: [Representation] = [.morganCounts, .physicalDescriptors]

  /// Both heads.
  func sources() throws -> [SourceModel] {
    try network.heads.indices.map { try network.sourceModel($0, name: network.heads[$0].property.name) }
  }
}
