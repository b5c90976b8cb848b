import CCorpus
public import Chemistry
import Foundation
package import Tables

/// A list of molecules, each once: the training molecules of a language model, or a pool to choose from.
public struct Corpus: Sendable {
  /// The molecules, in the order of the file.
  public let molecules: [Molecule]
  /// The names of the molecules, if given in the file.
  public let names: [String?]
  /// The line of each molecule in the file, from 1: the first one of several; nil without a file.
  public let lines: [Int?]
  /// The weight of each molecule, if given in the file; otherwise 1. For a molecule on several lines, the sum.
  public let weights: [Double]
  /// The rejected lines, in the order of the file.
  public let refusedLines: [RejectedLine]
  /// The number of lines skipped as duplicates of earlier ones.
  public let duplicateCount: Int
  /// Notes on reading the file, a sentence each.
  public let notes: [String]

  /// The corpus that comes with the program.
  public static func builtIn() throws(DesignError) -> Corpus {
    try reading("built into the program") {
      let table = try MoleculeTable(Data(builtInText.utf8), .smi, name: "the built-in corpus")
      return try Corpus(records: table.records, source: "built into the program")
    }
  }

  /// Reads a file of molecules: SMILES with names (`.smi`), a table with a column of SMILES (`.csv`) or an SD file
  /// (`.sdf`).
  ///
  /// Records that are not a molecule of one component are rejected, and listed in ``refusedLines``.
  ///
  /// - Parameters:
  ///   - smilesColumn: the column of a `.csv` with the SMILES; nil for `smiles`, in any case.
  ///   - weightColumn: the column of a `.csv` with a positive weight for each molecule.
  ///   - allowsRepeatUnits: whether repeat units, with ends written `*`, are accepted.
  ///   - onlyRepeatUnits: whether nothing but repeat units with two ends is accepted.
  ///   - isForLanguage: whether a language model learns from it; molecules that it could not write are then rejected.
  ///   - stripsSalts: whether the largest organic component of a salt or mixture is taken; otherwise it is rejected.
  ///   - areFormulas: whether a named column has formulas of inorganic compositions. Without a name the titles say it.
  public init(
    path: String, smilesColumn: String? = nil, weightColumn: String? = nil, allowsRepeatUnits: Bool = false,
    onlyRepeatUnits: Bool = false, isForLanguage: Bool = true, stripsSalts: Bool = false, areFormulas: Bool = false
  ) throws(DesignError) {
    self = try Self.reading(path) {
      let table = try MoleculeTable(path: path, column: smilesColumn)
      let weights = try weightColumn.map { try table.column($0) }
      return try Corpus(
        records: areFormulas && smilesColumn != nil ? table.records.map(\.asFormula) : table.records,
        weightColumn: weights, source: path,
        ends: onlyRepeatUnits ? .required : allowsRepeatUnits ? .allowed : .refused, isForLanguage: isForLanguage,
        stripsSalts: stripsSalts, notes: table.notes)
    }
  }

  /// A list of molecules that are read already, each of them once.
  ///
  /// - Parameter names: Their names; nil for none.
  package init(molecules: [Molecule], names: [String?]? = nil) {
    self.molecules = molecules
    self.names = names ?? molecules.map { _ in nil }
    lines = molecules.map { _ in nil }
    weights = molecules.map { _ in 1 }
    (refusedLines, duplicateCount, notes) = ([], 0, [])
  }

  /// Runs the body and converts errors of files to those of this module.
  private static func reading(_ source: String, _ body: () throws -> Corpus) throws(DesignError) -> Corpus {
    do {
      return try body()
    } catch let error as DesignError {
      throw error
    } catch {
      throw .unusableCorpus("\(error)")
    }
  }

  /// Reads the molecules on all cores.
  ///
  /// - Parameter weightColumn: the index of the column with the weights; nil if there is none.
  package init(
    records: [MoleculeTable.Record], weightColumn: Int? = nil, source: String, ends: OpenEnds = .refused,
    isForLanguage: Bool = true, stripsSalts: Bool = false, notes: [String] = []
  ) throws(DesignError) {
    let parsed = concurrentMap(records.count) { index in
      Self.parse(
        records[index], weightColumn, ends: ends, isForLanguage: isForLanguage, stripsSalts: stripsSalts)
    }
    var molecules: [Molecule] = []
    var names: [String?] = []
    var lines: [Int?] = []
    var weights: [Double] = []
    var refused: [RejectedLine] = []
    var stripped = StrippedLines()
    var known: [Molecule: Int] = [:]
    for (record, result) in zip(records, parsed) {
      switch result {
      case .success(let entry):
        if let count = entry.organicCount { stripped.add(entry.molecule, amongCount: count, line: record.line) }
        if let place = known[entry.molecule] {
          if weightColumn != nil { weights[place] += entry.weight }
          continue
        }
        known[entry.molecule] = molecules.count
        molecules.append(entry.molecule)
        names.append(record.name)
        lines.append(record.line)
        weights.append(entry.weight)
      case .failure(let refusal):
        refused.append(RejectedLine(line: record.line, text: record.input, reason: refusal.reason))
      }
    }
    guard !molecules.isEmpty else { throw .emptyCorpus(path: source, firstRejection: refused.first) }
    self.molecules = molecules
    self.names = names
    self.lines = lines
    self.weights = weights
    self.notes = notes + [stripped.sentence].compactMap(\.self)
    refusedLines = refused
    duplicateCount = records.count - molecules.count - refused.count
  }

