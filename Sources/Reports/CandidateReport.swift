package import Acquisition
import Chemistry
import Foundation
package import Stores

/// A candidate: its predictions, the decision with its reason, and the outcome.
public struct CandidateReport: Encodable, Sendable {
  /// The iteration in which it was considered.
  public let iteration: Int
  /// The molecule's number in the database.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// Its name, or else its identifier, in the campaign's pool; nil if it has none.
  public let name: String?
  /// The rank by the acquisition function, from 1; nil if a filter rejected it.
  public let rank: Int?
  /// The acquisition function's value, a logarithm; nil if there is none or it is minus infinity.
  public let acquisition: Double?
  /// The value when it was chosen, with those chosen before it pending.
  public let acquisitionWhenChosen: Double?
  /// `chosen`, `passedOver` or `refused`.
  public let decision: String
  /// The reason, in words.
  public let reason: String
  /// The molecule that it was made from; nil if there is none.
  public let parent: String?
  /// The move that made it, or another origin.
  public let move: String
  /// The surrogate's predictions, by property, and those of the objectives' expressions, by expression.
  public let predictions: [String: PredictionReport]
  /// The predicted probability that its calculation succeeds; nil if it was not predicted.
  public let successProbability: Double?
  /// What the screen has given of it, by property, and for the objectives' expressions; empty if nothing.
  public let screened: [String: Double]
  /// The calculation; nil if there is none.
  public let calculation: CalculationReport?

  init(
    _ details: CandidateDetails, listing: ListingRecord?, attempts: [CalculationAttemptRecord],
    withdrawals: [WithdrawnValue], withdrawnFailures: [WithdrawnFailure], extras: CandidateExtras, objectives: [Target]
  ) {
    let candidate = details.candidate
    iteration = candidate.iteration
    molecule = details.molecule.id
    smiles = details.molecule.smiles
    name = listing?.name
    rank = candidate.rank
    acquisition = candidate.acquisition.flatMap { $0.isFinite ? $0 : nil }
    acquisitionWhenChosen = candidate.acquisitionWhenChosen.flatMap { $0.isFinite ? $0 : nil }
    decision = candidate.decision.rawValue
    reason = candidate.reason
    parent = candidate.parent
    move = candidate.move
    let predictions = [String: PredictionReport](details.predictions, objectives: objectives)
    self.predictions = predictions
    successProbability = candidate.successProbability
    let screened = extras.screened[details.molecule.id] ?? [:]
    self.screened = screened.merging(objectives.expressionValues(in: screened)) { own, _ in own }
    calculation = details.calculation.map {
      CalculationReport(
        $0, protocol: details.protocol, observations: details.observations, predictions: predictions,
        confirmation: extras.confirmation(of: details, objectives: objectives), attempts: attempts,
        withdrawals: withdrawals, withdrawnFailures: withdrawnFailures, objectives: objectives)
    }
  }
}

extension CandidateReport {
  /// The uncertainties of the calculated values that are errors of them: those that a person or a program stated, or an
  /// extrapolation has. A spread over conformers is none.
  package var statedUncertainties: [String: Double] {
    guard let calculation else { return [:] }
    return Molecule.hasSpread(overConformers: calculation.attempts.map(\.conformer), of: smiles)
      ? [:] : calculation.uncertainties
  }
}

/// A prediction in the property's unit.
public struct PredictionReport: Encodable, Sendable {
  /// The expected value.
  public let mean: Double
  /// The standard deviation of the predicted value of the calculation.
  public let standardDeviation: Double

  fileprivate init(_ mean: Double, _ standardDeviation: Double) {
    (self.mean, self.standardDeviation) = (mean, standardDeviation)
  }
}

extension [String: PredictionReport] {
  /// The recorded predictions of the properties, and those of the objectives' expressions, which follow from them as
  /// they did when the candidates were ranked.
  package init(_ records: [PredictionRecord], objectives: [Target]) {
    var moments: [String: (mean: Double, standardDeviation: Double)] = [:]
    for record in records { moments[record.property] = (record.mean, record.standardDeviation) }
    for (name, derived) in objectives.expressionPredictions(from: moments) where moments[name] == nil {
      moments[name] = derived
    }
    self = moments.mapValues { PredictionReport($0.mean, $0.standardDeviation) }
  }
}

