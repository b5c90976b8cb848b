public import Foundation

/// The state of a calculation.
public enum CalculationState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Not made, or not finished.
  case pending
  /// It gave values.
  case succeeded
  /// It gave no values, and the reason is recorded.
  case failed
  /// A person entered its values or its failure, and withdrew all of it.
  case withdrawn
  /// A person decided not to make it.
  case declined
}

/// A failure: its class, a description and the evidence. Never a number.
public struct FailureRecord: Sendable, Hashable, Codable {
  /// The class of the failure, by the possible next step.
  public var failureClass: String
  /// The description, in a full sentence.
  public var message: String
  /// The program's own messages, such as the last lines of its output; may be empty.
  public var evidence: String

  /// A failure of a class, with a sentence and the evidence.
  public init(failureClass: String, message: String, evidence: String) {
    self.failureClass = failureClass
    self.message = message
    self.evidence = evidence
  }
}

/// One molecule of a batch under one protocol.
///
/// The molecule is that of the candidate at the same position of the same iteration.
public struct CalculationRecord: StoredRecord {
  /// Its number in the campaign: 1, 2, 3 … in the batches' order.
  public var id: Int
  /// The iteration whose batch it belongs to.
  public var iteration: Int
  /// Its place in the batch, from 1.
  public var position: Int
  /// Its state.
  public var state: CalculationState
  /// The calculator's name.
  public var calculator: String
  /// The number of the protocol.
  public var `protocol`: Int
  /// Canonical isomeric SMILES of the stereoisomer that was calculated; `nil` if it was not determined.
  public var isomer: String?
  /// The class of the failure, for a failed calculation.
  public var failureClass: String?
  /// The description of the failure in a full sentence, for a failed calculation.
  public var failureMessage: String?
  /// The program's own messages, for a failed calculation.
  public var evidence: String?
  /// The geometry in XYZ format (ångström), for a successful calculation that gave one.
  public var geometry: String?
  /// Values for each atom, in the geometry's order, by name, as a JSON object; `nil` if there are none.
  public var atomicValues: String?
  /// The differences between the settings that gave the result and the protocol's, a sentence on each line; `nil` if
  /// there are none.
  public var changes: String?
  /// Suspicious features of the result that do not invalidate it, a sentence on each line; `nil` if there are none.
  public var notes: String?
  /// Whether the outcome was made earlier, perhaps by another campaign, and found in the cache.
  public var isReused: Bool
  /// When it ended; `nil` while pending.
  public var endedAt: Date?
  /// The wall time when it was made, in seconds; `nil` while pending.
  public var wallSeconds: Double?

  /// A calculation; pending unless more is given.
  public init(
    id: Int, iteration: Int, position: Int, state: CalculationState = .pending, calculator: String,
    protocol: Int, isomer: String? = nil, failureClass: String? = nil, failureMessage: String? = nil,
    evidence: String? = nil,
    geometry: String? = nil, atomicValues: String? = nil, changes: String? = nil, notes: String? = nil,
    isReused: Bool = false, endedAt: Date? = nil, wallSeconds: Double? = nil
  ) {
    self.id = id
    self.iteration = iteration
    self.position = position
    self.state = state
    self.calculator = calculator
    self.protocol = `protocol`
    self.isomer = isomer
    self.failureClass = failureClass
    self.failureMessage = failureMessage
    self.evidence = evidence
    self.geometry = geometry
    self.atomicValues = atomicValues
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

  package static let tableName = "calculation"
}

/// How a run of a program ended.
public enum AttemptTermination: String, Sendable, Hashable, Codable, CaseIterable {
  /// By itself, with an exit status.
  case exited
  /// By a signal from outside the campaign.
  case signalled
  /// It was stopped at its time limit.
  case timedOut
  /// It was stopped because the campaign was.
  case cancelled
  /// It was stopped because it wrote too much.
  case outputLimitExceeded
  /// It never ran.
  case notStarted
}

/// One run of a program for a calculation.
public struct CalculationAttemptRecord: StoredRecord {
  /// The calculation's number.
  public var calculation: Int
  /// The attempt's number within the calculation.
  public var number: Int
  /// The step of the protocol that it belongs to.
  public var step: String
  /// The conformer, from 1; `nil` if there is none, or if it concerns all of them.
  public var conformer: Int?
  /// The differences between its settings and the protocol's, a sentence on each line; `nil` if there are none.
  public var changes: String?
  /// The program and its arguments.
  public var commandLine: [String]
  /// The exit status, when it exited.
  public var exitStatus: Int?
  /// The signal's number, when a signal ended it.
  public var signal: Int?
  /// How it ended.
  public var termination: AttemptTermination
  /// When it was started.
  public var startedAt: Date
  /// The wall time in seconds.
  public var wallSeconds: Double
  /// The total energy in hartree, if the run was accepted and gives one; the lowest of a calculation is used.
  public var energy: Double?
  /// Suspicious features of an accepted run that do not invalidate it, a sentence on each line.
  public var notes: String?
  /// Where it ran: `local`, or the executor with the machine and the node; `nil` if it is not known. Two records of a
  /// campaign may differ in it, as in times.
  public var machine: String?
  /// The class of its failure, if it failed.
  public var failureClass: String?
  /// The description of its failure in a full sentence, if it failed.
  public var failureMessage: String?
  /// The program's own messages, if it failed.
  public var evidence: String?

  /// A run of a program; successful unless a failure is given.
  public init(
    calculation: Int, number: Int, step: String = "calculate", conformer: Int? = nil, changes: String? = nil,
    commandLine: [String], exitStatus: Int? = nil, signal: Int? = nil, termination: AttemptTermination,
    startedAt: Date, wallSeconds: Double, energy: Double? = nil,
    notes: String? = nil, machine: String? = nil, failure: FailureRecord? = nil
  ) {
    self.calculation = calculation
    self.number = number
    self.step = step
    self.conformer = conformer
    self.changes = changes
    self.commandLine = commandLine
    self.exitStatus = exitStatus
    self.signal = signal
    self.termination = termination
    self.startedAt = startedAt
    self.wallSeconds = wallSeconds
    self.energy = energy
    self.notes = notes
    self.machine = machine
    self.failureClass = failure?.failureClass
    self.failureMessage = failure?.message
    self.evidence = failure?.evidence
  }

  /// The attempt's failure, if it failed.
  public var failure: FailureRecord? {
    guard let failureClass, let failureMessage, let evidence else { return nil }
    return FailureRecord(failureClass: failureClass, message: failureMessage, evidence: evidence)
  }

  package static let tableName = "attempt"
}

/// A property value that a calculation gave.
public struct ObservationRecord: StoredRecord {
  /// The calculation's number.
  public var calculation: Int
  /// The property.
  public var property: String
  /// The value, in the property's unit; finite.
  public var value: Double
  /// The standard uncertainty, in the property's unit: the spread over conformers, or what a person or program stated.
  public var uncertainty: Double?

  /// A value of a property from a calculation.
  public init(calculation: Int, property: String, value: Double, uncertainty: Double? = nil) {
    self.calculation = calculation
    self.property = property
    self.value = value
    self.uncertainty = uncertainty
  }

  package static let tableName = "observation"
}
