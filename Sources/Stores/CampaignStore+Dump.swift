internal import GRDB

extension CampaignStore {
  /// Every row of every table as a line of text, tables by name and rows by primary key.
  ///
  /// Two databases with the same lines hold the same campaign: different numbers always have different texts.
  ///
  /// - Parameter ignoringTimes: Leaves out the columns that end in `At` or `Seconds`, which depend on the clock, and `machine`,
  ///   which depends on where programs ran.
  public func dumpRows(ignoringTimes: Bool = true) throws(StoreError) -> [String] {
    try read { database in
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name <> 'grdb_migrations'
          ORDER BY name
          """)
      return try tables.flatMap { table in
        let columns = try database.columns(in: table).map(\.name).filter { name in
          !ignoringTimes || !(name.hasSuffix("At") || name.hasSuffix("Seconds") || name == "machine")
        }
        // Versions of SQLite quote infinities differently.
        let values = columns.map { column in
          "'\(column)=' || CASE \"\(column)\" WHEN 9e999 THEN 'Inf' WHEN -9e999 THEN '-Inf' ELSE quote(\"\(column)\") END"
        }.joined(separator: " || ' ' || ")
        let key = try database.primaryKey(table).columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return try String.fetchAll(database, sql: "SELECT '\(table) ' || \(values) FROM \"\(table)\" ORDER BY \(key)")
      }
    }
  }
}
