import CCorpus
public import Chemistry
import Foundation
package import Tables

/// The molecules a language model learns from, each of them once.
public struct Corpus: Sendable {
  /// The molecules, in the order of the file.
  public let molecules: [Molecule]
  /// Their names, where the file gives one.
  public let names: [String?]
  /// How often each counts, where the file says so; all 1 where it does not. Of a molecule on several lines, the sum.
  public let weights: [Double]
  /// The lines left out, in the order of the file.
  public let refusedLines: [RefusedLine]
  /// How many lines were left out because an earlier one is the same molecule.
  public let duplicateCount: Int
  /// What a person should know of the reading, a sentence each.
  public let notes: [String]

  /// The corpus that comes with the program.
  public static func builtIn() throws(DesignError) -> Corpus {
    try reading("built into the program") {
      let table = try MoleculeTable(Data(builtInText.utf8), .smi, name: "the built-in corpus")
      return try Corpus(records: table.records, source: "built into the program")
    }
  }

  /// Reads a file of molecules: SMILES with names (`.smi`), a table with a column of SMILES (`.csv`) or an SD file (`.sdf`).
  ///
  /// Records that give no molecule of one component are left out, and kept in ``refusedLines``.
  ///
  /// - Parameters:
  ///   - smilesColumn: the column of a `.csv` with the SMILES; nil for `smiles`, in capitals or not.
  ///   - weightColumn: the column of a `.csv` with a positive number for each molecule.
  ///   - allowsRepeatUnits: whether repeat units, with ends written `*`, are molecules too.
  public init(
    path: String, smilesColumn: String? = nil, weightColumn: String? = nil, allowsRepeatUnits: Bool = false
  ) throws(DesignError) {
    self = try Self.reading(path) {
      let table = try MoleculeTable(path: path, column: smilesColumn)
      let weights = try weightColumn.map { try table.column($0) }
      return try Corpus(
        records: table.records, weightColumn: weights, source: path, allowsRepeatUnits: allowsRepeatUnits,
        notes: table.notes)
    }
  }

  /// Runs the body and makes of the errors of a file those of this room.
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
  /// - Parameter weightColumn: the place of the column with how often each counts; nil where there is none.
  package init(
    records: [MoleculeTable.Record], weightColumn: Int? = nil, source: String, allowsRepeatUnits: Bool = false,
    notes: [String] = []
  ) throws(DesignError) {
    let parsed = concurrentMap(records.count) { index in
      Self.parse(records[index], weightColumn, allowsRepeatUnits: allowsRepeatUnits)
    }
    var molecules: [Molecule] = []
    var names: [String?] = []
    var weights: [Double] = []
    var refused: [RefusedLine] = []
    var known: [Molecule: Int] = [:]
    for (record, result) in zip(records, parsed) {
      switch result {
      case .success(let (molecule, weight)):
        if let place = known[molecule] {
          if weightColumn != nil { weights[place] += weight }
          continue
        }
        known[molecule] = molecules.count
        molecules.append(molecule)
        names.append(record.name)
        weights.append(weight)
      case .failure(let refusal):
        refused.append(RefusedLine(line: record.line, text: record.input, reason: refusal.reason))
      }
    }
    guard !molecules.isEmpty else { throw .emptyCorpus(path: source, firstRefusal: refused.first) }
    self.molecules = molecules
    self.names = names
    self.weights = weights
    self.notes = notes
    refusedLines = refused
    duplicateCount = records.count - molecules.count - refused.count
  }

  private struct Refusal: Error {
    let reason: String
  }

  private static func parse(
    _ record: MoleculeTable.Record, _ weightColumn: Int?, allowsRepeatUnits: Bool
  ) -> Result<(Molecule, Double), Refusal> {
    let text = weightColumn.map { record.field($0) }
    let weight = text.map { Double($0.trimmingCharacters(in: .whitespaces)) ?? .nan } ?? 1
    let molecule: Molecule
    switch record.molecule(allowsRepeatUnits: allowsRepeatUnits) {
    case .success(let read): molecule = read
    case .failure(let unreadable): return .failure(Refusal(reason: unreadable.reason))
    }
    guard weight > 0, weight <= 1e6 else {
      return .failure(Refusal(reason: "its weight '\(text ?? "")' is not a positive number up to 1000000"))
    }
    do throws(DesignError) {
      _ = try ExtendedSMILES(smiles: molecule.smiles)
      return .success((molecule, weight))
    } catch {
      guard case .unreadableSMILES(_, let reason) = error else { return .failure(Refusal(reason: error.description)) }
      return .failure(Refusal(reason: reason))
    }
  }
}

/// A line of a corpus that was left out.
public struct RefusedLine: Sendable, Hashable, Codable {
  /// The number of the line, from 1; of a CSV row that spans several lines, the first.
  public let line: Int
  /// What stood where the SMILES should be.
  public let text: String
  /// Why it is no molecule of a corpus.
  public let reason: String

  /// A line that was left out.
  public init(line: Int, text: String, reason: String) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
