public import Foundation

/// What a calculation beside the calculator's own is for.
public enum ExtraRole: String, Sendable, Hashable, Codable, CaseIterable {
  /// A cheap calculation of a candidate before the batch is chosen.
  case screen
  /// A better calculation of a hit, which counts only with it.
  case confirm
}

/// The state of an extra calculation.
public enum ExtraState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Not made, or not finished.
  case pending
  /// It gave values.
  case succeeded
  /// It gave no values, and the reason is recorded.
  case failed
  /// It is not made: the program itself failed, the file asks for another way since, or a hit is no longer one. Nothing is
  /// known of the molecule.
  case abandoned
}

/// A calculation of a molecule by a screen or to confirm a hit.
public struct ExtraCalculationRecord: StoredRecord {
  /// Its number among the extra calculations: 1, 2, 3 …
  public var id: Int
  /// What it is for.
  public var role: ExtraRole
  /// The iteration before whose design a candidate is screened, or whose hit is confirmed.
  public var iteration: Int
  /// The molecule's number.
  public var molecule: Int
  /// The calculator's name.
  public var calculator: String
  /// The number of the protocol.
  public var `protocol`: Int
  /// Its state.
  public var state: ExtraState
  /// Canonical isomeric SMILES of the stereoisomer that was calculated; `nil` if it was not determined.
  public var isomer: String?
  /// The class of the failure, if it failed.
  public var failureClass: String?
  /// The description of the failure in a full sentence, if it failed.
  public var failureMessage: String?
  /// The program's own messages, if it failed.
  public var evidence: String?
  /// The geometry in XYZ format (ångström) of a confirmed hit, if there is one; the geometries of screens are not kept.
  public var geometry: String?
  /// The differences between the settings that gave the result and the protocol's, a sentence on each line; `nil` if
  /// there are none.
  public var changes: String?
  /// Suspicious features of the result that do not invalidate it, a sentence on each line; `nil` if there are none.
  public var notes: String?
  /// Whether the outcome was found in the cache.
  public var isReused: Bool
  /// When it ended; `nil` while pending.
  public var endedAt: Date?
  /// The wall time when it was made, in seconds; `nil` if there is no outcome.
  public var wallSeconds: Double?

  /// A calculation; pending unless more is given.
  public init(
    id: Int, role: ExtraRole, iteration: Int, molecule: Int, calculator: String, protocol: Int,
    state: ExtraState = .pending, isomer: String? = nil, failure: FailureRecord? = nil, geometry: String? = nil,
    changes: String? = nil, notes: String? = nil, isReused: Bool = false, endedAt: Date? = nil,
    wallSeconds: Double? = nil
  ) {
    self.id = id
    self.role = role
    self.iteration = iteration
    self.molecule = molecule
    self.calculator = calculator
    self.protocol = `protocol`
    self.state = state
    self.isomer = isomer
    self.failureClass = failure?.failureClass
    self.failureMessage = failure?.message
    self.evidence = failure?.evidence
    self.geometry = geometry
    self.changes = changes
    self.notes = notes
    self.isReused = isReused
    self.endedAt = endedAt
    self.wallSeconds = wallSeconds
  }

  /// The failure of a failed calculation.
  public var failure: FailureRecord? {
    guard let failureClass, let failureMessage, let evidence else { return nil }
    return FailureRecord(failureClass: failureClass, message: failureMessage, evidence: evidence)
  }

  package static let tableName = "extraCalculation"

  /// The calculation with its outcome.
  func ended(_ outcome: OutcomeEntry, isReused: Bool, at time: Date, wallSeconds: Double) -> ExtraCalculationRecord {
    var ended = self
    (ended.isReused, ended.endedAt, ended.wallSeconds) = (isReused, time, wallSeconds)
    switch outcome {
    case .succeeded(let result):
      ended.state = .succeeded
      ended.isomer = result.isomer
      ended.geometry = role == .confirm ? result.geometry : nil
      ended.changes = result.changes.storedLines
      ended.notes = result.notes.storedLines
    case .failed(let failure):
      ended.state = .failed
      (ended.failureClass, ended.failureMessage) = (failure.failureClass, failure.message)
      ended.evidence = failure.evidence
    }
    return ended
  }
}

/// One run of a program for an extra calculation: `calculation` is the number of that one.
public struct ExtraAttemptRecord: StoredRecord {
  /// The run.
  public let attempt: CalculationAttemptRecord

  /// A run for an extra calculation.
  public init(_ attempt: CalculationAttemptRecord) { self.attempt = attempt }

  /// Reads the columns of a run.
  public init(from decoder: any Decoder) throws { attempt = try CalculationAttemptRecord(from: decoder) }

  /// Writes the columns of a run.
  public func encode(to encoder: any Encoder) throws { try attempt.encode(to: encoder) }

  package static let tableName = "extraAttempt"
}

/// A property value that an extra calculation gave: `calculation` is the number of that one.
public struct ExtraObservationRecord: StoredRecord {
  /// The value.
  public let observation: ObservationRecord

  /// A value from an extra calculation.
  public init(_ observation: ObservationRecord) { self.observation = observation }

  /// Reads the columns of a value.
  public init(from decoder: any Decoder) throws { observation = try ObservationRecord(from: decoder) }

  /// Writes the columns of a value.
  public func encode(to encoder: any Encoder) throws { try observation.encode(to: encoder) }

  package static let tableName = "extraObservation"
}
