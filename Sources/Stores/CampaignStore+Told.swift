public import Foundation
internal import GRDB

extension CampaignStore {
  /// Records values that a person gives, in one transaction: outcomes of pending calculations, and values of molecules
  /// that were never suggested. The latter form an iteration of their own with its candidates, calculations and
  /// observations, which begins and ends at once, even while another iteration runs.
  ///
  /// - Parameters:
  ///   - entries: The molecules that were never suggested, in order, each once; if empty, there is no iteration.
  ///   - outcomes: The outcomes of pending or declined calculations, by their numbers.
  ///   - corrections: Values that replace withdrawn ones, by the numbers of their calculations. A campaign that has
  ///     ended accepts only these and `failuresAnew`, and is reopened by them.
  ///   - failuresAnew: Failures that replace withdrawn outcomes, by the numbers of their calculations.
  ///   - calculator: The calculator name recorded for the person.
  ///   - protocol: How the values were obtained.
  ///   - move: The origin of the molecules, in a word: `told`.
  /// - Returns: The calculations, in order.
  /// - Throws: `StoreError.campaignEnded`; `.refused` if a molecule has a calculation, finished or pending, or a
  ///   property is not the campaign's.
  @discardableResult
  public func recordTold(
    _ entries: [ToldEntry], outcomes: [(calculation: Int, outcome: OutcomeEntry)] = [],
    corrections: [(calculation: Int, observations: [ObservationEntry])] = [],
    failuresAnew: [(calculation: Int, failure: FailureRecord)] = [], calculator: String, protocol: ProtocolEntry,
    move: String = "told", at time: Date = Date()
  ) throws(StoreError) -> [CalculationDetails] {
    try write { database in
      // This check comes before a correction reopens the campaign: new entries and outcomes need it running already.
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
