public import Foundation
import Tables

/// What became of the molecules of a file that was filtered.
public struct FilterReport: Encodable, Sendable {
  /// What became of one record.
  public struct Row: Encodable, Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    /// Its name, where the file gives one.
    public let name: String?
    /// The SMILES as the file has it; empty for a mol block.
    public let input: String
    /// The canonical SMILES; nil if it is no molecule.
    public let smiles: String?
    /// The criterion that took it out; nil if it passed.
    public let filter: String?
    /// Why it was taken out, for a chemist to read; nil if it passed.
    public let reason: String?
    /// The bytes of the record as they stand in the file.
    let bytes: [UInt8]

    private enum CodingKeys: CodingKey { case line, name, input, smiles, filter, reason }
  }

  /// How many records there are.
  public let records: Int
  /// How many passed.
  public let passed: Int
  /// How many each criterion took out, each record by the first that it did not meet.
  public let refusals: [String: Int]
  /// The records in the order of the file.
  public let rows: [Row]
  /// What a person should know of the reading of the file, a sentence each.
  public let notes: [String]
  /// The line of titles; empty where there is none.
  private let header: [UInt8]

  private enum CodingKeys: CodingKey { case records, passed, refusals, rows, notes }

  init(_ rows: [Row], header: [UInt8], notes: [String]) {
    (self.rows, self.header, self.notes) = (rows, header, notes)
    records = rows.count
    passed = rows.count { $0.filter == nil }
    refusals = rows.reduce(into: [:]) { counts, row in if let filter = row.filter { counts[filter, default: 0] += 1 } }
  }

  /// The records that passed, byte for byte as they stand in the file but for the ends of lines.
  public var passedBytes: Data {
    Data(rows.lazy.filter { $0.filter == nil }.reduce(into: header) { $0 += $1.bytes })
  }

  /// The others as comma-separated text with their reasons.
  public var rejectedText: String {
    let titles = ["line", "name", "input", "smiles", "filter", "reason"]
    let rejected = rows.filter { $0.filter != nil }
    return separatedText(
      [titles]
        + rejected.map { ["\($0.line)", $0.name ?? "", $0.input, $0.smiles ?? "", $0.filter ?? "", $0.reason ?? ""] })
  }

  /// How many passed, and what took the others out, the most first.
  public var summary: [(title: String, count: Int)] {
    [("read", records)] + refusals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
      + [("passed", passed)]
  }
}
