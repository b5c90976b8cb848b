internal import Foundation
internal import GRDB

extension CalculationCacheStore {
  /// The cache's contents by calculator, protocol and versions, in the order of their names.
  public func holdings() throws(CacheError) -> [CacheHolding] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT calculator, protocol ->> 'name' AS name,
            coalesce((SELECT summary FROM protocol WHERE json = outcome.protocol), '') AS summary,
            calculatorVersion, rdkitVersion, count(*) AS molecules, count(failureClass) AS failures,
            sum(size) AS bytes, min(keptAt) AS oldest, max(keptAt) AS newest
          FROM outcome GROUP BY calculator, protocol, calculatorVersion, rdkitVersion
          ORDER BY calculator, name, summary, protocol, calculatorVersion, rdkitVersion
          """
      ).map { row in
        try CacheHolding(
          calculator: row.decode(forColumn: "calculator"), protocol: row.decode(forColumn: "name"),
          protocolSummary: row.decode(forColumn: "summary"),
          calculatorVersion: row.decode(forColumn: "calculatorVersion"),
          rdkitVersion: row.decode(forColumn: "rdkitVersion"),
          molecules: row.decode(forColumn: "molecules"), failures: row.decode(forColumn: "failures"),
          bytes: row.decode(forColumn: "bytes"),
          oldest: time(row.decode(forColumn: "oldest")), newest: time(row.decode(forColumn: "newest")))
      }
    }
  }

  /// Removes the selected outcomes and returns their space to the file system.
  ///
  /// Campaigns may run meanwhile; they calculate again what they no longer find.
  public func remove(_ selection: CacheSelection) throws(CacheError) -> CacheRemoval {
    let removal = try write { database in
      let condition = """
        (:before IS NULL OR keptAt < :before) AND (:calculator IS NULL OR calculator = :calculator)
        AND (:protocol IS NULL OR protocol ->> 'name' = :protocol)
        """
      let arguments: StatementArguments = [
        "before": selection.keptBefore?.storedText, "calculator": selection.calculator, "protocol": selection.protocol,
      ]
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*) AS molecules, count(failureClass) AS failures, coalesce(sum(size), 0) AS bytes
          FROM outcome WHERE \(condition)
          """, arguments: arguments)
      try database.execute(sql: "DELETE FROM outcome WHERE \(condition)", arguments: arguments)
      return CacheRemoval(
        molecules: row?["molecules"] ?? 0, failures: row?["failures"] ?? 0, bytes: row?["bytes"] ?? 0)
    }
    if removal.molecules > 0 { try compact() }
    return removal
  }

  private func time(_ text: String) throws -> Date {
    guard let time = Date(storedText: text) else {
      throw StoreError.damaged(path: path, reason: "'\(text)' is not a time")
    }
    return time
  }
}
