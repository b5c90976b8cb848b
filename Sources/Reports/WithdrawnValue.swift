package import Stores

/// A value that a person gave and has withdrawn.
public struct WithdrawnValue: Encodable, Sendable {
  /// The property.
  public let property: String
  /// The value.
  public let value: Double
  /// The standard uncertainty that was given; nil if there was none.
  public let uncertainty: Double?
  /// The unit of both.
  public let unit: String
  /// The reason for the withdrawal; nil if none was given.
  public let reason: String?

  package init(_ record: WithdrawalRecord, unit: String) {
    property = record.property
    value = record.value
    uncertainty = record.uncertainty
    self.unit = unit
    reason = record.reason
  }
}

/// A failure that a person gave and has withdrawn.
public struct WithdrawnFailure: Encodable, Sendable {
  /// The reason that was given for the failure.
  public let message: String
  /// The reason for the withdrawal; nil if none was given.
  public let reason: String?

  package init(_ record: WithdrawnFailureRecord) {
    (message, reason) = (record.failureMessage, record.reason)
  }
}
