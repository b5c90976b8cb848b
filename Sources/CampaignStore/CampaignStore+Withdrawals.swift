public import Foundation
internal import GRDB

extension CampaignStore {
  /// Takes values of a calculation out of the observations, and keeps them as withdrawals, all in one transaction. A campaign
  /// that has ended is open again: whether it is at its end is to be asked anew.
  ///
  /// - Parameters:
  ///   - properties: The properties whose values are withdrawn, in order.
  ///   - reason: Why; `nil` where nobody said.
  /// - Returns: The withdrawals, in order.
  /// - Throws: `StoreError.unknown` where a property has no value that stands; nothing is withdrawn then.
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
      if !withdrawals.isEmpty { try reopen(database) }
      return withdrawals
    }
  }

  /// Takes back that a calculation failed, and keeps it as withdrawn: the calculation has succeeded then without a value, and
  /// may be given some. A campaign that has ended is open again.
  ///
  /// - Throws: `StoreError.unknown` where the calculation is not there or has not failed.
  @discardableResult
  public func withdrawFailure(
    of calculation: Int, reason: String? = nil, at time: Date = Date()
  ) throws(StoreError) -> WithdrawnFailureRecord {
    try write { database in
      guard var record = try CalculationRecord.fetch(database, id: calculation), let failure = record.failure else {
        throw StoreError.unknown(path: path, what: "failure of calculation \(calculation)")
      }
      let withdrawn = WithdrawnFailureRecord(calculation: calculation, failure, reason: reason, withdrawnAt: time)
      try withdrawn.insert(into: database)
      (record.state, record.failureClass, record.failureMessage, record.evidence) = (.succeeded, nil, nil, nil)
      try TableRow(record).update(database)
      try reopen(database)
      return withdrawn
    }
  }

  /// The failures that were withdrawn, in the calculations' order.
  public func withdrawnFailures() throws(StoreError) -> [WithdrawnFailureRecord] {
    try read { try WithdrawnFailureRecord.fetchAll($0, sql: "SELECT * FROM withdrawnFailure ORDER BY calculation") }
  }

  /// Inserts values in the place of withdrawn ones, or in that of a withdrawn failure. A campaign that has ended is open again, as after a withdrawal.
  func correct(_ calculation: Int, _ observations: [ObservationEntry], in database: Database) throws {
    for entry in observations {
      let isWithdrawn = try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM withdrawal WHERE calculation = ?1 AND property = ?2)
            OR EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = ?1)
          """, arguments: [calculation, entry.property])
      guard isWithdrawn ?? false else {
        throw StoreError.unknown(path: path, what: "withdrawn value of \(entry.property) of calculation \(calculation)")
      }
      try ObservationRecord(
        calculation: calculation, property: entry.property, value: entry.value, uncertainty: entry.uncertainty
      ).insert(into: database)
    }
    if !observations.isEmpty { try reopen(database) }
  }

  /// Whether the campaign is at its end depends on the values that stand.
  private func reopen(_ database: Database) throws {
    try database.execute(sql: "UPDATE campaign SET endedAt = NULL, endReason = NULL, endMessage = NULL")
  }

  /// All that was withdrawn, in the order of withdrawing.
  public func withdrawals() throws(StoreError) -> [WithdrawalRecord] {
    try read { try WithdrawalRecord.fetchAll($0, sql: "SELECT * FROM withdrawal ORDER BY id") }
  }
}
