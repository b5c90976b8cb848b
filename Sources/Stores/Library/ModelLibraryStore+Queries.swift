internal import Foundation
internal import GRDB

extension ModelLibraryStore {
  /// The models that meet a query, in its order.
  public func models(_ query: SourceModelQuery = SourceModelQuery()) throws(LibraryError) -> [SourceModelRecord] {
    try read { database in
      let conditions: [(sql: String, value: (any DatabaseValueConvertible)?)] = [
        ("property = ?", query.property), ("unit = ?", query.unit), ("representation = ?", query.representation),
        ("kind = ?", query.kind), ("meanAbsoluteError <= ?", query.meanAbsoluteErrorAtMost),
        ("rootMeanSquareError <= ?", query.rootMeanSquareErrorAtMost), ("rSquared >= ?", query.rSquaredAtLeast),
        ("trainingSize >= ?", query.trainingSizeAtLeast),
      ]
      let said = conditions.filter { $0.value != nil }
      let filter = said.isEmpty ? "" : "WHERE " + said.map(\.sql).joined(separator: " AND ")
      return try Row.fetchAll(
        database,
        sql: "SELECT \(Self.columns) FROM sourceModel \(filter) ORDER BY \(query.order.sql), id",
        arguments: StatementArguments(said.compactMap(\.value))
      ).map(record)
    }
  }

  /// The record of a model.
  public func record(of id: Int) throws(LibraryError) -> SourceModelRecord {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT \(Self.columns) FROM sourceModel WHERE id = ?", arguments: [id])
      else { throw StoreError.unknown(path: path, what: "model \(id)") }
      return try record(row)
    }
  }

  private static let columns = """
    id, property, unit, representation, representationVersion, kind, dataDigest, settingsDigest, trainingSize,
    meanAbsoluteError, rootMeanSquareError, rSquared, logDensity, coverage, createdAt, size
    """

  private func record(_ row: Row) throws -> SourceModelRecord {
    let text: String = try row.decode(forColumn: "createdAt")
    guard let createdAt = Date(storedText: text) else {
      throw StoreError.damaged(path: path, reason: "'\(text)' is not a time")
    }
    return try SourceModelRecord(
      id: row.decode(forColumn: "id"),
      entry: SourceModelEntry(
        key: SourceModelKey(
          property: row.decode(forColumn: "property"), representation: row.decode(forColumn: "representation"),
          representationVersion: row.decode(forColumn: "representationVersion"), kind: row.decode(forColumn: "kind"),
          dataDigest: row.decode(forColumn: "dataDigest"),
          settingsDigest: row.decode(forColumn: "settingsDigest")),
        unit: row.decode(forColumn: "unit"), trainingSize: row.decode(forColumn: "trainingSize"),
        meanAbsoluteError: row.decode(forColumn: "meanAbsoluteError"),
        rootMeanSquareError: row.decode(forColumn: "rootMeanSquareError"), rSquared: row.decode(forColumn: "rSquared"),
        logDensity: row.decode(forColumn: "logDensity"),
        coverage: row.decode(forColumn: "coverage"), createdAt: createdAt),
      size: row.decode(forColumn: "size"))
  }
}

extension SourceModelQuery.Order {
  fileprivate var sql: String {
    switch self {
    case .name: "property, representation, representationVersion, kind"
    case .meanAbsoluteError: "property, unit, meanAbsoluteError"
    case .rSquared: "rSquared DESC NULLS LAST"
    case .trainingSize: "trainingSize DESC"
    case .newest: "createdAt DESC"
    }
  }
}
