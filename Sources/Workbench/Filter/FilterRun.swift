import Chemistry
public import Files
public import Foundation
public import Tables

/// Tests each molecule of a file against criteria.
public struct FilterRun: Sendable {
  /// The source of the molecules.
  public enum Source: Sendable, Hashable {
    /// A file whose ending gives its format.
    case file(MoleculeFile)
    /// The bytes of a text that was already read, with its format by name: smi, csv or sdf.
    case text(Data, format: String, column: String?)
  }

  private let source: Source
  private let criteria: FilterCriteria
  private let keepsRepeats: Bool

  /// The formats of text by name.
  public static var formats: [String] { MoleculeTable.Format.allCases.map(\.rawValue) }

  /// Makes a run; with `keepsRepeats` a repeated molecule is tested again.
  public init(_ source: Source, by criteria: FilterCriteria, keepsRepeats: Bool = true) {
    (self.source, self.criteria, self.keepsRepeats) = (source, criteria, keepsRepeats)
  }

  /// Reads, tests and reports, on all cores.
  ///
  /// - Parameter progress: called with the number of records tested and the number of all records.
  /// - Throws: `CampaignError` of kind `.input` if a file or a criterion is wrong, `.interrupted` if the task is
  ///   cancelled.
  public func run(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws(CampaignError) -> FilterReport {
    let filter = try criteria.filter()
    let compiled = try CampaignError.mapping { try filter.compiled() }
    let table = try table()
    let records = table.records
    var rows: [FilterReport.Row] = []
    rows.reserveCapacity(records.count)
    var seen: Set<Molecule> = []
    var passed: [(row: Int, molecule: Molecule)] = []
    let piece = 5_000
    for start in stride(from: 0, to: records.count, by: piece) {
      if Task.isCancelled { throw .interruptedFilter }
      let members = records[start..<min(start + piece, records.count)]
      let answers = concurrentMap(members.count) { index in Answer(members[start + index], compiled) }
      for (record, answer) in zip(members, answers) {
        var (key, reason) = (answer.key, answer.reason)
        if key == nil, !keepsRepeats, let molecule = answer.molecule, !seen.insert(molecule).inserted {
          (key, reason) = ("repeated", "the same molecule as an earlier one")
        }
        if key == nil, filter.minimumDistance != nil, let molecule = answer.molecule {
          passed.append((rows.count, molecule))
        }
        rows.append(
          FilterReport.Row(
            line: record.line, name: record.name, input: record.input, smiles: answer.molecule?.smiles, filter: key,
            reason: reason, bytes: record.bytes))
      }
      progress(min(start + piece, records.count), records.count)
    }
    if let distance = filter.minimumDistance {
      let kept = try CampaignError.mapping {
        try passed.map(\.molecule).diverse(minimumDistance: distance)
      }
      let places = Set(kept.map { passed[$0].row })
      for (row, _) in passed where !places.contains(row) {
        rows[row] = rows[row].refused(
          by: Rejection(kind: .similar, reason: "a distance below \(distance) to an earlier one"))
      }
    }
    return FilterReport(rows, header: table.header, notes: table.notes)
  }

  private func table() throws(CampaignError) -> MoleculeTable {
    let table: MoleculeTable
    switch source {
    case .file(let file): table = try file.table()
    case .text(let data, let name, let column):
      guard let format = MoleculeTable.Format(rawValue: name) else {
        throw CampaignError(.input, "There is no format '\(name)'; there are \(Self.formats.joined(separator: ", ")).")
      }
      do throws(MoleculeFileError) {
        table = try MoleculeTable(data, format, name: "standard input", column: column)
      } catch {
        throw CampaignError(.input, error.description)
      }
    }
    guard !table.records.isEmpty else { throw CampaignError(.input, "There is no molecule in '\(table.name)'.") }
    return table
  }

  /// The filter's answer for a record.
  private struct Answer: Sendable {
    let molecule: Molecule?
    let key: String?
    let reason: String?

    init(_ record: MoleculeTable.Record, _ filter: CompiledFilter) {
      switch record.molecule(allowsRepeatUnits: true) {
      case .failure(let unreadable): (molecule, key, reason) = (nil, "unreadable", unreadable.description)
      case .success(let read):
        molecule = read
        do throws(ChemistryError) {
          let rejection = try filter.rejection(of: read)
          (key, reason) = (rejection?.kind.key, rejection?.reason)
        } catch {
          (key, reason) = ("unreadable", error.description)
        }
      }
    }
  }
}

extension FilterReport.Row {
  fileprivate func refused(by rejection: Rejection) -> FilterReport.Row {
    FilterReport.Row(
      line: line, name: name, input: input, smiles: smiles, filter: rejection.kind.key, reason: rejection.reason,
      bytes: bytes)
  }
}

extension CampaignError {
  fileprivate static let interruptedFilter = CampaignError(.interrupted, "Interrupted. Nothing was written.")
}
