import Files

/// A SMILES as a file gives it.
package struct SMILESLine: Sendable, Hashable {
  package let number: Int
  package let smiles: String
  package let name: String?
  /// How often it counts, as written; nil where the file does not say.
  package let weight: String?
  /// Why what stands there cannot be taken for a SMILES; nil where it can.
  package let problem: String?

  package init(number: Int, smiles: String, name: String?, weight: String? = nil, problem: String? = nil) {
    self.number = number
    self.smiles = smiles
    self.name = name
    self.weight = weight
    self.problem = problem
  }
}

/// Reads the text of corpus files.
package enum SMILESLines {
  /// The lines of a `.smi` file that are neither empty nor comments. A byte-order mark is passed over.
  package static func lines(of text: String) -> [SMILESLine] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return text.utf8.dropFirst(text.utf8.starts(with: mark) ? mark.count : 0)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .compactMap { line(Substring($0.element), number: $0.offset + 1) }
  }

  /// What a line of a `.smi` file says: a SMILES, and a name after a space or tab; nil for an empty one and for a comment.
  package static func line(_ text: Substring, number: Int) -> SMILESLine? {
    let fields = text.utf8.split(maxSplits: 1) {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
    }
    guard let smiles = fields.first, smiles.first != UInt8(ascii: "#") else { return nil }
    let name = fields.count > 1 ? trimmed(Substring(fields[1])) : ""
    return SMILESLine(number: number, smiles: String(Substring(smiles)), name: name.isEmpty ? nil : name)
  }

  /// The rows of a `.csv` file.
  package static func rows(
    of text: String, path: String, column: String?, weightColumn: String? = nil
  ) throws(DesignError) -> [SMILESLine] {
    if let problem = tableProblem(text) { throw .unusableTable(path: path, problem: problem) }
    let table: SeparatedValues
    do {
      table = try SeparatedValues(text, allowsUnevenRows: true)
    } catch {
      throw .unusableTable(path: path, problem: "Line \(error.line) \(error.problem).")
    }
    let header = table.header
    func find(_ wanted: String) throws(DesignError) -> Int {
      guard let place = table.column(wanted) else {
        throw .noColumn(path: path, column: wanted, columns: header)
      }
      return place
    }
    let place = try find(column ?? "smiles")
    var weightPlace: Int?
    if let weightColumn { weightPlace = try find(weightColumn) }
    let namePlace = header.firstIndex { $0.lowercased() == "name" }
    return table.rows.map { row in
      func field(_ place: Int) -> String { place < row.fields.count ? trimmed(row.fields[place][...]) : "" }
      let name = namePlace.map(field) ?? ""
      // One comma too many, as in a name, moves what follows it to another column.
      let isLonger = row.fields.dropFirst(header.count).contains { !trimmed($0[...]).isEmpty }
      return SMILESLine(
        number: row.line, smiles: field(place), name: name.isEmpty ? nil : name, weight: weightPlace.map(field),
        problem: isLonger
          ? "the row has \(row.fields.count) fields, but the header has \(header.count); put texts with commas in quotation marks"
          : nil)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
