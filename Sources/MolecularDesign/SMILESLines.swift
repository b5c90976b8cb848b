import Files

/// A SMILES as a file gives it.
package struct SMILESLine: Sendable, Hashable {
  package let number: Int
  package let smiles: String
  package let name: String?
  /// How often it counts, as written; nil where the file does not say.
  package let weight: String?

  package init(number: Int, smiles: String, name: String?, weight: String? = nil) {
    self.number = number
    self.smiles = smiles
    self.name = name
    self.weight = weight
  }
}

/// Reads the text of corpus files.
package enum SMILESLines {
  /// The lines of a `.smi` file that are neither empty nor comments. A byte-order mark is passed over.
  package static func lines(of text: String) -> [SMILESLine] {
    var lines: [SMILESLine] = []
    var number = 0
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for line in text.utf8.dropFirst(text.utf8.starts(with: mark) ? mark.count : 0).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      number += 1
      let fields = line.split(maxSplits: 1) {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
      }
      guard let smiles = fields.first, smiles.first != UInt8(ascii: "#") else { continue }
      let name = fields.count > 1 ? trimmed(Substring(fields[1])) : ""
      lines.append(SMILESLine(number: number, smiles: String(Substring(smiles)), name: name.isEmpty ? nil : name))
    }
    return lines
  }

  /// The rows of a `.csv` file.
  package static func rows(
    of text: String, path: String, column: String?, weightColumn: String? = nil
  ) throws(DesignError) -> [SMILESLine] {
    if let problem = tableProblem(text) { throw .unusableTable(path: path, problem: problem) }
    var rows = CommaSeparatedRows(text)
    let header = (rows.next()?.fields ?? []).map { trimmed($0[...]) }
    func find(_ wanted: String) throws(DesignError) -> Int {
      if let exact = header.firstIndex(of: wanted) { return exact }
      guard let place = header.firstIndex(where: { $0.lowercased() == wanted.lowercased() }) else {
        throw .noColumn(path: path, column: wanted, columns: header)
      }
      return place
    }
    let place = try find(column ?? "smiles")
    var weightPlace: Int?
    if let weightColumn { weightPlace = try find(weightColumn) }
    let namePlace = header.firstIndex { $0.lowercased() == "name" }
    var lines: [SMILESLine] = []
    while let row = rows.next() {
      if row.fields == [""] { continue }
      let name = namePlace.flatMap { $0 < row.fields.count ? trimmed(row.fields[$0][...]) : nil } ?? ""
      lines.append(
        SMILESLine(
          number: row.line, smiles: place < row.fields.count ? trimmed(row.fields[place][...]) : "",
          name: name.isEmpty ? nil : name,
          weight: weightPlace.map { $0 < row.fields.count ? trimmed(row.fields[$0][...]) : "" }))
    }
    return lines
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// The rows of comma-separated text as RFC 4180 has it: a field in double quotes may hold commas, line ends and, doubled,
/// quotes. Lines may end in LF or CR LF; a byte-order mark is passed over.
package struct CommaSeparatedRows: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  package init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next row: the line on which it starts, and its fields.
  package mutating func next() -> (line: Int, fields: [String])? {
    guard position < bytes.count else { return nil }
    let firstLine = line
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if position < bytes.count, bytes[position] == byte {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else if byte == UInt8(ascii: "\n") {
        break
      } else {
        field.append(byte)
      }
    }
    if field.last == UInt8(ascii: "\r") { field.removeLast() }
    fields.append(String(decoding: field, as: UTF8.self))
    return (firstLine, fields)
  }
}
