public import Chemistry
public import GaussianProcess
package import Numerics

/// A trained model of a source property, as a transferred prior asks it.
///
/// What it says of a molecule is in units of the standard deviation of its own data about their average, so that sources
/// of all units are alike.
public struct SourceModel: Sendable {
  /// What it is called in records and reports, as `gap (gaussian-process)`.
  public let name: String
  /// The property that it predicts.
  public let property: String
  /// The representations that it sees, in the order in which it sees them.
  public let representations: [Representation]
  private let engine: Engine

  private enum Engine: Sendable {
    case process(any ProjectedPosterior<MolecularInput>, average: Double, spread: Double)
    case network(TrainedNetwork, average: Double, spread: Double)
  }

  /// A process conditioned on a source's data.
  ///
  /// - Parameters:
  ///   - average: that of the data.
  ///   - spread: the standard deviation of the data, not zero.
  public init(
    name: String, property: String, representations: [Representation],
    process: some ProjectedPosterior<MolecularInput>, average: Double, spread: Double
  ) {
    (self.name, self.property, self.representations) = (name, property, representations)
    engine = .process(process, average: average, spread: spread)
  }

  /// A network of one output.
  public init(
    name: String, property: String, representations: [Representation], network: TrainedNetwork, average: Double,
    spread: Double
  ) {
    (self.name, self.property, self.representations) = (name, property, representations)
    engine = .network(network, average: average, spread: spread)
  }

  /// Whether it has a hidden layer whose units can serve as features.
  package var hasHiddenLayer: Bool {
    if case .network = engine { return true }
    return false
  }

  /// Whether it says how sure it is: a process does, a network does not.
  package var hasDeviations: Bool {
    if case .process = engine { return true }
    return false
  }

  /// The predictions of observations, in the property's unit. Those of a model that does not say how sure it is have a standard
  /// deviation of 0.
  ///
  /// - Parameters:
  ///   - inputs: by the model's representations.
  ///   - noise: the standard deviation of an observation's noise, in the property's unit.
  package func predictions(_ inputs: [MolecularInput], noise: Double) throws(TransferLearningError) -> [Prediction] {
    var predictions: [Prediction] = []
    // A process takes a number for each pair of a molecule asked about and one that it was trained on.
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
      }
    }
    return predictions
  }

  /// What the model says of each molecule.
  package func outputs(_ inputs: [MolecularInput]) throws(TransferLearningError) -> [SourceOutput] {
    switch engine {
    case .process(let process, let average, let spread):
      let (means, columns) = process.projections(at: inputs)
      return inputs.indices.map { index in
        SourceOutput(
          value: (means[index] - average) / spread, projection: columns.column(index).map { $0 / spread }, hidden: [])
      }
    case .network(let network, let average, let spread):
      let rows = NetworkInputs(inputs)
      let values = try network.predictions(rows).column(0)
      let hidden = try network.hiddenFeatures(rows, layer: network.hiddenLayers.count - 1).transposed
      return zip(inputs.indices, values).map { index, value in
        SourceOutput(value: (value - average) / spread, projection: [], hidden: Array(hidden.column(index)))
      }
    }
  }

  /// The covariances of what the model believed before its data, in its own units; nil for a model that does not say how
  /// sure it is.
  package func priorBlock(_ a: [MolecularInput], _ b: [MolecularInput]) -> Matrix? {
    guard case .process(let process, _, let spread) = engine else { return nil }
    return (1 / (spread * spread)) * process.kernel.block(a, b)
  }

  /// The variances of what the model believed before its data, in its own units; nil as for the covariances.
  package func priorVariances(_ a: [MolecularInput]) -> [Double]? {
    guard case .process(let process, _, let spread) = engine else { return nil }
    return process.kernel.variances(a).map { $0 / (spread * spread) }
  }
}

/// What a source model says of a molecule, in units of its own data's standard deviation.
public struct SourceOutput: Sendable, Hashable {
  /// The expected value, about the average of the source's data.
  public let value: Double
  /// The molecule's column of L⁻¹ K, or for a sparse process of what stands for it: the source's posterior covariance of two
  /// molecules is its prior's less the inner product of their columns. Empty where the source does not say how sure it is.
  public let projection: [Double]
  /// The units of the last hidden layer, standardised; empty where there is none.
  public let hidden: [Double]
}
