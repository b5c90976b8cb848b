public import Foundation
package import GRDB

/// Outcomes of calculations that campaigns share: an SQLite file of its own, safe under several writers at once.
///
/// An outcome is JSON, which this room does not look into. Of two that come for the same key the first stays. With
/// `synchronous = NORMAL` a loss of power may cost the last outcomes, which can be calculated again, but never the file.
public final class CalculationCacheStore: Sendable {
  /// The path of the file.
  public let path: String
  package let database: DatabaseQueue

  /// Opens a cache, and makes it, with its folder, where there is none.
  ///
  /// - Parameter busySeconds: So long each call waits for others that use the file.
  /// - Throws: `CacheError`; a file that is something else or damaged is left as it is.
  public init(path: String, busySeconds: Double = 10) throws(CacheError) {
    self.path = path
    do {
      database = try SharedFile.open(
        path, applicationID: CacheSchema.applicationID, migrator: CacheSchema.migrator, durability: .normal,
        busySeconds: busySeconds)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }

  /// The outcome of a key as JSON; nil if there is none.
  public func outcome(for key: CacheKey) throws(CacheError) -> String? {
    try read { database in
      try String.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT outcome FROM outcome
            WHERE calculator = ? AND protocol = ? AND calculatorVersion = ? AND rdkitVersion = ? AND smiles = ?
            """),
        arguments: [key.calculator, key.protocol, key.calculatorVersion, key.rdkitVersion, key.smiles])
    }
  }

  /// Keeps an outcome, unless the key has one.
  ///
  /// - Parameters:
  ///   - outcome: A JSON object.
  ///   - failureClass: The class of the failure, where the outcome is one.
  ///   - summary: The key's protocol in one line.
  ///   - isPatient: Whether to try on with a file that others have kept busy for so long.
  public func keep(
    _ outcome: String, failureClass: String?, for key: CacheKey, summary: String = "", at time: Date = Date(),
    while isPatient: (Duration) -> Bool = { _ in false }
  ) throws(CacheError) {
    let start = ContinuousClock.now
    while true {
      do throws(CacheError) {
        return try insert(outcome, failureClass: failureClass, for: key, summary: summary, at: time)
      } catch {
        guard case .busy = error.cause, isPatient(.now - start) else { throw error }
      }
    }
  }

  private func insert(
    _ outcome: String, failureClass: String?, for key: CacheKey, summary: String, at time: Date
  ) throws(CacheError) {
    try write { database in
      // Not OR IGNORE, which would also drop in silence what breaks a CHECK.
      try database.execute(
        sql: """
          INSERT INTO outcome
            (calculator, protocol, calculatorVersion, rdkitVersion, smiles, failureClass, keptAt, outcome)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (calculator, protocol, calculatorVersion, rdkitVersion, smiles) DO NOTHING
          """,
        arguments: [
          key.calculator, key.protocol, key.calculatorVersion, key.rdkitVersion, key.smiles, failureClass,
          time.storedText, outcome,
        ])
      try database.execute(
        sql: """
          INSERT INTO protocol VALUES (?, ?)
          ON CONFLICT (json) DO UPDATE SET summary = excluded.summary WHERE summary <> excluded.summary
          """, arguments: [key.protocol, summary])
    }
  }

  // MARK: The file

  func read<Value>(_ query: (Database) throws -> Value) throws(CacheError) -> Value {
    do {
      return try database.read(query)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }

  func write<Value>(_ change: (Database) throws -> Value) throws(CacheError) -> Value {
    do {
      return try database.write(change)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }

  /// Gives the room of what was deleted back to the file system.
  func compact() throws(CacheError) {
    do {
      try SharedFile.compact(database)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }
}
