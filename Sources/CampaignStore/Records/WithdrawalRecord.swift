public import Foundation

/// A value that a person gave and has taken back: it is no observation any more.
public struct WithdrawalRecord: StoredRecord {
  /// Its number in the campaign: 1, 2, 3 … in the order of withdrawing.
  public var id: Int
  /// The number of the calculation that stands for the telling.
  public var calculation: Int
  /// The property.
  public var property: String
  /// The value that was withdrawn, in the property's unit.
  public var value: Double
  /// Its standard uncertainty, in the property's unit; `nil` where none was stated.
  public var uncertainty: Double?
  /// Why it was withdrawn; `nil` where nobody said.
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

/// That a calculation failed, as a person said and has taken back.
public struct WithdrawnFailureRecord: StoredRecord {
  /// The number of the calculation that stands for the telling.
  public var calculation: Int
  /// The class of the failure.
  public var failureClass: String
  /// The failure in a sentence.
  public var failureMessage: String
  /// What was said besides.
  public var evidence: String
  /// Why it was withdrawn; `nil` where nobody said.
  public var reason: String?
  /// When it was withdrawn.
  public var withdrawnAt: Date

  /// A failure that is withdrawn.
  public init(calculation: Int, _ failure: FailureRecord, reason: String? = nil, withdrawnAt: Date) {
    self.calculation = calculation
    (failureClass, failureMessage, evidence) = (failure.failureClass, failure.message, failure.evidence)
    self.reason = reason
    self.withdrawnAt = withdrawnAt
  }

  package static let tableName = "withdrawnFailure"
}
