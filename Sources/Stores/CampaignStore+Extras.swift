public import Foundation
internal import GRDB

/// An extra calculation with its molecule and the values that it gave.
public struct ExtraCalculationDetails: Sendable, Hashable {
  /// The calculation.
  public var calculation: ExtraCalculationRecord
  /// The molecule that is calculated.
  public var molecule: MoleculeRecord
  /// The values, by property, in the properties' units; empty unless it succeeded.
  public var values: [String: Double]
}

/// What the calculations of one role have cost so far.
public struct ExtraCost: Sendable, Hashable {
  /// Calculations that have ended with an outcome.
  public var ended: Int
  /// Calculations among them that failed.
  public var failed: Int
  /// Calculations among the ended ones whose outcome was found in the cache.
  public var reused: Int
  /// The time that their programs ran, in seconds; outcomes from the cache cost nothing.
  public var programSeconds: Double

  /// A cost.
  public init(ended: Int, failed: Int, reused: Int, programSeconds: Double) {
    (self.ended, self.failed, self.reused, self.programSeconds) = (ended, failed, reused, programSeconds)
  }
}

/// Screens and confirmations. Each change is one transaction.
extension CampaignStore {
  /// Records the decision on a screen before an iteration, and a pending calculation for each molecule that it is to
  /// calculate, in this order. New molecules get the next numbers in the same order.
  ///
  /// The decision on another screen is replaced, unless the iteration has been designed. Molecules that this one has
  /// calculated for the iteration already are left out.
  ///
  /// - Throws: `StoreError.campaignEnded`; `.refused` if the iteration has this screen already.
  public func recordScreen(
    iteration: Int, calculator: String, protocol entry: ProtocolEntry, moleculeLimit: Int, isDropped: Bool = false,
    weight: Double? = nil, molecules: [MoleculeEntry] = []
  ) throws(StoreError) {
    try write { database in
      try requireRunning(database)
      let number = try number(of: entry, in: database)
      try database.execute(
        sql: """
          DELETE FROM screen WHERE iteration = ? AND (calculator, protocol) IS NOT (?, ?)
            AND NOT EXISTS (SELECT 1 FROM iteration WHERE number = screen.iteration)
          """, arguments: [iteration, calculator, number])
      try ScreenRecord(
        iteration: iteration, calculator: calculator, protocol: number, moleculeLimit: moleculeLimit,
        isDropped: isDropped, weight: weight
      ).insert(into: database)
      let known = Set(
        try Int.fetchAll(
          database,
          sql: """
            SELECT molecule FROM extraCalculation WHERE role = 'screen' AND iteration = ? AND calculator = ?
              AND protocol = ? AND state <> 'abandoned'
            """, arguments: [iteration, calculator, number]))
      try insertExtras(
        .screen, iteration: iteration,
        molecules: try molecules.map { try self.number(of: $0, in: database) }.filter { !known.contains($0) },
        calculator: calculator, protocol: number, into: database)
    }
  }

  /// Records that hits of an iteration are to be calculated again, in this order. None of them may be pending already.
  ///
  /// - Parameter molecules: The numbers of the molecules.
  public func recordConfirmations(
    iteration: Int, molecules: [Int], calculator: String, protocol entry: ProtocolEntry
  ) throws(StoreError) {
    try write { database in
      try requireRunning(database)
      try insertExtras(
        .confirm, iteration: iteration, molecules: molecules, calculator: calculator,
        protocol: try number(of: entry, in: database), into: database)
    }
  }

  /// Records the outcome of a pending extra calculation, with all its attempts.
  ///
  /// - Parameter outcome: Values of properties that are not the campaign's are left out.
  /// - Throws: `StoreError.outcomeAlreadyRecorded` if the calculation is no longer pending; `.unknown` if there is none.
  public func recordExtraOutcome(
    of calculation: Int, _ outcome: OutcomeEntry, attempts: [CalculationAttemptRecord], isReused: Bool = false,
    endedAt: Date = Date(), wallSeconds: Double
  ) throws(StoreError) {
    try write { database in
      try requireRunning(database)
      guard
        let row = try ExtraCalculationRecord.fetchAll(
          database, sql: "SELECT * FROM extraCalculation WHERE id = ?", arguments: [calculation]
        ).first
      else { throw StoreError.unknown(path: path, what: "extra calculation \(calculation)") }
      guard row.state == .pending else {
        throw StoreError.outcomeAlreadyRecorded(path: path, calculation: calculation)
      }
      try TableRow(row.ended(outcome, isReused: isReused, at: endedAt, wallSeconds: wallSeconds)).update(database)
      if case .succeeded(let result) = outcome {
        let own = Set(try PropertyRecord.fetchAll(database).map(\.name))
        for entry in result.observations where own.contains(entry.property) {
          try ExtraObservationRecord(
            ObservationRecord(
              calculation: calculation, property: entry.property, value: entry.value, uncertainty: entry.uncertainty)
          ).insert(into: database)
        }
      }
      for attempt in attempts { try ExtraAttemptRecord(attempt).insert(into: database) }
    }
  }

