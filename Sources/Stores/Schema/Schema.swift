internal import GRDB

/// The tables of a campaign, as named migrations. A released migration never changes: a new one follows it.
enum Schema {
  /// Marks an SQLite file as Cohobate's: `Coho` in ASCII.
  static let applicationID = 0x436F_686F

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { database in
      try database.execute(sql: version1)
    }
    migrator.registerMigration("v2") { database in
      try database.execute(sql: version2)
    }
    migrator.registerMigration("v3") { database in
      try database.execute(sql: version3)
    }
    migrator.registerMigration("v4") { database in
      try database.execute(sql: version4)
    }
    migrator.registerMigration("v5") { database in
      try database.execute(sql: version5)
    }
    migrator.registerMigration("v6") { database in
      try database.execute(sql: version6)
    }
    migrator.registerMigration("v7") { database in
      try database.execute(sql: version7)
    }
    return migrator
  }()

  /// A CHECK that a column is NULL or a time in UTC to the millisecond.
  static func time(_ column: String) -> String {
    "CHECK (\(column) IS NULL OR (\(column) GLOB '????-??-??T??:??:??.???Z' AND julianday(\(column)) IS NOT NULL))"
  }

  /// A CHECK that a column is NULL or a number that is neither infinite nor less than `lower`.
  static func finite(_ column: String, from lower: String? = nil) -> String {
    "CHECK (\(column) \(lower.map { ">= \($0)" } ?? "> -9e999") AND \(column) < 9e999)"
  }
}
