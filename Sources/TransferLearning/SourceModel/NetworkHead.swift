internal import GaussianProcess
internal import Numerics

/// A network that several source models share. As a class it is recognised as the same one, so that it sees each molecule
/// once for all of them.
final class NetworkReference: Sendable {
  let network: TrainedNetwork

  init(_ network: TrainedNetwork) { self.network = network }
}

/// One of the outputs of a network as a source: its place, and the statistics of its values.
struct NetworkHead: Sendable {
  let reference: NetworkReference
  let place: Int
  /// The error for molecules that the network was not trained on, in the property's unit.
  let deviation: Double

  /// The average of the values that it was trained on.
  var average: Double { reference.network.targetScaling.means[place] }

  /// Their standard deviation; 1 if they are all equal.
  var spread: Double {
    let deviation = reference.network.targetScaling.deviations[place]
    return deviation > 0 ? deviation : 1
  }
}

/// What shared networks give for some molecules, each asked once.
struct SharedPasses {
  /// What a network gives.
  struct Pass {
    /// For each output the prediction of each molecule, in the property's unit.
    let values: [[Double]]
    /// For each molecule the standardised units of the last hidden layer.
    let hidden: [[Double]]
  }

  private var passes: [ObjectIdentifier: Pass] = [:]

  /// What a network gives for the molecules, which are the same in every call.
  mutating func pass(
    of reference: NetworkReference, _ inputs: [MolecularInput]
  ) throws(TransferLearningError) -> Pass {
    if let pass = passes[ObjectIdentifier(reference)] { return pass }
    let layers = try reference.network.outputsAndFeatures(NetworkInputs(inputs))
    let hidden = layers.hidden.transposed
    let pass = Pass(
      values: (0..<layers.outputs.columns).map { Array(layers.outputs.column($0)) },
      hidden: inputs.indices.map { Array(hidden.column($0)) })
    passes[ObjectIdentifier(reference)] = pass
    return pass
  }
}
