public import Foundation

/// A value that a person gave and has withdrawn: it is no longer an observation.
public struct WithdrawalRecord: StoredRecord {
  /// Its number in the campaign: 1, 2, 3 … in the order of withdrawal.
  public var id: Int
  /// The number of the calculation that recorded the value.
  public var calculation: Int
  /// The property.
  public var property: String
  /// The value that was withdrawn, in the property's unit.
  public var value: Double
  /// Its standard uncertainty, in the property's unit; `nil` if none was given.
  public var uncertainty: Double?
  /// The reason for the withdrawal; `nil` if none was given.
  public var reason: String?
  /// When it was withdrawn.
  public var withdrawnAt: Date

  /// A value that is withdrawn.
  public init(
    id: Int, calculation: Int, property: String, value: Double, uncertainty: Double? = nil, reason: String? = nil,
    withdrawnAt: Date
  ) {
    self.id = id
    self.calculation = calculation
    self.property = property
    self.value = value
    self.uncertainty = uncertainty
    self.reason = reason
    self.withdrawnAt = withdrawnAt
  }

  package static let tableName = "withdrawal"
}

/// A failure that a person gave and has withdrawn.
public struct WithdrawnFailureRecord: StoredRecord {
  /// The number of the calculation that recorded the failure.
  public var calculation: Int
  /// When the failure was entered: when the calculation ended.
  public var toldAt: Date
  /// The class of the failure.
  public var failureClass: String
  /// The failure in a sentence.
  public var failureMessage: String
  /// Additional remarks.
  public var evidence: String
  /// The reason for the withdrawal; `nil` if none was given.
  public var reason: String?
  /// When it was withdrawn.
  public var withdrawnAt: Date

  /// A failure that is withdrawn.
  public init(
    calculation: Int, _ failure: FailureRecord, toldAt: Date, reason: String? = nil, withdrawnAt: Date
  ) {
    self.calculation = calculation
    self.toldAt = toldAt
    (failureClass, failureMessage, evidence) = (failure.failureClass, failure.message, failure.evidence)
    self.reason = reason
    self.withdrawnAt = withdrawnAt
  }

  package static let tableName = "withdrawnFailure"
}
