public import Foundation
internal import GRDB

extension CampaignStore {
  /// Records a person's decision that a pending calculation is not to be made. This is not a failure.
  ///
  /// - Parameter reason: The reason; `nil` if none was given.
  /// - Throws: `StoreError.unknown` if there is no such pending calculation.
  public func decline(_ calculation: Int, reason: String? = nil, at time: Date = Date()) throws(StoreError) {
    try write { database in
      guard try CalculationRecord.fetch(database, id: calculation)?.state == .pending else {
        throw StoreError.unknown(path: path, what: "pending calculation \(calculation)")
      }
      try DeclineRecord(calculation: calculation, declinedAt: time, reason: reason).insert(into: database)
      try database.execute(
        sql: "UPDATE calculation SET state = 'declined', endedAt = ?, wallSeconds = 0 WHERE id = ?",
        arguments: [time.storedText, calculation])
    }
  }

  /// Makes a declined calculation pending again, together with its iteration. A campaign that has ended is reopened.
  ///
  /// - Throws: `StoreError.unknown` if the calculation is not declined.
  public func revokeDecline(of calculation: Int, at time: Date = Date()) throws(StoreError) {
    try write { database in
      try revokeDecline(of: calculation, at: time, in: database)
      try reopen(database)
    }
  }

  func revokeDecline(of calculation: Int, at time: Date, in database: Database) throws {
    guard let record = try CalculationRecord.fetch(database, id: calculation), record.state == .declined else {
      throw StoreError.unknown(path: path, what: "declined calculation \(calculation)")
    }
    try database.execute(
      sql: "UPDATE decline SET revokedAt = ? WHERE calculation = ? AND revokedAt IS NULL",
      arguments: [time.storedText, calculation])
    try database.execute(
      sql: "UPDATE calculation SET state = 'pending', endedAt = NULL, wallSeconds = NULL WHERE id = ?",
      arguments: [calculation])
    try database.execute(
      sql: "UPDATE iteration SET endedAt = NULL WHERE number = ?", arguments: [record.iteration])
  }

  /// All declines in the calculations' order, those of one calculation by time.
  public func declines() throws(StoreError) -> [DeclineRecord] {
    try read { try DeclineRecord.fetchAll($0, sql: "SELECT * FROM decline ORDER BY calculation, declinedAt") }
  }
}
