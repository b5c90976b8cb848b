public import Chemistry
public import Foundation

/// The values that a calculation gave for its molecule.
public struct CalculationResult: Sendable, Hashable, Codable {
  /// The values of the calculator's properties, by name, in the properties' units.
  public let values: [String: Double]
  /// The standard deviation of each property: over several accepted attempts of the same stereoisomer and arrangement
  /// of ligands, and the program's own statement, if any. Both are combined as independent errors.
  public let spreads: [String: Double]
  /// Atomic values in the order of the geometry's atoms, by name.
  public let atomicValues: [String: [Double]]
  /// The geometry the values belong to, if there is one.
  public let geometry: Geometry?
  /// Sentences about suspicious findings that are no reason for rejection.
  public let notes: [String]
  /// How the settings differ from the protocol's, a sentence each, for a result that converged only after changes.
  public let changes: [String]
  /// The stereoisomer of the values, as canonical SMILES; nil if the molecule leaves nothing open, or there is no
  /// geometry.
  public let isomer: String?

  /// Creates a result.
  public init(
    values: [String: Double], spreads: [String: Double] = [:], atomicValues: [String: [Double]] = [:],
    geometry: Geometry? = nil, notes: [String] = [], changes: [String] = [], isomer: String? = nil
  ) {
    self.isomer = isomer
    self.values = values
    self.spreads = spreads
    self.atomicValues = atomicValues
    self.geometry = geometry
    self.notes = notes
    self.changes = changes
  }

  /// Keeps the accepted attempt of lowest energy (the earlier of equals) and the spread of each property over all
  /// attempts with its stereoisomer and arrangement of ligands.
  ///
  /// If no attempt has an energy, the first is kept. Attempts that were not accepted are ignored.
  /// - Parameters:
  ///   - ended: The attempts.
  ///   - property: The property used as the energy.
  /// - Precondition: At least one attempt was accepted.
  public init(lowestEnergyOf ended: [EndedAttempt], by property: Property = .energy) {
    let accepted = ended.compactMap { attempt in attempt.accepted.map { (request: attempt.request, result: $0) } }
    func energy(_ result: AttemptResult) -> Double { result.values[property.name] ?? .infinity }
    var kept = accepted[0]
    for attempt in accepted.dropFirst() where energy(attempt.result) < energy(kept.result) { kept = attempt }
    // Other isomers and arrangements have other values; the differences are not errors of this one.
    let alike = accepted.filter {
      $0.result.isomer == kept.result.isomer && $0.request.arrangement == kept.request.arrangement
    }
    let spreads = Self.spreads(of: alike.map(\.result.values))
    self.init(
      values: kept.result.values,
      spreads: spreads.merging(kept.result.uncertainties) { ($0 * $0 + $1 * $1).squareRoot() },
      atomicValues: kept.result.atomicValues, geometry: kept.result.geometry, notes: kept.result.notes,
      changes: kept.request.changes, isomer: kept.result.isomer)
  }

  /// The result; if some conformers were not accepted, with a note on their number and the reasons.
  func noting(failuresAmong ended: [EndedAttempt]) -> CalculationResult {
    let failures = ended.compactMap(\.failure)
    guard let failure = CalculationFailure.mostTelling(of: failures) else { return self }
    let accepted = ended.count - failures.count
    return CalculationResult(
      values: values, spreads: spreads, atomicValues: atomicValues, geometry: geometry,
      notes: notes + ["It is based on \(accepted) of \(ended.count) conformers; of the others: \(failure.message)"],
      changes: changes, isomer: isomer)
  }

  /// The sample standard deviation of each value over all that have it; none if only one has.
  public static func spreads(of all: [[String: Double]]) -> [String: Double] {
    var spreads: [String: Double] = [:]
    for name in Set(all.flatMap(\.keys)) {
      let values = all.compactMap { $0[name] }
      guard values.count > 1 else { continue }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      spreads[name] = (squares / Double(values.count - 1)).squareRoot()
    }
    return spreads
  }
}

/// The record of one attempt.
public struct AttemptRecord: Sendable, Hashable, Codable {
  /// The attempt's number in its calculation, from 1.
  public let number: Int
  /// The step of the calculator's protocol that it belongs to.
  public let step: String
  /// The conformer's number, from 1; nil if there is none, or all are meant.
  public let conformer: Int?
  /// How its settings differ from the protocol's, a sentence each.
  public let changes: [String]
  /// The program and its arguments.
  public let commandLine: [String]
  /// How the program ended.
  public let termination: Termination
  /// Wall time of the program, in seconds.
  public let wallSeconds: Double
  /// The time of its start.
  public let startedAt: Date
  /// Why the attempt was not accepted; `nil` if it was.
  public let failure: CalculationFailure?
  /// The total energy in hartree, if the attempt was accepted and its calculator gives one.
  public let energy: Double?
  /// Sentences about suspicious findings in an accepted attempt that are no reason for rejection.
  public let notes: [String]
  /// Where it ran, as in ``AttemptOutput/machine``; nil if it is not known. The result does not depend on it.
  public let machine: String?

  /// Creates a record.
  public init(
    number: Int, step: String = "calculate", conformer: Int? = nil, changes: [String] = [], commandLine: [String],
    termination: Termination, wallSeconds: Double, startedAt: Date, failure: CalculationFailure?, energy: Double?,
    notes: [String] = [], machine: String? = nil
  ) {
    self.number = number
    self.step = step
    self.conformer = conformer
    self.changes = changes
    self.commandLine = commandLine
    self.termination = termination
    self.wallSeconds = wallSeconds
    self.startedAt = startedAt
    self.failure = failure
    self.energy = energy
    self.notes = notes
    self.machine = machine
  }
}

/// The outcome of a calculation: a result or a failure, and the attempts that led to it.
public struct CalculationOutcome: Sendable {
  /// The result, or the most telling failure.
  public let result: Result<CalculationResult, CalculationFailure>
  /// All attempts in the order of their numbers; empty if no program was run.
  public let attempts: [AttemptRecord]
  /// From the beginning of planning to the end of the last attempt, in seconds.
  public let wallSeconds: Double
  /// Whether it comes from the cache of earlier calculations.
  public let isReused: Bool

  /// Creates an outcome.
  public init(
    result: Result<CalculationResult, CalculationFailure>, attempts: [AttemptRecord], wallSeconds: Double,
    isReused: Bool = false
  ) {
    self.result = result
    self.attempts = attempts
    self.wallSeconds = wallSeconds
    self.isReused = isReused
  }

  /// Whether several conformers of a molecule were calculated: a spread is then that over the accepted ones.
  ///
  /// - Parameter smiles: The molecule's SMILES.
  package func hasSeveralConformers(of smiles: String) -> Bool {
    Molecule.hasSpread(overConformers: attempts.map(\.conformer), of: smiles)
  }

  /// The standard errors of the values; none if the uncertainties are spreads over conformers.
  ///
  /// - Parameter smiles: The molecule's SMILES.
  package func statedUncertainties(of smiles: String) -> [String: Double] {
    guard case .success(let result) = result, !hasSeveralConformers(of: smiles) else { return [:] }
    return result.spreads
  }
}
