package import Chemistry
import Files
package import Foundation
import GaussianProcess
import Numerics
package import TransferLearning

/// The settings of the built-in network.
package enum BuiltInNetwork {
  /// The inputs, which the standard model of a campaign has computed already.
  static let representations: [Representation] = [.morganCounts, .physicalDescriptors]
  /// The layers and the training. Nothing is held out: 40 epochs were chosen by errors on random folds of the first
  /// thousand labels. They are a constant, so that the errors of later labels, on folds by frames, did not choose them.
  package static let settings = NetworkSettings(
    hiddenLayers: [256, 128, 64], activation: .silu, epochs: 40, batchSize: 64, learningRate: 2e-3, weightDecay: 0.1,
    heldOutShare: 0)
  static let folds = 5
  static let seed: UInt64 = 37
}

extension LabelTable {
  /// Trains the network on all values, and others on parts of them for the errors.
  ///
  /// Molecules with one frame are in one fold: two of three molecules were made from others by small changes, and random
  /// folds would have relatives of most molecules among those that a network is trained on.
  package func trained(
    _ settings: NetworkSettings = BuiltInNetwork.settings, file: String, programVersion: String, at time: Date
  ) throws -> SharedNetwork {
    let representations = BuiltInNetwork.representations
    let inputs = NetworkInputs(try molecules.inputs(representations))
    let targets = NetworkTargets(columns.map(\.values))
    let streams = RandomStreams(seed: BuiltInNetwork.seed)
    var stream = streams.stream(.folds, of: "library")
    let folds = try Folds(
      count: BuiltInNetwork.folds, rows: molecules.count, groups: frameNumbers(), stream: &stream)
    stream = streams.stream(.crossValidation, of: "library")
    let errors = try TrainedNetwork.crossValidation(inputs, targets, folds: folds, settings, stream: &stream).errors
    stream = streams.stream(.training, of: "library")
    let network = try TrainedNetwork.train(inputs, targets, settings, stream: &stream).network
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return SharedNetwork(
      heads: zip(columns, errors).map { column, errors in
        .init(
          property: column.property, method: column.method, trainingSize: column.values.count { $0 != nil },
          errors: errors)
      },
      origin: .init(
        representation: try .init(representations), file: file, digest: digest.description,
        settings: String(decoding: try encoder.encode(settings), as: UTF8.self), seed: BuiltInNetwork.seed,
        programVersion: programVersion, createdAt: time),
      network: network,
      values: columns.map { column in zip(molecules, column.values).compactMap { $1 == nil ? nil : $0.smiles } })
  }

  /// For each molecule the number of its frame, in the order of their first molecules.
  package func frameNumbers() throws(ChemistryError) -> [Int] {
    var numbers: [String: Int] = [:]
    var frames: [Int] = []
    for molecule in molecules {
      let frame = try molecule.frame()
      let number = numbers[frame] ?? numbers.count
      numbers[frame] = number
      frames.append(number)
    }
    return frames
  }
}
