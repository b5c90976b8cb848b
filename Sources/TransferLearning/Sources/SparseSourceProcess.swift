public import Chemistry
public import GaussianProcess
internal import Numerics

/// A Gaussian process on a source property of more data than an exact one is good for, as it is trained and kept: its
/// inducing molecules, its hyper-parameters, and what all values together said at these molecules.
///
/// The values themselves are not kept: what is kept, and what it takes to ask the model, grows with the inducing molecules
/// and not with the data.
public struct SparseSourceProcess: Sendable, Hashable, Codable {
  /// How molecules are compared.
  public let model: MolecularModel
  /// How their real-valued features are scaled.
  public let scalings: [DescriptorScaling]
  /// The coordinates of the kernel's hyper-parameters, in its order.
  public let coordinates: [Double]
  /// The mean before the first observation, in the property's unit.
  public let centre: Double
  /// What the kernel's standard deviations are multiplied by, calibrated, in the property's unit.
  public let deviation: Double
  /// The standard deviation of the noise, calibrated, in the property's unit.
  public let noise: Double
  /// The average of all values, in the property's unit.
  public let average: Double
  /// The standard deviation of all values, in the property's unit; 1 where they are all equal.
  public let spread: Double
  /// How many molecules it was conditioned on.
  public let observations: Int
  /// The canonical SMILES of the inducing molecules.
  public let molecules: [String]
  /// What was added to their variances, in the square of the property's unit.
  public let jitter: Double
  /// How far it is from an exact process.
  public let approximation: ApproximationError
  /// What the values said at the inducing molecules: as in ``SparsePosterior``.
  let projected: [Double]
  let information: PackedTriangle

  /// The version of how a sparse process is fitted: one that was fitted in another way is another model.
  public static let fittingVersion = 1

  /// Trains on a table of molecules and values.
  ///
  /// - Parameters:
  ///   - molecules: distinct, at least two.
  ///   - features: theirs, by the model's representations.
  ///   - values: theirs, in the property's unit.
  ///   - settings: how many inducing molecules there are at most, and on how many molecules hyper-parameters are found.
  /// - Returns: the process, and how well it predicts each value from the others, the inducing molecules held.
  public static func train(
    _ molecules: [Molecule], features: [MolecularInput], values: [Double], model: MolecularModel,
    settings: SparseSettings = .ofSources
  ) throws(TransferLearningError) -> (process: SparseSourceProcess, errors: CrossValidatedErrors) {
    precondition(molecules.count == features.count && features.count == values.count, "One value for each molecule.")
    guard values.count >= 2 else { throw .tooFewValues(output: 0, count: values.count, needed: 2) }
    let scalings = model.scalings(of: features)
    let found: SparseFit<MolecularInput>
    let posterior: SparsePosterior<MolecularInput>
    do {
      found = try fitSparse(
        kernel: model.kernel(scalings: scalings), inputs: features, values: values, sparse: settings,
        settings: .ofSources)
      posterior = try found.process.posterior()
    } catch {
      throw .process(error)
    }
    let standard = Standardization(values, spreadOfConstantValues: 1)
    let process = SparseSourceProcess(
      model: model, scalings: scalings, coordinates: found.fittedKernel.coordinates, centre: found.hyperparameters.mean,
      deviation: found.calibration * found.spread, noise: found.calibration * found.hyperparameters.noise,
      average: standard.average, spread: standard.spread, observations: values.count,
      molecules: found.inducing.map { molecules[$0].smiles }, jitter: posterior.jitter,
      approximation: found.approximation, projected: posterior.projected,
      information: PackedTriangle(posterior.information))
    let errors = CrossValidatedErrors(
      folds: values.count, values: values, predictions: found.leaveOneOut.map(\.mean),
      deviations: found.leaveOneOut.map(\.standardDeviation))
    return (process, errors)
  }

  /// What the process has learnt, to be asked.
  ///
  /// - Parameter features: those of its inducing molecules, in their order, by its model's representations.
  public func posterior(_ features: [MolecularInput]) throws(TransferLearningError) -> SparsePosterior<MolecularInput> {
    guard let information = information.matrix(rows: molecules.count) else {
      throw .unreadable(what: "Gaussian process", reason: "its numbers do not belong together")
    }
    do {
      return try SparsePosterior(
        mean: ConstantMean(centre),
        kernel: ScaledKernel(
          variance: deviation * deviation, base: model.kernel(scalings: scalings).with(coordinates: coordinates)),
        inducingInputs: features, jitter: jitter, information: information, projected: projected)
    } catch {
      throw .process(error)
    }
  }

  /// The process as a source model.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - property: what it predicts.
  ///   - features: those of its inducing molecules, in their order, by its model's representations.
  public func sourceModel(name: String, property: String, features: [MolecularInput]) throws(TransferLearningError)
    -> SourceModel
  {
    SourceModel(
      name: name, property: property, representations: model.representations, process: try posterior(features),
      average: average, spread: spread)
  }
}

extension SparseSettings {
  /// How source models are made sparse. Counts of fragments would need more inducing molecules than there can be: what these
  /// leave unexplained is greater than the noise, and to take it for noise makes errors a tenth greater
  /// (`Benchmarks/README.md`).
  public static var ofSources: SparseSettings {
    var settings = SparseSettings()
    settings.inducingInputs = 1500
    settings.conditional = .projected
    return settings
  }
}
