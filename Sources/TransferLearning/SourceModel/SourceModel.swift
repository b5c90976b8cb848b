public import Chemistry
public import GaussianProcess
package import Numerics

/// A trained model of a source property, as used by a transferred prior.
///
/// Its outputs are in units of the standard deviation of its own data about their average, so that sources with
/// different units can be compared.
public struct SourceModel: Sendable {
  /// Its name in records and reports, such as `gap (gaussian-process)`.
  public let name: String
  /// The property that it predicts.
  public let property: String
  /// The representations that it uses, in its order.
  public let representations: [Representation]
  private let engine: Engine

  private enum Engine: Sendable {
    case process(any ProjectedPosterior<MolecularInput>, average: Double, spread: Double)
    case network(TrainedNetwork, average: Double, spread: Double)
    case head(NetworkHead)
  }

  /// Creates a source from a process conditioned on its data.
  ///
  /// - Parameters:
  ///   - average: the average of the data.
  ///   - spread: the standard deviation of the data, not zero.
  public init(
    name: String, property: String, representations: [Representation],
    process: some ProjectedPosterior<MolecularInput>, average: Double, spread: Double
  ) {
    (self.name, self.property, self.representations) = (name, property, representations)
    engine = .process(process, average: average, spread: spread)
  }

  /// Creates a source from a network with one output.
  public init(
    name: String, property: String, representations: [Representation], network: TrainedNetwork, average: Double,
    spread: Double
  ) {
    (self.name, self.property, self.representations) = (name, property, representations)
    engine = .network(network, average: average, spread: spread)
  }

  /// Creates a source from one of the outputs of a network.
  init(name: String, property: String, representations: [Representation], head: NetworkHead) {
    (self.name, self.property, self.representations) = (name, property, representations)
    engine = .head(head)
  }

  /// Whether it has a hidden layer whose units can serve as features.
  package var hasHiddenLayer: Bool {
    if case .process = engine { return false }
    return true
  }

  /// Whether its predictions have standard deviations: those of a process do, and those of a head of a shared network,
  /// which are its cross-validated error; those of a network of its own do not.
  package var hasDeviations: Bool {
    if case .network = engine { return false }
    return true
  }

  /// Whether it is an output of the same network as another source model, so that the hidden layers are the same.
  func sharesNetwork(with other: SourceModel) -> Bool {
    guard let network = sharedNetwork else { return false }
    return network === other.sharedNetwork
  }

  /// The predictions of observations, in the property's unit. Those of a network of its own have a standard deviation of
  /// 0.
  ///
  /// - Parameters:
  ///   - inputs: the features of molecules, by the model's representations.
  ///   - noise: the standard deviation of an observation's noise, in the property's unit.
  package func predictions(_ inputs: [MolecularInput], noise: Double) throws(TransferLearningError) -> [Prediction] {
    var predictions: [Prediction] = []
    // In chunks, because a process needs a number for each pair of a predicted and a training molecule.
    for start in stride(from: 0, to: inputs.count, by: 1024) {
      let part = Array(inputs[start..<min(start + 1024, inputs.count)])
      switch engine {
      case .process(let process, _, _):
        let (means, columns) = process.projections(at: part)
        let (variances, explained) = (process.kernel.variances(part), columns.squaredColumnNorms)
        predictions += part.indices.map { index -> Prediction in
          let variance = max(0, variances[index] - explained[index]) + noise * noise
          return Prediction(mean: means[index], standardDeviation: variance.squareRoot())
        }
      case .network(let network, _, _):
        let values = try network.predictions(NetworkInputs(part)).column(0)
        predictions += values.map { Prediction(mean: $0, standardDeviation: 0) }
      case .head(let head):
        let values = try head.reference.network.predictions(NetworkInputs(part)).column(head.place)
        predictions += values.map { Prediction(mean: $0, standardDeviation: head.deviation) }
      }
    }
    return predictions
  }

  /// The network that it shares with other source models; nil if it shares none.
  var sharedNetwork: NetworkReference? {
    guard case .head(let head) = engine else { return nil }
    return head.reference
  }

  /// The model's output from what its shared network gives for a molecule; nil if it shares none.
  func output(of layers: NetworkLayers) -> SourceOutput? {
    guard case .head(let head) = engine else { return nil }
    return SourceOutput(
      value: (layers.outputs[head.place] - head.average) / head.spread, projection: [], hidden: layers.hidden)
  }

  /// The model's output for each molecule.
  package func outputs(_ inputs: [MolecularInput]) throws(TransferLearningError) -> [SourceOutput] {
    switch engine {
    case .head(let head):
      let (values, units) = try head.reference.network.outputsAndFeatures(NetworkInputs(inputs))
      let hidden = units.transposed
      return inputs.indices.map { index in
        SourceOutput(
          value: (values[index, head.place] - head.average) / head.spread, projection: [],
          hidden: Array(hidden.column(index)))
      }
    case .process(let process, let average, let spread):
      let (means, columns) = process.projections(at: inputs)
      return inputs.indices.map { index in
        SourceOutput(
          value: (means[index] - average) / spread, projection: columns.column(index).map { $0 / spread }, hidden: [])
      }
    case .network(let network, let average, let spread):
      let (values, units) = try network.outputsAndFeatures(NetworkInputs(inputs))
      let hidden = units.transposed
      return inputs.indices.map { index in
        SourceOutput(
          value: (values[index, 0] - average) / spread, projection: [], hidden: Array(hidden.column(index)))
      }
    }
  }

  /// The prior covariances of the model, in its own units; nil for a model without uncertainty.
  package func priorBlock(_ a: [MolecularInput], _ b: [MolecularInput]) -> Matrix? {
    guard case .process(let process, _, let spread) = engine else { return nil }
    return (1 / (spread * spread)) * process.kernel.block(a, b)
  }

  /// The prior variances of the model, in its own units; nil for a model without uncertainty.
  package func priorVariances(_ a: [MolecularInput]) -> [Double]? {
    guard case .process(let process, _, let spread) = engine else { return nil }
    return process.kernel.variances(a).map { $0 / (spread * spread) }
  }
}

/// The output of a source model for a molecule, in units of the standard deviation of its own data.
public struct SourceOutput: Sendable, Hashable {
  /// The expected value, relative to the average of the source's data.
  public let value: Double
  /// The molecule's column of L⁻¹ K, or its equivalent for a sparse process: the source's posterior covariance of two
  /// molecules is its prior's minus the inner product of their columns. Empty if the source gives no uncertainty.
  public let projection: [Double]
  /// The units of the last hidden layer, standardised; empty if there is none.
  public let hidden: [Double]
}
