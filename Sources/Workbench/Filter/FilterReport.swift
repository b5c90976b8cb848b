public import Foundation
import Tables

/// The result of filtering a file.
public struct FilterReport: Encodable, Sendable {
  /// The result for one record.
  public struct Row: Encodable, Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    /// Its name, if the file gives one.
    public let name: String?
    /// The SMILES as the file has it; empty for a mol block.
    public let input: String
    /// The canonical SMILES; nil if it is not a molecule.
    public let smiles: String?
    /// The criterion that rejected it; nil if it passed.
    public let filter: String?
    /// The reason for the rejection, for a chemist to read; nil if it passed.
    public let reason: String?
    /// The bytes of the record as they are in the file.
    let bytes: [UInt8]

    private enum CodingKeys: CodingKey { case line, name, input, smiles, filter, reason }
  }

  /// The number of records.
  public let records: Int
  /// The number of records that passed.
  public let passed: Int
  /// The number of records that each criterion rejected; each counts for the first criterion that it did not meet.
  public let refusals: [String: Int]
  /// The records in the order of the file.
  public let rows: [Row]
  /// Notes for the user on reading the file, a sentence each.
  public let notes: [String]
  /// The line of titles; empty if there is none.
  private let header: [UInt8]

  private enum CodingKeys: CodingKey { case records, passed, refusals, rows, notes }

  init(_ rows: [Row], header: [UInt8], notes: [String]) {
    (self.rows, self.header, self.notes) = (rows, header, notes)
    records = rows.count
    passed = rows.count { $0.filter == nil }
    refusals = rows.reduce(into: [:]) { counts, row in if let filter = row.filter { counts[filter, default: 0] += 1 } }
  }

  /// The records that passed, unchanged except for line endings.
  public var passedBytes: Data {
    Data(rows.lazy.filter { $0.filter == nil }.reduce(into: header) { $0 += $1.bytes })
  }

  /// The rejected records as comma-separated text with their reasons.
  public var rejectedText: String {
    let rejected = rows.filter { $0.filter != nil }
    return separatedText(
      [WrittenTable.filter.titles()]
        + rejected.map { ["\($0.line)", $0.name ?? "", $0.input, $0.smiles ?? "", $0.filter ?? "", $0.reason ?? ""] })
  }

  /// The number of records that passed and the numbers that each criterion rejected, the greatest first.
  public var summary: [(title: String, count: Int)] {
    [("read", records)] + refusals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
      + [("passed", passed)]
  }
}
