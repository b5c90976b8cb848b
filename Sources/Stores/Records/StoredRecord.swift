internal import Foundation
internal import GRDB

/// A plain value that is one row of one table; its coding keys are the columns.
package protocol StoredRecord: Sendable, Hashable, Codable {
  /// The table it is a row of.
  static var tableName: String { get }
}

/// A record as GRDB sees it. The public records stay plain values: this wrapper carries the conformances.
struct TableRow<Record: StoredRecord>: FetchableRecord, PersistableRecord, Codable {
  let record: Record

  init(_ record: Record) {
    self.record = record
  }

  init(from decoder: any Decoder) throws {
    record = try Record(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
  }

  static var databaseTableName: String { Record.tableName }

  static func databaseDateEncodingStrategy(for column: String) -> DatabaseDateEncodingStrategy {
    .custom { $0.storedText }
  }

  static func databaseDateDecodingStrategy(for column: String) -> DatabaseDateDecodingStrategy {
    .custom { value in String.fromDatabaseValue(value).flatMap(Date.init(storedText:)) }
  }

  static func databaseJSONEncoder(for column: String) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

/// A number to be stored is not a number.
package struct NotANumber: Error {
  let table: String
  let column: String

  package init(table: String, column: String) {
    self.table = table
    self.column = column
  }
}

extension StoredRecord {
  /// Inserts the record as a row of its table.
  ///
  /// - Throws: `NotANumber`, since SQLite would silently store NULL if the column allows it.
  func insert(into database: Database) throws {
    let row = TableRow(self)
    let columns = try row.databaseDictionary.filter { Double.fromDatabaseValue($0.value)?.isNaN == true }.keys
    if let column = columns.min() { throw NotANumber(table: Self.tableName, column: column) }
    try row.insert(database)
  }

  /// All records that a query returns, in its order; without a query every row of the table.
  static func fetchAll(
    _ database: Database, sql: String? = nil, arguments: StatementArguments = StatementArguments()
  ) throws -> [Self] {
    let sql = sql ?? "SELECT * FROM \(tableName)"
    return try TableRow<Self>.fetchAll(database, sql: sql, arguments: arguments).map(\.record)
  }
}
