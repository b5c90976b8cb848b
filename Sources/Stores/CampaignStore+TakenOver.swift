public import Foundation
internal import GRDB

/// A calculation of another campaign with its outcome.
public struct TakenEntry: Sendable, Hashable {
  /// The molecule.
  public var molecule: MoleculeEntry
  /// The outcome.
  public var outcome: OutcomeEntry
  /// Its attempts, in order.
  public var attempts: [CalculationAttemptRecord]
  /// The wall time in seconds.
  public var wallSeconds: Double
  /// Its origin, in a full sentence.
  public var reason: String

  /// A calculation of another campaign.
  public init(
    molecule: MoleculeEntry, outcome: OutcomeEntry, attempts: [CalculationAttemptRecord], wallSeconds: Double,
    reason: String
  ) {
    self.molecule = molecule
    self.outcome = outcome
    self.attempts = attempts
    self.wallSeconds = wallSeconds
    self.reason = reason
  }
}

extension CampaignStore {
  /// Records calculations of another campaign as a separate iteration that has ended, in one transaction.
  ///
  /// - Parameters:
  ///   - entries: The calculations, at least one, each molecule once.
  ///   - protocol: The protocol of all of them.
  /// - Returns: The number of the iteration.
  /// - Throws: `StoreError.campaignEnded`; `.refused` if a molecule already has a calculation under the protocol, or a
  ///   property is not the campaign's.
  @discardableResult
  public func recordTakenOver(
    _ entries: [TakenEntry], calculator: String, protocol: ProtocolEntry, at time: Date = Date()
  ) throws(StoreError) -> Int {
    try write { database in
      try requireRunning(database)
      let iteration = try nextIteration(database)
      let pending = try Int.fetchAll(database, sql: "SELECT id FROM calculation WHERE state = 'pending' ORDER BY id")
      try IterationRecord(
        number: iteration, policy: .takenOver, proposalCount: entries.count, invalidCount: 0, pending: pending,
        designedAt: time, endedAt: time
      ).insert(into: database)
      for (index, entry) in entries.enumerated() {
        let candidate = CandidateEntry(
          molecule: entry.molecule, rank: index + 1, decision: .chosen, reason: entry.reason, move: "taken over",
          position: index + 1)
        try insert(candidate, iteration: iteration, into: database)
      }
      try insertCalculations(of: iteration, calculator: calculator, protocol: `protocol`, into: database)
      let calculations = try CalculationDetails.fetchAll(database, iteration: iteration).map(\.calculation.id)
      for (calculation, entry) in zip(calculations, entries) {
        try end(
          calculation, entry.outcome, isReused: true, at: time, wallSeconds: entry.wallSeconds, in: database)
        for attempt in entry.attempts {
          var attempt = attempt
          attempt.calculation = calculation
          try attempt.insert(into: database)
        }
      }
      return iteration
    }
  }
}
