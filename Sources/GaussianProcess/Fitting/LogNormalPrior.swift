/// The prior of a positive hyper-parameter: log-normal, truncated at a least and a greatest value.
///
/// Maximum a-posteriori estimates depend on the coordinates: here they are the logarithms.
public struct LogNormalPrior: Sendable, Hashable, Codable {
  /// The median.
  public var median: Double
  /// The standard deviation of the natural logarithm.
  public var logDeviation: Double
  /// The least value allowed.
  public var least: Double
  /// The greatest value allowed.
  public var greatest: Double

  /// Creates a log-normal prior, truncated at a least and a greatest value.
  public init(median: Double, logDeviation: Double, least: Double, greatest: Double) {
    self.median = median
    self.logDeviation = logDeviation
    self.least = least
    self.greatest = greatest
  }

  /// The prior of an output scale, in standard deviations of the values.
  public static let outputScale = LogNormalPrior(median: 1, logDeviation: 0.7, least: 0.05, greatest: 20)

  /// The prior of a length scale, in units of the distance between two typical inputs.
  public static let lengthScale = LogNormalPrior(median: 1.5, logDeviation: 0.7, least: 0.05, greatest: 50)

  func validated(as name: String) throws(GaussianProcessError) {
    guard least > 0, least < greatest, greatest.isFinite, (least...greatest).contains(median), logDeviation > 0 else {
      throw .invalidSetting(
        "The prior of the \(name) needs 0 < least ≤ median ≤ greatest, least < greatest and a positive log deviation.")
    }
  }
}
