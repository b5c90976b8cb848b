public import Foundation
internal import GRDB

extension CampaignStore {
  /// Removes values of a calculation from the observations and keeps them as withdrawals, in one transaction. A
  /// calculation that has no other value becomes withdrawn. A campaign that has ended is reopened.
  ///
  /// - Parameters:
  ///   - properties: The properties whose values are withdrawn, in order.
  ///   - reason: The reason; `nil` if none was given.
  /// - Returns: The withdrawals, in order.
  /// - Throws: `StoreError.unknown` if a property has no current value; then nothing is withdrawn.
  @discardableResult
  public func withdraw(
    _ properties: [String], of calculation: Int, reason: String? = nil, at time: Date = Date()
  ) throws(StoreError) -> [WithdrawalRecord] {
    try write { database in
      var withdrawals: [WithdrawalRecord] = []
      for property in properties {
        let found = try ObservationRecord.fetchAll(
          database, sql: "SELECT * FROM observation WHERE calculation = ? AND property = ?",
          arguments: [calculation, property])
        guard let observation = found.first else {
          throw StoreError.unknown(path: path, what: "value of \(property) of calculation \(calculation)")
        }
        let number = try Int.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM withdrawal") ?? 1
        let withdrawal = WithdrawalRecord(
          id: number, calculation: calculation, property: property, value: observation.value,
          uncertainty: observation.uncertainty, reason: reason, withdrawnAt: time)
        try withdrawal.insert(into: database)
        try database.execute(
          sql: "DELETE FROM observation WHERE calculation = ? AND property = ?", arguments: [calculation, property])
        withdrawals.append(withdrawal)
      }
      guard !withdrawals.isEmpty else { return [] }
      let hasOthers = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM observation WHERE calculation = ?)", arguments: [calculation])
      if hasOthers == false {
        try database.execute(sql: "UPDATE calculation SET state = 'withdrawn' WHERE id = ?", arguments: [calculation])
      }
      try reopen(database)
      return withdrawals
    }
  }

  /// Withdraws the failure of a calculation and keeps it on record, in one transaction: the calculation becomes
  /// withdrawn, and may be given values or a failure again. A campaign that has ended is reopened.
  ///
  /// - Throws: `StoreError.unknown` if the calculation does not exist or has not failed; `.refused` if a program
  ///   reported the failure, not a person.
  @discardableResult
  public func withdrawFailure(
    of calculation: Int, reason: String? = nil, at time: Date = Date()
  ) throws(StoreError) -> WithdrawnFailureRecord {
    try write { database in
      guard var record = try CalculationRecord.fetch(database, id: calculation), let failure = record.failure,
        let toldAt = record.endedAt
      else {
        throw StoreError.unknown(path: path, what: "failure of calculation \(calculation)")
      }
      let withdrawn = WithdrawnFailureRecord(
        calculation: calculation, failure, toldAt: toldAt, reason: reason, withdrawnAt: time)
      try withdrawn.insert(into: database)
      (record.state, record.failureClass, record.failureMessage, record.evidence) = (.withdrawn, nil, nil, nil)
      try TableRow(record).update(database)
      try reopen(database)
      return withdrawn
    }
  }

  /// The failures that were withdrawn, in the calculations' order, those of one calculation in the order in which they
  /// were entered.
  public func withdrawnFailures() throws(StoreError) -> [WithdrawnFailureRecord] {
    try read {
      try WithdrawnFailureRecord.fetchAll($0, sql: "SELECT * FROM withdrawnFailure ORDER BY calculation, toldAt")
    }
  }

  /// Records a failure of a withdrawn calculation. A campaign that has ended is reopened, as by a withdrawal.
  func failAnew(_ calculation: Int, _ failure: FailureRecord, at time: Date, in database: Database) throws {
    guard var record = try CalculationRecord.fetch(database, id: calculation), record.state == .withdrawn else {
      throw StoreError.unknown(path: path, what: "withdrawn calculation \(calculation)")
    }
    (record.state, record.endedAt) = (.failed, time)
    (record.failureClass, record.failureMessage, record.evidence) = (
      failure.failureClass, failure.message, failure.evidence
    )
    try TableRow(record).update(database)
    try reopen(database)
  }

  /// Inserts values of a withdrawn calculation, or values that replace withdrawn ones. A campaign that has ended is
  /// reopened, as by a withdrawal.
  func correct(_ calculation: Int, _ observations: [ObservationEntry], in database: Database) throws {
    let isWithdrawn = try CalculationRecord.fetch(database, id: calculation)?.state == .withdrawn
    if isWithdrawn, !observations.isEmpty {
      try database.execute(sql: "UPDATE calculation SET state = 'succeeded' WHERE id = ?", arguments: [calculation])
    }
    for entry in observations {
      let isValueWithdrawn = try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM withdrawal WHERE calculation = ?1 AND property = ?2)
            OR EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = ?1)
          """, arguments: [calculation, entry.property])
      guard isWithdrawn || isValueWithdrawn == true else {
        throw StoreError.unknown(path: path, what: "withdrawn value of \(entry.property) of calculation \(calculation)")
      }
      try ObservationRecord(
        calculation: calculation, property: entry.property, value: entry.value, uncertainty: entry.uncertainty
      ).insert(into: database)
    }
    if !observations.isEmpty { try reopen(database) }
  }

  /// All withdrawals, in the order in which they were made.
  public func withdrawals() throws(StoreError) -> [WithdrawalRecord] {
    try read { try WithdrawalRecord.fetchAll($0, sql: "SELECT * FROM withdrawal ORDER BY id") }
  }
}
