import Chemistry
public import Files
public import Foundation

/// Where the molecules of `cohobate calculate` and `cohobate predict` come from.
public enum MoleculeSource: Sendable, Hashable {
  /// SMILES strings.
  case smiles([String])
  /// A `.smi`, `.csv` or `.sdf` file; `column` names the column with the SMILES, by default `smiles`.
  case file(path: String, column: String?)
  /// The bytes of a text that was already read, with a SMILES on each line, or, if a column is named, comma-separated.
  case text(Data, column: String?)

  /// Interprets words of a command line: SMILES, or the name of one file.
  ///
  /// - Throws: `CampaignError` of kind `.input` if there is nothing, or a file among others.
  public init(arguments: [String], column: String? = nil) throws(CampaignError) {
    guard let first = arguments.first else {
      throw CampaignError(.input, "There is no molecule; give SMILES, a .smi, .csv or .sdf file, or '-'.")
    }
    let file = arguments.first(where: Self.isFileName)
    if file == nil, column != nil {
      throw CampaignError(
        .input, "SMILES on the command line have no column to choose; leave out --column, or give a .csv file.")
    }
    guard arguments.count == 1 else {
      if let file {
        throw CampaignError(.input, "'\(file)' is the name of a file; give one file alone, or SMILES.")
      }
      self = .smiles(arguments)
      return
    }
    if file == nil, (try? Molecule(smiles: first)) == nil, FileManager.default.fileExists(atPath: first) {
      throw CampaignError(.input, MoleculeFileError.unknownFormat(first).description)
    }
    self = file == nil ? .smiles(arguments) : .file(path: first, column: column)
  }

  /// Whether a word is the name of a file; no SMILES has such an ending.
  private static func isFileName(_ word: String) -> Bool { MoleculeTable.Format(path: word) != nil }

  /// What is in a source.
  package struct Contents {
    package let records: [MoleculeTable.Record]
    /// The titles of a table's columns, or the names of an SD file's data fields where they were asked for; else empty.
    package var titles: [String] = []
    /// The column of a table with the SMILES; nil in other sources.
    package var smilesColumn: Int?
    /// What a person should know of the reading, a sentence each.
    package var notes: [String] = []
  }

  /// Reads the source.
  ///
  /// - Parameter readsData: whether the data fields of an SD file are read as columns.
  /// - Throws: `CampaignError` of kind `.input` where it cannot be read, or is empty.
  package func contents(readsData: Bool = false) throws(CampaignError) -> Contents {
    let table: MoleculeTable
    do throws(MoleculeFileError) {
      switch self {
      case .smiles(let texts):
        return Contents(records: texts.enumerated().map { MoleculeTable.Record(smiles: $1, line: $0 + 1) })
      case .text(let data, let column):
        table = try MoleculeTable(data, column == nil ? .smi : .csv, name: "standard input", column: column)
      case .file(let path, let column):
        table = try MoleculeTable(path: path, column: column, readsData: readsData)
      }
    } catch {
      throw CampaignError(.input, error.description)
    }
    guard !table.records.isEmpty else { throw CampaignError(.input, "There is no molecule in '\(table.name)'.") }
    return Contents(
      records: table.records, titles: table.titles, smilesColumn: table.smilesColumn, notes: table.notes)
  }
}
