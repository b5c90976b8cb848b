internal import GaussianProcess
internal import Numerics

/// A network that several source models share. As a class it is recognised as the same one, so that it reads each
/// molecule once for all of them.
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

/// What a shared network gives for a molecule.
struct NetworkLayers: Sendable {
  /// The prediction of each output, in the property's unit.
  let outputs: [Double]
  /// The standardised units of the last hidden layer.
  let hidden: [Double]
}

extension NetworkReference {
  /// What the network gives for a molecule, by its own representations; nil if it cannot read the features.
  func layers(of input: MolecularInput) -> NetworkLayers? {
    guard let layers = try? network.outputsAndFeatures(NetworkInputs([input])) else { return nil }
    return NetworkLayers(outputs: layers.outputs.transposed.storage, hidden: layers.hidden.transposed.storage)
  }
}
