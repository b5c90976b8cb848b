public import Chemistry
public import GaussianProcess
internal import Numerics

/// A Gaussian process on a source property with too many data for an exact one, as trained and stored: its inducing
/// molecules, its hyper-parameters, and the information of all values about these molecules.
///
/// The values themselves are not stored: the size of the model and the cost of evaluating it grow with the number of
/// inducing molecules and not with the data.
public struct SparseSourceProcess: Sendable, Hashable, Codable {
  /// The kernels that compare molecules.
  public let model: MolecularModel
  /// The scalings of their real-valued features.
  public let scalings: [DescriptorScaling]
  /// The coordinates of the kernel's hyper-parameters, in its order.
  public let coordinates: [Double]
  /// The prior mean, in the property's unit.
  public let centre: Double
  /// The factor of the kernel's standard deviations, calibrated, in the property's unit.
  public let deviation: Double
  /// The standard deviation of the noise, calibrated, in the property's unit.
  public let noise: Double
  /// The average of all values, in the property's unit.
  public let average: Double
  /// The standard deviation of all values, in the property's unit; 1 if they are all equal.
  public let spread: Double
  /// The number of molecules that it was conditioned on.
  public let observations: Int
  /// The canonical SMILES of the inducing molecules.
  public let molecules: [String]
  /// The jitter added to their variances, in the square of the property's unit.
  public let jitter: Double
  /// The difference from an exact process.
  public let approximation: ApproximationError
  /// The information of the values about the inducing molecules, as in ``SparsePosterior``.
  let projected: [Double]
  let information: PackedTriangle

  /// The version of the fitting: a sparse process fitted in another way counts as another model.
  public static let fittingVersion = 1

  /// Trains on a table of molecules and values.
  ///
  /// - Parameters:
  ///   - molecules: distinct, at least two.
  ///   - features: their features, by the model's representations.
  ///   - values: their values, in the property's unit.
  ///   - settings: the greatest number of inducing molecules, and the number of molecules to fit the hyper-parameters
  ///     on.
  /// - Returns: the process, and its leave-one-out errors with fixed inducing molecules.
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

  /// The posterior of the process, for predictions.
  ///
  /// - Parameter features: the features of its inducing molecules, in their order, by its model's representations.
  public func posterior(_ features: [MolecularInput]) throws(TransferLearningError) -> SparsePosterior<MolecularInput> {
    guard let information = information.matrix(rows: molecules.count) else {
      throw .unreadable(what: "Gaussian process", reason: "its numbers are inconsistent")
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
  ///   - name: its name.
  ///   - property: the property that it predicts.
  ///   - features: the features of its inducing molecules, in their order, by its model's representations.
  public func sourceModel(name: String, property: String, features: [MolecularInput]) throws(TransferLearningError)
    -> SourceModel
  {
    SourceModel(
      name: name, property: property, representations: model.representations, process: try posterior(features),
      average: average, spread: spread)
  }
}

extension SparseSettings {
  /// The settings of sparse source models. Counts of fragments would need more inducing molecules than are allowed: the
  /// variance that these leave unexplained exceeds the noise, and treating it as noise makes errors a tenth greater
  /// (`Benchmarks/README.md`).
  public static var ofSources: SparseSettings {
    var settings = SparseSettings()
    settings.inducingInputs = 1500
    settings.conditional = .projected
    return settings
  }
}
