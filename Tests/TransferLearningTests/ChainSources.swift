import Chemistry
import GaussianProcess
import Numerics
import TransferLearning

/// Source models of chains, small enough to be trained in each test.
struct ChainSources {
  let molecules: [Molecule]
  let features: [MolecularInput]
  let values: [Double]

  init(lengths: ClosedRange<Int> = 1...6) throws {
    molecules = try Chains.molecules(lengths: lengths)
    features = try Chains.features(molecules)
    values = molecules.map(Chains.hidden)
  }

  /// A process, of values times a factor and with something added.
  func process(times factor: Double = 1, plus shift: Double = 0) throws -> SourceModel {
    try SourceProcess.train(
      molecules, features: features, values: values.map { factor * $0 + shift }, model: .standard
    ).process.sourceModel(name: "process", property: "hidden", features: features)
  }

  /// A sparse process with a number of inducing molecules.
  func sparse(inducing: Int) throws -> SparseSourceProcess {
    var settings = SparseSettings.ofSources
    settings.inducingInputs = inducing
    return try SparseSourceProcess.train(
      molecules, features: features, values: values, model: .standard, settings: settings
    ).process
  }

  /// The features of a sparse process's inducing molecules.
  func features(of process: SparseSourceProcess) throws -> [MolecularInput] {
    try Chains.features(process.molecules.map { try Molecule(smiles: $0) })
  }

  /// A small network that sees what the processes see.
  func network() throws -> SourceModel {
    var stream = RandomStream(seed: 5)
    let network = try TrainedNetwork.train(
      NetworkInputs(features), NetworkTargets(values), NetworkSettings(hiddenLayers: [8, 4]), stream: &stream
    ).network
    let average = values.reduce(0, +) / Double(values.count)
    return SourceModel(
      name: "network", property: "hidden", representations: MolecularModel.standard.representations, network: network,
      average: average, spread: 20)
  }

  /// Sources as a target's kernels see them, and the inputs of some molecules.
  func scaled(_ models: [SourceModel], centre: Double = 0.2, scale: Double = 1.5) throws -> (
    sources: [ScaledSource], inputs: [TransferInput]
  ) {
    let outputs = try models.map { try $0.outputs(features) }
    let places = Array(MolecularModel.standard.representations.indices)
    return (
      models.enumerated().map {
        ScaledSource(model: $1, index: $0, places: places, centre: centre, scale: scale)
      },
      features.indices.map { row in TransferInput(features: features[row], sources: outputs.map { $0[row] }) }
    )
  }
}
