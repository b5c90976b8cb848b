public import Foundation
internal import GRDB

extension CampaignStore {
  /// Records what a person says, all of it in one transaction: what pending calculations came to, and values of molecules
  /// that were never suggested. The latter are an iteration of their own with its candidates, calculations and
  /// observations, begun and ended at once, even while another iteration runs.
  ///
  /// - Parameters:
  ///   - entries: The molecules that were never suggested, in order, each of them once; without any there is no iteration.
  ///   - outcomes: What pending or declined calculations came to, by their numbers.
  ///   - corrections: Values in the place of what was withdrawn, by the numbers of their calculations. A campaign that has
  ///     ended takes these and `failuresAnew` alone, and is open again.
  ///   - failuresAnew: Failures in the place of what was withdrawn, by the numbers of their calculations.
  ///   - calculator: The name of the calculator that stands for the person.
  ///   - protocol: How the values were come by.
  ///   - move: Where the molecules come from, in a word: `told`.
  /// - Returns: The calculations, in order.
  /// - Throws: `StoreError.campaignEnded`; `.refused` when a molecule is calculated already or is to be, or a property is
  ///   not the campaign's.
  @discardableResult
  public func recordTold(
    _ entries: [ToldEntry], outcomes: [(calculation: Int, outcome: OutcomeEntry)] = [],
    corrections: [(calculation: Int, observations: [ObservationEntry])] = [],
    failuresAnew: [(calculation: Int, failure: FailureRecord)] = [], calculator: String, protocol: ProtocolEntry,
    move: String = "told", at time: Date = Date()
  ) throws(StoreError) -> [CalculationDetails] {
    try write { database in
      // Before the campaign is open again by a correction: it is the others that need it running.
      if !entries.isEmpty || !outcomes.isEmpty { try requireRunning(database) }
      for (calculation, observations) in corrections { try correct(calculation, observations, in: database) }
      for (calculation, failure) in failuresAnew { try failAnew(calculation, failure, at: time, in: database) }
      for (calculation, outcome) in outcomes {
        if try CalculationRecord.fetch(database, id: calculation)?.state == .declined {
          try revokeDecline(of: calculation, at: time, in: database)
        }
        try end(calculation, outcome, at: time, wallSeconds: 0, in: database)
      }
      guard !entries.isEmpty else { return [] }
      let iteration = try nextIteration(database)
      try IterationRecord(
        number: iteration, policy: .told, proposalCount: entries.count, invalidCount: 0, designedAt: time, endedAt: time
      ).insert(into: database)
      for (index, entry) in entries.enumerated() {
        let hasCalculation = try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS (
              SELECT 1 FROM molecule JOIN candidate ON candidate.molecule = molecule.id
                JOIN calculation USING (iteration, position)
              WHERE smiles = ?)
            """, arguments: [entry.molecule.smiles])
        guard hasCalculation == false else {
          throw StoreError.refused(path: path, rule: "A molecule that has a calculation cannot be told as a new one.")
        }
        let candidate = CandidateEntry(
          molecule: entry.molecule, rank: index + 1, decision: .chosen, reason: entry.reason, move: move,
          position: index + 1)
        try insert(candidate, iteration: iteration, into: database)
      }
      try insertCalculations(of: iteration, calculator: calculator, protocol: `protocol`, into: database)
      let pending = try CalculationDetails.fetchAll(database, iteration: iteration).map(\.calculation)
      for (calculation, entry) in zip(pending, entries) {
        try TableRow(calculation.ended(entry.outcome, at: time, wallSeconds: 0)).update(database)
        try insertObservations(of: calculation.id, entry.outcome, into: database)
      }
      return try CalculationDetails.fetchAll(database, iteration: iteration)
    }
  }
}
