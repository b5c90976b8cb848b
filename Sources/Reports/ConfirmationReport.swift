/// The confirmations of hits in short.
public struct ConfirmationReport: Encodable, Sendable {
  /// The calculator that confirms now; nil if hits need no confirmation any more.
  public let calculator: String?
  /// Molecules that it was run for, successfully or not.
  public let calculated: Int
  /// Those of them for which it failed.
  public let failed: Int
  /// The time that its programs ran, in seconds, each on one core.
  public let programSeconds: Double
  /// Molecules that meet the objectives by the calculator's values, and wait for their confirmation.
  public let waiting: Int
}
