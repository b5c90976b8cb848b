public import Chemistry
internal import Foundation
public import GaussianProcess
internal import Numerics

/// A Gaussian process on a source property, as trained and stored: its data and hyper-parameters, from which the
/// process is reconstructed. For larger data there is ``SparseSourceProcess``.
public struct SourceProcess: Sendable, Hashable, Codable {
  /// The kernels that compare molecules.
  public let model: MolecularModel
  /// The scalings of their real-valued features.
  public let scalings: [DescriptorScaling]
  /// The coordinates of the kernel's hyper-parameters, in its order.
  public let coordinates: [Double]
  /// The standard deviation of the noise, in the property's unit.
  public let noise: Double
  /// The factor that multiplies all standard deviations so that they agree with the errors.
  public let calibration: Double
  /// The canonical SMILES of its training molecules.
  public let molecules: [String]
  /// Their values, in the property's unit.
  public let values: [Double]

  /// The version of the fitting and calibration: a process fitted in another way counts as another model.
  public static let fittingVersion = 2

  /// The average of the values.
  public var average: Double { values.reduce(0, +) / Double(values.count) }

  /// The values' standard deviation; 1 if they are all equal.
  public var spread: Double { Standardization(values, spreadOfConstantValues: 1).spread }

  /// Trains on a table of molecules and values.
  ///
  /// - Parameters:
  ///   - molecules: distinct, at least two.
  ///   - features: their features, by the model's representations.
  ///   - values: their values, in the property's unit.
  /// - Returns: the process, and its leave-one-out errors.
  public static func train(
    _ molecules: [Molecule], features: [MolecularInput], values: [Double], model: MolecularModel
  ) throws(TransferLearningError) -> (process: SourceProcess, errors: CrossValidatedErrors) {
    precondition(molecules.count == features.count && features.count == values.count, "One value for each molecule.")
    guard values.count >= 2 else { throw .tooFewValues(output: 0, count: values.count, needed: 2) }
    let scalings = model.scalings(of: features)
    let found: Fit<MolecularInput>
    do {
      found = try fit(
        kernel: model.kernel(scalings: scalings), inputs: features, values: values, settings: .ofSources)
    } catch {
      throw .process(error)
    }
    let process = SourceProcess(
      model: model, scalings: scalings, coordinates: found.fittedKernel.coordinates, noise: found.hyperparameters.noise,
      calibration: found.calibration, molecules: molecules.map(\.smiles), values: values)
    let errors = CrossValidatedErrors(
      folds: values.count, values: values, predictions: found.leaveOneOut.map(\.mean),
      deviations: found.leaveOneOut.map(\.standardDeviation))
    return (process, errors)
  }

  /// The process, conditioned again on its data.
  ///
  /// - Parameter features: the features of its molecules, in their order, by its model's representations.
  public func conditioned(_ features: [MolecularInput]) throws(TransferLearningError) -> GaussianProcess<MolecularInput>
  {
    let kernel = model.kernel(scalings: scalings).with(coordinates: coordinates)
    do {
      return try GaussianProcess(
        mean: ConstantMean(average),
        kernel: ScaledKernel(variance: calibration * spread * calibration * spread, base: kernel),
        noiseVariance: calibration * noise * calibration * noise
      ).conditioned(on: features, values: values)
    } catch {
      throw .process(error)
    }
  }

  /// The process as a source model.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - property: the property that it predicts.
  ///   - features: the features of its molecules, in their order, by its model's representations.
  public func sourceModel(name: String, property: String, features: [MolecularInput]) throws(TransferLearningError)
    -> SourceModel
  {
    SourceModel(
      name: name, property: property, representations: model.representations, process: try conditioned(features),
      average: average, spread: spread)
  }
}

extension FitSettings {
  /// The settings for fitting processes on source properties: the kernel contains a constant, and some hundreds of
  /// molecules determine the hyper-parameters of several representations as well as thousands.
  static var ofSources: FitSettings {
    var settings = FitSettings()
    settings.meanDeviation = 0
    settings.starts = 2
    settings.pointsToBeginWith = 300
    settings.pointsToEndWith = 700
    settings.evaluations = 60
    return settings
  }
}

extension SourceProcess {
  /// Reads a process; one stored before calibration was introduced has none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      model: try fields.decode(MolecularModel.self, forKey: .model),
      scalings: try fields.decode([DescriptorScaling].self, forKey: .scalings),
      coordinates: try fields.decode([Double].self, forKey: .coordinates),
      noise: try fields.decode(Double.self, forKey: .noise),
      calibration: try fields.decodeIfPresent(Double.self, forKey: .calibration) ?? 1,
      molecules: try fields.decode([String].self, forKey: .molecules),
      values: try fields.decode([Double].self, forKey: .values))
  }
}
