import Files
package import Foundation

/// The records of a file of molecules: SMILES with names, a table with a column of SMILES, or an SD file.
///
/// Every command reads molecules with it. A record that is not a molecule is kept, with the reason.
package struct MoleculeTable: Sendable {
  /// The file formats of molecules.
  package enum Format: String, Sendable, CaseIterable {
    /// SMILES and a name on each line.
    case smi
    /// Comma-separated values with a line of titles.
    case csv
    /// Mol blocks with data fields.
    case sdf
    /// The formula of an inorganic composition and a name on each line.
    case txt

    /// The format by the ending of a path, before `.gz` if there is that; nil for any other ending.
    package init?(path: String) {
      let name = FileStream.isCompressed(path) ? path.dropLast(3) : path[...]
      let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
      guard let name = Self.endings[ending] else { return nil }
      self.init(rawValue: name)
    }

    /// The endings of file names and their formats.
    private static let endings = [
      "smi": "smi", "smiles": "smi", "cxsmiles": "smi", "ism": "smi", "csv": "csv", "sdf": "sdf", "sd": "sdf",
      "mol": "sdf", "txt": "txt",
    ]
  }

  /// The file format.
  package let format: Format
  /// The file's name in messages.
  package let name: String
  /// The titles of the columns of a table, or the names of the data fields of an SD file if they were requested;
  /// otherwise empty.
  package let titles: [String]
  /// The column of a table with the SMILES; nil in other files.
  package let smilesColumn: Int?
  /// The records in the order of the file.
  package let records: [MoleculeTable.Record]
  /// The line of titles with its line ending; empty if there is none.
  package let header: [UInt8]
  /// Notes for the user on the reading, a sentence each.
  package let notes: [String]

  /// Reads a file whose ending gives its format.
  ///
  /// - Parameters:
  ///   - column: the column of a table with the SMILES; nil for `smiles`, in any case.
  ///   - readsData: whether the data fields of an SD file are read as columns.
  package init(path: String, column: String? = nil, readsData: Bool = false) throws(MoleculeFileError) {
    guard let format = Format(path: path) else { throw .unknownFormat(path) }
    try self.init(fileBytes(path), format, name: path, column: column, readsData: readsData)
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameter linesBefore: the number of lines of the file before these bytes, if they are only a part of it.
  package init(
    _ data: Data, _ format: Format, name: String, column: String? = nil, readsData: Bool = false, linesBefore: Int = 0
  ) throws(MoleculeFileError) {
    if column != nil, format != .csv {
      throw MoleculeFileError("'\(name)' has no columns to choose from; --column is for .csv files.")
    }
    let bytes = try TextBytes(data, name: name, linesBefore: linesBefore)
    self.format = format
    self.name = name
    switch format {
    case .smi:
      let lines = SMILESFile(bytes)
      (records, header, titles, smilesColumn) = (lines.records, lines.header, [], nil)
    case .txt:
      (records, header, titles, smilesColumn) = (formulaRecords(bytes), [], [], nil)
    case .sdf:
      let file = try StructureFile(bytes, name: name, readsData: readsData)
      (records, header, titles, smilesColumn) = (file.records, [], file.titles, nil)
    case .csv:
      let table = try RowFile(bytes, name: name, column: column)
      (records, header) = (table.records, Array(separatedLine(table.titles).utf8))
      (titles, smilesColumn) = (table.titles, table.smilesColumn)
    }
    var notes = ReadingNotes()
    notes.add(records)
    self.notes = notes.sentences
  }

  /// The index of a column by its title, in any case.
  ///
  /// - Throws: if there is none; the error lists the existing columns.
  package func column(_ title: String) throws(MoleculeFileError) -> Int {
    if let place = titles.firstIndex(of: title) ?? titles.firstIndex(where: { $0.lowercased() == title.lowercased() }) {
      return place
    }
    throw MoleculeFileError(
      titles.isEmpty
        ? "'\(name)' has no columns, and so no '\(title)'."
        : "'\(name)' has no column '\(title)'; it has \(titles.joined(separator: ", ")).\(suggestion(for: title, among: titles))"
    )
  }
}

/// A number with its noun: "1 row", "2 rows".
package func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
