internal import Glibc

/// What is believed of the hyper-parameters before the data, and how long is searched.
///
/// All is in units of the values' own standard deviation about their mean, since the values are standardised first.
/// MAP estimates depend on the coordinates: here they are the mean, the logarithm of the output scale and that of the
/// noise, with normal priors.
public struct FitSettings: Sendable, Hashable, Codable {
  /// A log-normal prior, cut off at a least and a greatest value.
  public struct Scale: Sendable, Hashable, Codable {
    /// The median.
    public var median: Double
    /// The standard deviation of the natural logarithm.
    public var logDeviation: Double
    /// The least value allowed.
    public var least: Double
    /// The greatest value allowed.
    public var greatest: Double

    /// A log-normal prior, cut off at a least and a greatest value.
    public init(median: Double, logDeviation: Double, least: Double, greatest: Double) {
      self.median = median
      self.logDeviation = logDeviation
      self.least = least
      self.greatest = greatest
    }
  }

  /// The standard deviation of the mean about the values' average. Unrelated molecules still share a few environments,
  /// so that the process's mean may lie well away from the average.
  public var meanDeviation = 1.0
  /// The output scale: the standard deviation of the process about its mean.
  public var outputScale = Scale(median: 1, logDeviation: 0.7, least: 0.05, greatest: 20)
  /// The standard deviation of the noise: for a calculated property, what the kernel cannot see. The least value keeps
  /// the Gram matrix positive definite when molecules have the same fingerprint.
  public var noise = Scale(median: 0.2, logDeviation: 1, least: 1e-3, greatest: 3)
  /// The number of evaluations of the posterior after which the search begins no new step. A limit of time would make
  /// the result depend on the machine.
  public var evaluations = 200
  /// What stands for the values' standard deviation when it is zero (one value, or all equal), in the property's unit.
  public var spreadOfConstantValues = 1.0

  /// The settings found good for properties of molecules.
  public init() {}

  func validated() throws(GaussianProcessError) {
    for (name, scale) in [("output scale", outputScale), ("noise", noise)] {
      guard scale.least > 0, scale.least < scale.greatest, scale.greatest.isFinite,
        (scale.least...scale.greatest).contains(scale.median), scale.logDeviation > 0
      else {
        throw .invalidSetting(
          "The prior of the \(name) needs 0 < least ≤ median ≤ greatest, least < greatest and a positive log deviation."
        )
      }
    }
    guard meanDeviation > 0, spreadOfConstantValues > 0, evaluations > 0 else {
      throw .invalidSetting(
        "The prior deviation of the mean, the spread of constant values and the number of evaluations must be positive."
      )
    }
  }
}

/// The hyper-parameters of a process with a constant mean and one scaled kernel, in the property's own unit.
public struct Hyperparameters: Sendable, Hashable, Codable {
  /// The constant mean.
  public let mean: Double
  /// The standard deviation of the process about its mean, where the kernel is 1.
  public let outputScale: Double
  /// The standard deviation of the noise of an observation.
  public let noise: Double

  /// Hyper-parameters in the property's own unit.
  public init(mean: Double, outputScale: Double, noise: Double) {
    self.mean = mean
    self.outputScale = outputScale
    self.noise = noise
  }
}
