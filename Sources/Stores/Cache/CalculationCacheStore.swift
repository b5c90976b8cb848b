public import Foundation
package import GRDB

/// Outcomes of calculations that campaigns share, in an SQLite file that several processes may write at once.
///
/// An outcome is JSON that this module does not interpret. Of two outcomes for the same key the first stays. With
/// `synchronous = NORMAL` a loss of power may lose the last outcomes, which can be calculated again, but never the
/// file.
public final class CalculationCacheStore: Sendable {
  /// The path of the file.
  public let path: String
  package let database: DatabaseQueue

  /// Opens a cache; makes it, with its folder, if there is none.
  ///
  /// - Parameter busySeconds: How long each call waits for other users of the file.
  /// - Throws: `CacheError`; a damaged file, or one that is not a cache, is not touched.
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

  /// Stores an outcome, unless the key has one.
  ///
  /// - Parameters:
  ///   - outcome: A JSON object.
  ///   - failureClass: The class of the failure, if the outcome is one.
  ///   - summary: The key's protocol in one line.
  ///   - isPatient: Whether to keep trying if others keep the file busy for longer than one wait.
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
      // Not OR IGNORE, which would also silently drop rows that violate a CHECK.
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

  /// Returns the space of deleted rows to the file system.
  func compact() throws(CacheError) {
    do {
      try SharedFile.compact(database)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }
}
