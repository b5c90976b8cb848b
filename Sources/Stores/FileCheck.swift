internal import Foundation
internal import GRDB
internal import Synchronization

/// Checks that an SQLite file is intact and has Cohobate's tables with nothing else in their place: a damaged disk,
/// another program or an attacker may have changed it.
enum FileCheck {
  /// Checks that the schema is the one that the file's migrations make.
  ///
  /// Only SQLite's own table is read, before any table of the file: a view in the place of a table could run for ever,
  /// and a trigger could change what is written. Tables, indices and views of other names do no harm.
  ///
  /// - Parameter applicationID: The application ID of the files that the migrations make.
  /// - Throws: `StoreError.newer` if a migration is unknown, `.damaged` if the schema differs.
  static func schema(
    _ database: Database, path: String, applicationID: Int, migrator: DatabaseMigrator
  ) throws {
    let found = try objects(of: database)
    guard let list = found.first(where: { $0.name == "grdb_migrations" }) else {
      // An interrupted creation may leave a file without tables.
      guard found.isEmpty else { throw StoreError.damaged(path: path, reason: "its list of migrations is not there") }
      return
    }
    guard list.kind == "table" else {
      throw StoreError.damaged(path: path, reason: "its list of migrations is a \(list.kind)")
    }
    let applied = try migrator.appliedIdentifiers(database)
    if let schema = applied.subtracting(migrator.migrations).max() {
      throw StoreError.newer(path: path, schema: schema)
    }
    let expected = try expectedObjects(of: migrator, applied, applicationID: applicationID)
    let missing = expected.subtracting(found)
    if let object = missing.map(\.name).min() {
      throw StoreError.damaged(path: path, reason: "its '\(object)' is not there or not as Cohobate makes it")
    }
    if let trigger = found.subtracting(expected).filter({ $0.kind == "trigger" }).map(\.name).min() {
      throw StoreError.damaged(path: path, reason: "its trigger '\(trigger)' is not Cohobate's")
    }
  }

  /// Checks every page, row and index. It takes about a second for 100 MB, and a negligible time for a usual campaign.
  ///
  /// - Throws: `StoreError.damaged`.
  static func contents(_ database: Database, path: String) throws {
    let problem = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "it cannot be checked"
    guard problem == "ok" else { throw StoreError.damaged(path: path, reason: problem.replacing("\n", with: " ")) }
  }

  /// Restricts a connection, whatever the file says.
  static func harden(_ database: Database) throws {
    // Cells of a page are checked before they are read. (trusted_schema = OFF is not needed, because the schema is
    // compared with Cohobate's own; SQLite 3.40 would then also reject json_valid() in it.)
    try database.execute(sql: "PRAGMA cell_size_check = ON")
  }

  /// A table, an index, a view or a trigger, with the statement that makes it.
  private struct Object: Hashable {
    let kind: String
    let name: String
    let table: String
    let statement: String
  }

  private static func objects(of database: Database) throws -> Set<Object> {
    let rows = try Row.fetchAll(
      database,
      sql:
        "SELECT type, name, tbl_name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    )
    return try Set(
      rows.map { row in
        let statement = try row.decode(String.self, forColumn: "sql")
        return Object(
          kind: try row.decode(forColumn: "type"), name: try row.decode(forColumn: "name"),
          table: try row.decode(forColumn: "tbl_name"), statement: spacedOnce(statement))
      })
  }

  /// A statement with one space in the place of each run of white space. Only ASCII white space counts.
  private static func spacedOnce(_ statement: String) -> String {
    let words = statement.utf8.split {
      $0 == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains($0)
    }
    return String(decoding: Array(words.joined(separator: CollectionOfOne(UInt8(ascii: " ")))), as: UTF8.self)
  }

  /// What decides which objects migrations make.
  private struct Migrated: Hashable {
    let applicationID: Int
    let last: String?
  }

  /// The objects that migrations make, kept since a process opens its files again and again.
  private static let known = Mutex<[Migrated: Set<Object>]>([:])

  /// The objects that the file's applied migrations make in an empty database.
  private static func expectedObjects(
    of migrator: DatabaseMigrator, _ applied: Set<String>, applicationID: Int
  ) throws -> Set<Object> {
    let key = Migrated(applicationID: applicationID, last: migrator.migrations.last(where: applied.contains))
    if let objects = known.withLock({ $0[key] }) { return objects }
    let queue = try DatabaseQueue()
    if let last = key.last { try migrator.migrate(queue, upTo: last) }
    let objects = try queue.read(objects)
    known.withLock { $0[key] = objects }
    return objects
  }
}