  /// Abandons the pending calculations of a screen, because its program fails for every molecule.
  ///
  /// - Parameter failure: The failure in a sentence.
  public func abandonScreen(
    iteration: Int, because failure: String, at time: Date = Date()
  ) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "UPDATE screen SET programFailure = ? WHERE iteration = ?", arguments: [failure, iteration])
      try database.execute(
        sql: """
          UPDATE extraCalculation SET state = 'abandoned', endedAt = ?
          WHERE state = 'pending' AND role = 'screen' AND iteration = ?
          """, arguments: [time.storedText, iteration])
    }
  }

  /// Abandons the pending calculations of a role that are not to be made in this way, as after a change of the campaign
  /// file or of a program's version.
  ///
  /// - Parameters:
  ///   - calculator: The name of the calculator that the role has now; `nil` if it has none.
  ///   - entry: Its protocol.
  /// - Returns: The number of calculations that were abandoned.
  @discardableResult
  public func abandonOthers(
    _ role: ExtraRole, than calculator: String?, protocol entry: ProtocolEntry?, at time: Date = Date()
  ) throws(StoreError) -> Int {
    try write { database in
      let isAnyPending = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM extraCalculation WHERE state = 'pending' AND role = ?)",
        arguments: [role.rawValue])
      guard isAnyPending == true else { return 0 }
      let number = try entry.map { try self.number(of: $0, in: database) }
      try database.execute(
        sql: """
          UPDATE extraCalculation SET state = 'abandoned', endedAt = ?
          WHERE state = 'pending' AND role = ? AND (calculator, protocol) IS NOT (?, ?)
          """, arguments: [time.storedText, role.rawValue, calculator, number])
      return database.changesCount
    }
  }

  /// Abandons the pending confirmations of molecules that are no longer to be confirmed.
  ///
  /// - Parameter molecules: The numbers of the molecules that are.
  public func abandonConfirmations(except molecules: Set<Int>, at time: Date = Date()) throws(StoreError) {
    try write { database in
      let pending = try ExtraCalculationRecord.fetchAll(
        database, sql: "SELECT * FROM extraCalculation WHERE state = 'pending' AND role = 'confirm'")
      for calculation in pending where !molecules.contains(calculation.molecule) {
        try database.execute(
          sql: "UPDATE extraCalculation SET state = 'abandoned', endedAt = ? WHERE id = ?",
          arguments: [time.storedText, calculation.id])
      }
    }
  }

  /// The extra calculations of a role in order, all of them or those of one iteration.
  public func extraCalculations(
    _ role: ExtraRole, iteration: Int? = nil
  ) throws(StoreError) -> [ExtraCalculationDetails] {
    try read { database in
      let values = Dictionary(
        grouping: try ExtraObservationRecord.fetchAll(
          database,
          sql: """
            SELECT extraObservation.* FROM extraObservation JOIN extraCalculation ON id = calculation
            WHERE role = ?1 AND (?2 IS NULL OR iteration = ?2)
            """, arguments: [role.rawValue, iteration]
        ).map(\.observation), by: \.calculation)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT extraCalculation.*, smiles, formula, charge, heavyAtomCount, molecularWeight
          FROM extraCalculation JOIN molecule ON molecule.id = extraCalculation.molecule
          WHERE role = ?1 AND (?2 IS NULL OR iteration = ?2) ORDER BY extraCalculation.id
          """, arguments: [role.rawValue, iteration])
      return try rows.map { row in
        let calculation = try TableRow<ExtraCalculationRecord>(row: row).record
        return try ExtraCalculationDetails(
          calculation: calculation,
          molecule: MoleculeRecord(
            id: calculation.molecule, smiles: row.decode(forColumn: "smiles"),
            formula: row.decode(forColumn: "formula"), charge: row.decode(forColumn: "charge"),
            heavyAtomCount: row.decode(forColumn: "heavyAtomCount"),
            molecularWeight: row.decode(forColumn: "molecularWeight")),
          values: Dictionary(firstOf: (values[calculation.id] ?? []).map { ($0.property, $0.value) }))
      }
    }
  }

  /// The decisions on screens, by iteration.
  public func screens() throws(StoreError) -> [ScreenRecord] {
    try read { try ScreenRecord.fetchAll($0, sql: "SELECT * FROM screen ORDER BY iteration") }
  }

  /// The number under which a way of calculating is recorded; `nil` if it is not.
  public func recordedNumber(of entry: ProtocolEntry) throws(StoreError) -> Int? {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT id FROM protocol WHERE json = ? AND programVersion = ? AND rdkitVersion = ?",
        arguments: [entry.json, entry.programVersion, entry.rdkitVersion])
    }
  }

  /// What the calculations of a role have cost, in all or for one iteration.
  public func extraCost(_ role: ExtraRole, iteration: Int? = nil) throws(StoreError) -> ExtraCost {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*) AS ended, total(state = 'failed') AS failed, total(isReused) AS reused,
            (SELECT total(extraAttempt.wallSeconds) FROM extraAttempt JOIN extraCalculation ON id = calculation
              WHERE role = ?1 AND (?2 IS NULL OR iteration = ?2) AND NOT isReused) AS programSeconds
          FROM extraCalculation
          WHERE role = ?1 AND (?2 IS NULL OR iteration = ?2) AND state IN ('succeeded', 'failed')
          """, arguments: [role.rawValue, iteration])
      return try ExtraCost(
        ended: row?.decode(forColumn: "ended") ?? 0, failed: Int(row?.decode(Double.self, forColumn: "failed") ?? 0),
        reused: Int(row?.decode(Double.self, forColumn: "reused") ?? 0),
        programSeconds: row?.decode(forColumn: "programSeconds") ?? 0)
    }
  }

  private func insertExtras(
    _ role: ExtraRole, iteration: Int, molecules: [Int], calculator: String, protocol: Int, into database: Database
  ) throws {
    let last = try Int.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM extraCalculation") ?? 0
    for (index, molecule) in molecules.enumerated() {
      try ExtraCalculationRecord(
        id: last + index + 1, role: role, iteration: iteration, molecule: molecule, calculator: calculator,
        protocol: `protocol`
      ).insert(into: database)
    }
  }
}
