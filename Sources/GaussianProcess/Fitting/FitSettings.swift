/// What is believed of the mean and the noise before the data, and how long is searched.
///
/// All is in units of the values' own standard deviation about their average, since the values are standardised first.
public struct FitSettings: Sendable, Hashable, Codable {
  /// The standard deviation of the mean about the values' average. Unrelated molecules still share a few environments,
  /// so that the process's mean may lie well away from the average. Zero holds the mean at the average, which is right
  /// where the kernel has a constant of its own (``ConstantKernel``).
  public var meanDeviation = 1.0
  /// The standard deviation of the noise: for a calculated property, what the kernel cannot see. The least value keeps
  /// the Gram matrix positive definite when molecules have the same fingerprint.
  public var noise = LogNormalPrior(median: 0.2, logDeviation: 1, least: 1e-3, greatest: 3)
  /// The number of evaluations of the posterior after which the search begins no new step. A limit of time would make
  /// the result depend on the machine.
  public var evaluations = 200
  /// From how many places the search begins, the medians of the priors first: there may be several maxima.
  public var starts = 3
  /// With more points than this the search begins on as many of them, evenly spread over the list, and ends on all.
  public var pointsToBeginWith = 400
  /// With more points than this the search ends on as many of them, evenly spread over the list; the process is conditioned
  /// on all. Hyper-parameters are few, and hundreds of points know them.
  public var pointsToEndWith = Int.max
  /// With as many labels as this, half of what the leave-one-out errors say of the standard deviations is believed (see
  /// ``Fit/calibration``); infinity leaves the deviations as the likelihood has them.
  public var calibrationDoubt = 64.0
  /// What stands for the values' standard deviation when it is zero (one value, or all equal), in the property's unit.
  public var spreadOfConstantValues = 1.0

  /// The settings found good for properties of molecules.
  public init() {}

  func validated() throws(GaussianProcessError) {
    try noise.validated(as: "noise")
    guard meanDeviation >= 0, spreadOfConstantValues > 0, calibrationDoubt > 0, evaluations > 0, starts > 0,
      pointsToBeginWith > 1,
      pointsToEndWith > 1
    else {
      throw .invalidSetting(
        "The spread of constant values, the doubt of the calibration, the numbers of evaluations and of starts must be positive, the prior deviation "
          + "of the mean not negative, and the search must begin and end with at least two points.")
    }
  }
}
