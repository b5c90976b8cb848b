/// The priors of the mean and the noise, and the effort of the search.
///
/// All values are in units of the data's standard deviation about their average, since the data are standardised first.
public struct FitSettings: Sendable, Hashable, Codable {
  /// The prior standard deviation of the mean about the values' average. Unrelated molecules still share a few
  /// environments, so that the process's mean may be far from the average. Zero fixes the mean at the average, which is
  /// right if the kernel contains a constant (``ConstantKernel``).
  public var meanDeviation = 1.0
  /// The prior of the noise's standard deviation. For a calculated property the noise is the part that the kernel
  /// cannot describe. The least value keeps the Gram matrix positive definite when molecules have the same fingerprint.
  public var noise = LogNormalPrior(median: 0.2, logDeviation: 1, least: 1e-3, greatest: 3)
  /// The number of evaluations of the posterior after which no new search step begins. A limit of time would make the
  /// result depend on the machine.
  public var evaluations = 200
  /// The number of starting points of the search, the medians of the priors first: there may be several maxima.
  public var starts = 3
  /// With more points than this the search begins on this many of them, evenly spread over the list, and ends on all.
  public var pointsToBeginWith = 400
  /// With more points than this the search ends on this many of them, evenly spread over the list; the process is
  /// conditioned on all. There are few hyper-parameters, and hundreds of points determine them.
  public var pointsToEndWith = Int.max
  /// The number of labels with which the calibration is half of what the leave-one-out errors suggest (see
  /// ``Fit/calibration``); infinity switches calibration off.
  public var calibrationPriorCount = 64.0
  /// The replacement for the values' standard deviation if it is zero (one value, or all equal), in the property's
  /// unit.
  public var spreadOfConstantValues = 1.0

  /// The settings that work well for properties of molecules.
  public init() {}

  func validated() throws(GaussianProcessError) {
    try noise.validated(as: "noise")
    func require(_ isValid: Bool, _ problem: String) throws(GaussianProcessError) {
      if !isValid { throw .invalidSetting(problem) }
    }
    try require(meanDeviation >= 0, "The prior deviation of the mean must not be negative; it is \(meanDeviation).")
    try require(
      spreadOfConstantValues > 0, "The spread of constant values must be positive; it is \(spreadOfConstantValues).")
    try require(
      calibrationPriorCount > 0, "The prior count of the calibration must be positive; it is \(calibrationPriorCount).")
    try require(evaluations > 0, "The number of evaluations must be positive; it is \(evaluations).")
    try require(starts > 0, "The number of starting points must be positive; it is \(starts).")
    try require(pointsToBeginWith > 1, "The search must begin with at least two points, not \(pointsToBeginWith).")
    try require(pointsToEndWith > 1, "The search must end with at least two points, not \(pointsToEndWith).")
  }
}
