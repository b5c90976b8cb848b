import Foundation

/// A table parsed from CSV text (RFC 4180): quoted fields may contain commas, line breaks and doubled quotes; any line
/// ending and a byte-order mark at the beginning are accepted.
package struct SeparatedValues: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    /// The line on which the row begins, from 1.
    package let line: Int
    /// As many as there are columns, unless uneven rows are allowed.
    package let fields: [String]
  }

  /// The reason why a text is not a table.
  package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
    package let line: Int
    package let problem: String

    package init(line: Int, problem: String) { (self.line, self.problem) = (line, problem) }

    package var description: String { "line \(line) \(problem)." }
  }

  /// The fields of the first row, without spaces around them.
  package let header: [String]
  /// The other rows; empty lines are left out.
  package let rows: [Row]

  /// - Parameter allowsUnevenRows: whether rows may have fewer or more fields than the header.
  package init(_ text: String, allowsUnevenRows: Bool = false) throws(Malformed) {
    var rows = try Self.rows(of: text)
    guard !rows.isEmpty else { throw Malformed(line: 1, problem: "should be a header, but the file is empty") }
    let first = rows.removeFirst()
    header = first.fields.map(Self.trimmed)
    for row in rows where !allowsUnevenRows && row.fields.count != header.count {
      throw Malformed(
        line: row.line, problem: "has \(row.fields.count) fields, but the header has \(header.count)")
    }
    self.rows = rows
  }

  /// The index of the column with this title; if there is none, of the same title in another case.
  package func column(_ title: String) -> Int? {
    header.firstIndex(of: title) ?? header.firstIndex { $0.lowercased() == title.lowercased() }
  }

  package static func trimmed(_ field: String) -> String { field.trimmingCharacters(in: .whitespaces) }

  private static func rows(of text: String) throws(Malformed) -> [Row] {
    let (quote, comma, lineFeed, carriageReturn) = (UInt8(0x22), UInt8(0x2C), UInt8(0x0A), UInt8(0x0D))
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var rows: [Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, rowLine) = (1, 1)
    var isQuoted = false
    var wasQuoted = false
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      wasQuoted = false
    }
    func endRow() {
      let isBlank = fields.isEmpty && field.isEmpty && !wasQuoted
      endField()
      if !isBlank { rows.append(Row(line: rowLine, fields: fields)) }
      fields = []
      rowLine = line
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      // A carriage return, alone or before a line feed, ends a line just as a line feed does.
      let endsLine = byte == lineFeed || byte == carriageReturn
      if byte == carriageReturn, index < bytes.endIndex, bytes[index] == lineFeed { index += 1 }
      if endsLine { line += 1 }
      if isQuoted {
        if byte != quote {
          field.append(endsLine ? lineFeed : byte)
        } else if index < bytes.endIndex, bytes[index] == quote {
          field.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if endsLine {
        endRow()
      } else if byte == comma {
        endField()
      } else if byte == quote {
        guard field.isEmpty, !wasQuoted else {
          throw Malformed(line: line, problem: "has a quotation mark within a field that does not begin with one")
        }
        isQuoted = true
        wasQuoted = true
      } else {
        guard !wasQuoted else { throw Malformed(line: line, problem: "has text after a closing quotation mark") }
        field.append(byte)
      }
    }
    if isQuoted {
      throw Malformed(
        line: rowLine,
        problem:
          "opens a quotation mark that is never closed; close it, or write a quotation mark within a quoted field twice"
      )
    }
    if !fields.isEmpty || !field.isEmpty || wasQuoted { endRow() }
    return rows
  }
}