  /// Whether the molecules of a list have open ends, written `*`.
  package enum OpenEnds: Sendable, Hashable {
    /// None may have one.
    case refused
    /// They may have any number.
    case allowed
    /// All are repeat units, with two.
    case required
  }

  private struct Refusal: Error {
    let reason: String
  }

  private struct Entry {
    let molecule: Molecule
    var weight = 1.0
    /// The number of components of what was read of which the molecule is the largest; nil if it is the whole.
    var organicCount: Int?
  }

  /// The molecule of a record of a pool; the reason if there is none.
  ///
  /// - Parameters:
  ///   - ends: whether it may be, or must be, a repeat unit.
  ///   - stripsSalts: whether the largest organic component of a salt or mixture is taken.
  /// - Returns: the molecule, and the number of components of which it is the largest, as `Molecule.organicComponent()` counts
  ///   them; nil if it is all that was read.
  package static func poolMolecule(
    of record: MoleculeTable.Record, ends: OpenEnds = .refused, stripsSalts: Bool
  ) -> Result<(molecule: Molecule, organicCount: Int?), RejectedLine> {
    let result = parse(record, nil, ends: ends, isForLanguage: false, stripsSalts: stripsSalts)
    return result.map { ($0.molecule, $0.organicCount) }.mapError {
      RejectedLine(line: record.line, text: record.input, reason: $0.reason)
    }
  }

  private static func parse(
    _ record: MoleculeTable.Record, _ weightColumn: Int?, ends: OpenEnds, isForLanguage: Bool, stripsSalts: Bool
  ) -> Result<Entry, Refusal> {
    let text = weightColumn.map { record.field($0) }
    let weight = text.map { Double($0.trimmingCharacters(in: .whitespaces)) ?? .nan } ?? 1
    var entry: Entry
    switch record.molecule(allowsRepeatUnits: ends != .refused) {
    case .success(let read): entry = Entry(molecule: read, weight: weight)
    case .failure(let unreadable): return .failure(Refusal(reason: unreadable.reason))
    }
    guard weight > 0, weight <= 1e6 else {
      return .failure(Refusal(reason: "its weight '\(text ?? "")' is not a positive number up to 1000000"))
    }
    if stripsSalts, entry.molecule.componentCount > 1 {
      do throws(ChemistryError) {
        guard let component = try entry.molecule.organicComponent() else {
          return .failure(Refusal(reason: "it has several components, and none of them has carbon"))
        }
        entry = Entry(molecule: component.molecule, weight: weight, organicCount: component.amongCount)
      } catch {
        guard case .invalidSMILES(_, let reason) = error else { return .failure(Refusal(reason: error.description)) }
        return .failure(Refusal(reason: reason))
      }
    }
    if ends == .required, (try? entry.molecule.isRepeatUnit()) != true {
      return .failure(Refusal(reason: RepeatUnit.refusal))
    }
    guard isForLanguage else {
      return entry.molecule.componentCount == 1
        ? .success(entry) : .failure(Refusal(reason: SMILESReader.severalComponents))
    }
    guard entry.molecule.composition == nil else {
      return .failure(Refusal(reason: "a composition has no SMILES that a language model could learn"))
    }
    do throws(DesignError) {
      _ = try ExtendedSMILES(smiles: entry.molecule.smiles)
      return .success(entry)
    } catch {
      guard case .unreadableSMILES(_, let reason) = error else { return .failure(Refusal(reason: error.description)) }
      return .failure(Refusal(reason: reason))
    }
  }
}

/// A rejected line of a corpus.
public struct RejectedLine: Error, Sendable, Hashable, Codable {
  /// The line number, from 1; for a CSV row of several lines, the first.
  public let line: Int
  /// The text in the place of the SMILES.
  public let text: String
  /// Why it is not accepted.
  public let reason: String

  /// Creates a rejected line.
  public init(line: Int, text: String, reason: String) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
