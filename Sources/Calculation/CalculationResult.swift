public import Chemistry
public import Foundation

/// The values that a calculation gave for its molecule.
public struct CalculationResult: Sendable, Hashable, Codable {
  /// The values of the calculator's properties, by name, in the properties' units.
  public let values: [String: Double]
  /// The sample standard deviation of each property over the accepted attempts; empty where there was only one.
  public let spreads: [String: Double]
  /// The geometry the values belong to, if there is one.
  public let geometry: Geometry?
  /// Sentences on what is suspicious but no ground for refusal.
  public let notes: [String]

  /// Creates a result.
  public init(
    values: [String: Double], spreads: [String: Double] = [:], geometry: Geometry? = nil, notes: [String] = []
  ) {
    self.values = values
    self.spreads = spreads
    self.geometry = geometry
    self.notes = notes
  }

  /// Keeps the accepted attempt of lowest energy (the earlier of equals) and the spread of each property over all.
  ///
  /// Attempts without an energy count as having none lower: the first is kept.
  /// - Precondition: `results` is not empty.
  public init(lowestEnergyOf results: [AttemptResult]) {
    func energy(_ result: AttemptResult) -> Double { result.values[Property.energy.name] ?? .infinity }
    var kept = results[0]
    for result in results.dropFirst() where energy(result) < energy(kept) { kept = result }
    var spreads: [String: Double] = [:]
    if results.count > 1 {
      for name in kept.values.keys {
        let values = results.compactMap { $0.values[name] }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        if values.count > 1 { spreads[name] = (squares / Double(values.count - 1)).squareRoot() }
      }
    }
    self.init(values: kept.values, spreads: spreads, geometry: kept.geometry, notes: kept.notes)
  }
}

/// The record of one attempt.
public struct AttemptRecord: Sendable, Hashable, Codable {
  /// The attempt's place in its calculation, from 1.
  public let number: Int
  /// The program and its arguments.
  public let commandLine: [String]
  /// How the program ended.
  public let termination: Termination
  /// Wall time of the program, in seconds.
  public let wallSeconds: Double
  /// When it was started.
  public let startedAt: Date
  /// Why the attempt was not accepted; `nil` if it was.
  public let failure: CalculationFailure?
  /// The total energy in hartree, where the attempt was accepted and its calculator gives one.
  public let energy: Double?
  /// Sentences on what is suspicious of an accepted attempt but no ground for refusal.
  public let notes: [String]

  /// Creates a record.
  public init(
    number: Int, commandLine: [String], termination: Termination, wallSeconds: Double, startedAt: Date,
    failure: CalculationFailure?, energy: Double?, notes: [String] = []
  ) {
    self.number = number
    self.commandLine = commandLine
    self.termination = termination
    self.wallSeconds = wallSeconds
    self.startedAt = startedAt
    self.failure = failure
    self.energy = energy
    self.notes = notes
  }
}

/// What came of a calculation: a result or a failure, and the attempts that led to it.
public struct CalculationOutcome: Sendable {
  /// The result that stands, or the most telling failure.
  public let result: Result<CalculationResult, CalculationFailure>
  /// All attempts in the order of their numbers; empty if nothing had to be run.
  public let attempts: [AttemptRecord]
  /// From the beginning of planning to the end of the last attempt, in seconds.
  public let wallSeconds: Double

  /// Creates an outcome.
  public init(
    result: Result<CalculationResult, CalculationFailure>, attempts: [AttemptRecord], wallSeconds: Double
  ) {
    self.result = result
    self.attempts = attempts
    self.wallSeconds = wallSeconds
  }
}