/// A calculation and its result.
public struct CalculationReport: Encodable, Sendable {
  /// The calculation's number.
  public let number: Int
  /// `pending`, `succeeded`, `failed`, `withdrawn` or `declined`.
  public let state: String
  /// The calculator.
  public let calculator: String
  /// The protocol, in words.
  public let `protocol`: String
  /// The values for each atom, in the order of the geometry, by name.
  public let atomicValues: [String: [Double]]
  /// The differences between the settings that gave the result and the protocol's, a sentence on each line; nil if
  /// there are none.
  public let changes: String?
  /// Suspicious features of the result that do not invalidate it, a sentence on each line; nil if there are none.
  public let notes: String?
  /// Whether the outcome was made earlier, perhaps by another campaign, and found in the cache.
  public let isReused: Bool
  /// The values, by property, and those of the objectives' expressions, by expression.
  public let values: [String: Double]
  /// The standard uncertainty, by property: the spread over conformers, or what a person or program stated.
  public let uncertainties: [String: Double]
  /// The error of the prediction in its own standard deviations, by property or expression.
  public let errors: [String: Double]
  /// Whether all objectives are met, also by the values that confirm them if hits need that.
  public let isHit: Bool
  /// The calculation that confirms it as a hit; nil if there is none.
  public let confirmation: ConfirmingReport?
  /// The stereoisomer that was calculated, as SMILES; nil if the molecule specifies it fully, or if it was not
  /// determined.
  public let isomer: String?
  /// The values that were given and then withdrawn, in the order of withdrawal.
  public let withdrawn: [WithdrawnValue]
  /// The failures that were given and then withdrawn, in the order in which they were given.
  public let withdrawnFailures: [WithdrawnFailure]
  /// The class of the failure; nil if there is none.
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
    predictions: [String: PredictionReport], confirmation: CandidateExtras.Confirmation,
    attempts: [CalculationAttemptRecord], withdrawals: [WithdrawnValue],
    withdrawnFailures: [WithdrawnFailure], objectives: [Target]
  ) {
    number = record.id
    state = record.state.rawValue
    calculator = record.calculator
    self.protocol = `protocol`?.summary ?? ""
    let observed = Dictionary(firstOf: observations.map { ($0.property, $0.value) })
    let values = observed.merging(objectives.expressionValues(in: observed)) { own, _ in own }
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
      let (name, prediction) = prediction
      guard let value = values[name], prediction.standardDeviation > 0 else { return }
      errors[name] = (value - prediction.mean) / prediction.standardDeviation
    }
    isHit = objectives.areMet(by: observed) && confirmation.isHit
    self.confirmation = confirmation.report
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
  /// The conformer, from 1; nil if there is none, or if it concerns all of them.
  public let conformer: Int?
  /// The differences between its settings and the protocol's, a sentence on each line; nil if there are none.
  public let changes: String?
  /// The program and its arguments.
  public let commandLine: [String]
  /// How it ended.
  public let termination: String
  /// The exit status; nil if it did not exit.
  public let exitStatus: Int?
  /// The signal that ended it; nil if none did.
  public let signal: Int?
  /// Wall time in seconds.
  public let wallSeconds: Double
  /// The total energy in hartree; the accepted attempt of lowest energy gives the result.
  public let energy: Double?
  /// Suspicious features that do not invalidate the run, a sentence on each line; nil if there are none.
  public let notes: String?
  /// Where it ran: `local`, or the executor with the machine and the node; nil if it is not known.
  public let machine: String?
  /// The class of the failure; nil if it was accepted.
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
    machine = record.machine
    failureClass = record.failureClass
    failureMessage = record.failureMessage
    evidence = record.evidence
  }

  /// Where it ran, if that was not this machine.
  package var otherMachine: String? { machine == "local" ? nil : machine }
}

/// One step of the sampler.
public struct StepReport: Encodable, Sendable {
  /// The step, from 0.
  public let number: Int
  /// The exponent of the likelihood (inverse temperature β), from 0 to 1.
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
