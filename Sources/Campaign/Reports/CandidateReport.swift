import Acquisition
import CampaignStore
import Foundation

/// A candidate: what was predicted, why it was chosen or not, and what came out.
public struct CandidateReport: Encodable, Sendable {
  /// The iteration in which it was considered.
  public let iteration: Int
  /// The molecule's number in the database.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// The rank by the acquisition function, from 1; nil where a filter took it out.
  public let rank: Int?
  /// The acquisition function's value, a logarithm; nil where there was none or it is minus infinity.
  public let acquisition: Double?
  /// The value when it was chosen, with those chosen before it pending.
  public let acquisitionWhenChosen: Double?
  /// `chosen`, `passedOver` or `refused`.
  public let decision: String
  /// Why, in words.
  public let reason: String
  /// The molecule it was made from; nil where it was made from none.
  public let parent: String?
  /// What made it.
  public let move: String
  /// What the surrogate predicted, by property.
  public let predictions: [String: PredictionReport]
  /// What the calculation gave; nil where there was none.
  public let calculation: CalculationReport?

  init(
    _ details: CandidateDetails, attempts: [CalculationAttemptRecord], withdrawals: [WithdrawnValue],
    withdrawnFailures: [WithdrawnFailure], objectives: [Objective]
  ) {
    let candidate = details.candidate
    iteration = candidate.iteration
    molecule = details.molecule.id
    smiles = details.molecule.smiles
    rank = candidate.rank
    acquisition = candidate.acquisition.flatMap { $0.isFinite ? $0 : nil }
    acquisitionWhenChosen = candidate.acquisitionWhenChosen.flatMap { $0.isFinite ? $0 : nil }
    decision = candidate.decision.rawValue
    reason = candidate.reason
    parent = candidate.parent
    move = candidate.move
    predictions = Dictionary(
      firstOf: details.predictions.map { ($0.property, PredictionReport($0)) })
    calculation = details.calculation.map {
      CalculationReport(
        $0, protocol: details.protocol, observations: details.observations, predictions: details.predictions,
        attempts: attempts, withdrawals: withdrawals, withdrawnFailures: withdrawnFailures, objectives: objectives)
    }
  }
}

/// A prediction in the property's unit.
public struct PredictionReport: Encodable, Sendable {
  /// The expected value.
  public let mean: Double
  /// The standard deviation of what the calculation will give.
  public let standardDeviation: Double

  init(_ record: PredictionRecord) {
    mean = record.mean
    standardDeviation = record.standardDeviation
  }
}

/// A calculation and what it gave.
public struct CalculationReport: Encodable, Sendable {
  /// The calculation's number.
  public let number: Int
  /// `pending`, `succeeded`, `failed`, `withdrawn` or `declined`.
  public let state: String
  /// The calculator.
  public let calculator: String
  /// What it did, in words.
  public let `protocol`: String
  /// The values that belong to atoms, in the order of the geometry's, by name.
  public let atomicValues: [String: [Double]]
  /// How the settings that gave the result differ from the protocol's, a sentence on each line; nil where they do not.
  public let changes: String?
  /// What is suspicious of the result but no ground for refusal, a sentence on each line; nil where nothing is.
  public let notes: String?
  /// Whether it was made earlier, perhaps by another campaign, and found in the cache.
  public let isReused: Bool
  /// The values, by property.
  public let values: [String: Double]
  /// The standard uncertainty, by property: the spread over conformers, or what a person or program stated.
  public let uncertainties: [String: Double]
  /// The error of the prediction in its own standard deviations, by property.
  public let errors: [String: Double]
  /// Whether all objectives are met.
  public let isHit: Bool
  /// The stereoisomer that was calculated, as SMILES; nil where the molecule leaves nothing open, or nobody has looked.
  public let isomer: String?
  /// What was told and then withdrawn, in the order of withdrawing.
  public let withdrawn: [WithdrawnValue]
  /// The failures that were told and then withdrawn, in the order of telling.
  public let withdrawnFailures: [WithdrawnFailure]
  /// The class of the failure; nil where there was none.
  public let failureClass: String?
  /// The failure in a sentence.
  public let failureMessage: String?
  /// The last lines of the program's output.
  public let evidence: String?
  /// Wall time in seconds.
  public let wallSeconds: Double?
  /// Every run of the program.
  public let attempts: [AttemptReport]

