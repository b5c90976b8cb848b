/// What is believed of a positive hyper-parameter before the data: its logarithm is normal, cut off at a least and a
/// greatest value.
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

  /// A log-normal prior, cut off at a least and a greatest value.
  public init(median: Double, logDeviation: Double, least: Double, greatest: Double) {
    self.median = median
    self.logDeviation = logDeviation
    self.least = least
    self.greatest = greatest
  }

  /// That of an output scale, in standard deviations of the values.
  public static let outputScale = LogNormalPrior(median: 1, logDeviation: 0.7, least: 0.05, greatest: 20)

  /// That of a length scale, in units of the distance of two typical inputs.
  public static let lengthScale = LogNormalPrior(median: 1.5, logDeviation: 0.7, least: 0.05, greatest: 50)

  func validated(as name: String) throws(GaussianProcessError) {
    guard least > 0, least < greatest, greatest.isFinite, (least...greatest).contains(median), logDeviation > 0 else {
      throw .invalidSetting(
        "The prior of the \(name) needs 0 < least ≤ median ≤ greatest, least < greatest and a positive log deviation.")
    }
  }
}
