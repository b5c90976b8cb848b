public import Foundation

/// A person's decision not to make a suggested calculation.
public struct DeclineRecord: StoredRecord {
  /// The calculation's number.
  public var calculation: Int
  /// When it was declined.
  public var declinedAt: Date
  /// The reason; `nil` if none was given.
  public var reason: String?
  /// When it was suggested again; `nil` while it is declined.
  public var revokedAt: Date?

  /// A calculation that is declined.
  public init(calculation: Int, declinedAt: Date, reason: String? = nil, revokedAt: Date? = nil) {
    self.calculation = calculation
    self.declinedAt = declinedAt
    self.reason = reason
    self.revokedAt = revokedAt
  }

  package static let tableName = "decline"
}