  init(
    _ record: CalculationRecord, protocol: ProtocolRecord?, observations: [ObservationRecord],
    predictions: [PredictionRecord], attempts: [CalculationAttemptRecord], withdrawals: [WithdrawnValue],
    withdrawnFailures: [WithdrawnFailure], objectives: [Objective]
  ) {
    number = record.id
    state = record.state.rawValue
    calculator = record.calculator
    self.protocol = `protocol`?.summary ?? ""
    let values = Dictionary(firstOf: observations.map { ($0.property, $0.value) })
    self.values = values
    uncertainties = Dictionary(
      firstOf: observations.compactMap { row in row.uncertainty.map { (row.property, $0) } })
    atomicValues =
      record.atomicValues.flatMap { try? JSONDecoder().decode([String: [Double]].self, from: Data($0.utf8)) } ?? [:]
    changes = record.changes
    notes = record.notes
    isomer = record.isomer
    isReused = record.isReused
    errors = predictions.reduce(into: [:]) { errors, prediction in
      guard let value = values[prediction.property], prediction.standardDeviation > 0 else { return }
      errors[prediction.property] = (value - prediction.mean) / prediction.standardDeviation
    }
    isHit = objectives.areMet(by: values)
    withdrawn = withdrawals
    self.withdrawnFailures = withdrawnFailures
    failureClass = record.failureClass
    failureMessage = record.failureMessage
    evidence = record.evidence
    wallSeconds = record.wallSeconds
    self.attempts = attempts.map(AttemptReport.init)
  }
}

/// One run of a program.
public struct AttemptReport: Encodable, Sendable {
  /// The attempt's number within its calculation, from 1.
  public let number: Int
  /// The step of the protocol that it belongs to.
  public let step: String
  /// The conformer it is about, from 1; nil where there is none, or all are meant.
  public let conformer: Int?
  /// How its settings differ from the protocol's, a sentence on each line; nil where they do not.
  public let changes: String?
  /// The program and its arguments.
  public let commandLine: [String]
  /// How it ended.
  public let termination: String
  /// The exit status; nil where it did not exit.
  public let exitStatus: Int?
  /// The signal that ended it; nil where none did.
  public let signal: Int?
  /// Wall time in seconds.
  public let wallSeconds: Double
  /// The total energy in hartree; the accepted attempt of lowest energy is the one that stands.
  public let energy: Double?
  /// What is suspicious but no ground for refusal, a sentence on each line; nil where nothing is.
  public let notes: String?
  /// The class of the failure; nil where it was accepted.
  public let failureClass: String?
  /// The failure in a sentence.
  public let failureMessage: String?
  /// The last lines of the program's output.
  public let evidence: String?

  init(_ record: CalculationAttemptRecord) {
    number = record.number
    step = record.step
    conformer = record.conformer
    changes = record.changes
    commandLine = record.commandLine
    termination = record.termination.rawValue
    exitStatus = record.exitStatus
    signal = record.signal
    wallSeconds = record.wallSeconds
    energy = record.energy
    notes = record.notes
    failureClass = record.failureClass
    failureMessage = record.failureMessage
    evidence = record.evidence
  }
}

/// One step of the sampler.
public struct StepReport: Encodable, Sendable {
  /// The step, from 0.
  public let number: Int
  /// The exponent of the likelihood, from 0 to 1.
  public let temperature: Double
  /// The effective number of particles.
  public let effectiveSampleSize: Double
  /// The share of proposals accepted.
  public let acceptance: Double
  /// Distinct molecules among the particles.
  public let distinct: Int

  init(_ record: DesignStepRecord) {
    number = record.number
    temperature = record.temperature
    effectiveSampleSize = record.effectiveSampleSize
    acceptance = record.acceptance
    distinct = record.distinctCount
  }
}
