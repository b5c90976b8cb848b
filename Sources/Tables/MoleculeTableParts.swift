package import Files
import Foundation

/// A file of SMILES or a table, read part by part: each part is a table by itself, with the line numbers of the file, and
/// only one is in memory at a time.
package final class MoleculeTableParts {
  /// The file format.
  package let format: MoleculeTable.Format
  private let name: String
  private let column: String?
  private let partLength: Int
  private let rowLimit: Int
  /// Nil once the end is reached.
  private var stream: FileStream?
  /// The bytes that were read and are not yet given.
  private var rest: [UInt8] = []
  /// The number of bytes of the rest up to its last line end outside quotation marks.
  private var wholeLength = 0
  private var isQuoted = false
  private var lineCount = 0
  /// The line of titles; nil before the first part.
  private var header: [UInt8]?
  private var readingNotes = ReadingNotes()
  /// The extent of what was read so far; at the end that of the file.
  package private(set) var extent = FileExtent()

  /// Opens a file whose ending gives its format, which is not that of SD files.
  ///
  /// - Parameters:
  ///   - column: the column of a table with the SMILES; nil for `smiles`, in any case.
  ///   - partLength: the least number of bytes of a part, apart from the last one.
  ///   - rowLimit: the number of bytes that a row may have, whose end may be missing.
  package init(
    path: String, column: String? = nil, partLength: Int = 1 << 22, rowLimit: Int = 1 << 26
  ) throws(MoleculeFileError) {
    guard let format = MoleculeTable.Format(path: path) else { throw .unknownFormat(path) }
    precondition(format != .sdf, "An SD file is read as a whole.")
    (self.format, name, self.column) = (format, path, column)
    (self.partLength, self.rowLimit) = (partLength, rowLimit)
    do {
      stream = try FileStream(path)
    } catch {
      throw MoleculeFileError("'\(path)' cannot be read: \(error.reason).")
    }
  }

  /// Notes for the user on the reading of the parts so far, a sentence each.
  package var notes: [String] { readingNotes.sentences }

  /// The next part; nil at the end of the file. There is at least one part, so that an empty file is what it is as a whole.
  package func next() throws(MoleculeFileError) -> MoleculeTable? {
    guard let bytes = try nextBytes() else { return nil }
    let titles = header ?? []
    let table = try MoleculeTable(
      Data(titles + bytes), format, name: name, column: column,
      linesBefore: lineCount - Self.lineCount(of: titles))
    lineCount += Self.lineCount(of: bytes)
    // A line of titles comes first, or not at all.
    header = titles.isEmpty ? table.header : titles
    readingNotes.add(table.records)
    return table
  }

  private func nextBytes() throws(MoleculeFileError) -> [UInt8]? {
    guard let stream else { return nil }
    while rest.count < partLength || wholeLength == 0 {
      guard rest.count - wholeLength <= rowLimit else { throw endlessRow }
      let piece = try piece(of: stream)
      guard !piece.isEmpty else {
        self.stream = nil
        defer { rest = [] }
        return rest.isEmpty && header != nil ? nil : rest
      }
      extent.add(piece)
      add(piece)
    }
    let part = Array(rest[..<wholeLength])
    rest.removeFirst(wholeLength)
    wholeLength = 0
    return part
  }

  private func piece(of stream: FileStream) throws(MoleculeFileError) -> [UInt8] {
    do {
      return try stream.read(atMost: min(1 << 18, partLength))
    } catch {
      throw MoleculeFileError("'\(name)' cannot be read: \(error.reason).")
    }
  }

  /// The error of the row that follows the whole ones and has no end.
  private var endlessRow: MoleculeFileError {
    let line = 1 + lineCount + Self.lineCount(of: Array(rest[..<wholeLength]))
    return MoleculeFileError(
      "'\(name)' cannot be read: line \(line) begins a row of more than \(rowLimit) bytes; "
        + "\(isQuoted ? "close its quotation mark" : "end its lines with line feeds").")
  }

  private func add(_ piece: [UInt8]) {
    for (place, byte) in piece.enumerated() {
      if byte == UInt8(ascii: "\""), format == .csv {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\n"), !isQuoted {
        wholeLength = rest.count + place + 1
      }
    }
    rest += piece
  }

  /// The number of lines, as `TextBytes` counts them; the last one is ended, or the last of the file.
  private static func lineCount(of bytes: [UInt8]) -> Int {
    var count = 0
    var last: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && last != UInt8(ascii: "\r")) { count += 1 }
      last = byte
    }
    return count
  }
}
