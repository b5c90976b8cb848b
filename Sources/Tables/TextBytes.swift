import Files
package import Foundation

/// The bytes of a text file with lines that end in LF, CR LF or CR.
struct TextBytes {
  /// A line without its line ending.
  struct Line {
    /// The line number, from 1.
    let number: Int
    let bytes: ArraySlice<UInt8>

    /// Its text; a byte that is not UTF-8 becomes U+FFFD.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it begins with ASCII characters.
    func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

    /// Whether all of it is white space.
    var isBlank: Bool { bytes.allSatisfy { $0 == 32 || (9...13).contains($0) } }
  }

  /// The bytes without a byte-order mark.
  let bytes: ArraySlice<UInt8>
  /// The number of lines of the file before these bytes.
  let linesBefore: Int

  /// - Parameters:
  ///   - name: the file's name, for messages.
  ///   - linesBefore: the number of lines of the file before these bytes; negative where lines were put before them.
  /// - Throws: if the bytes are not text that can be read line by line: UTF-16, an archive, another kind of file.
  init(_ data: Data, name: String, linesBefore: Int = 0) throws(MoleculeFileError) {
    let all = [UInt8](data)
    self.linesBefore = linesBefore
    if let problem = Self.problem(of: all) { throw MoleculeFileError("'\(name)' \(problem)") }
    bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? all.dropFirst(3) : all[...]
  }

  /// The end of a sentence about a file that is not text; nil if it may be text.
  private static func problem(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "is UTF-16 text; save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8."
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      return "is compressed by gzip, but its name does not say so: let it end in .gz, or unpack it with gunzip."
    }
    if bytes.starts(with: Array("PK\u{03}\u{04}".utf8)) {
      return "is a ZIP archive or a spreadsheet (.xlsx); unpack the archive, or save the spreadsheet as CSV."
    }
    if bytes.starts(with: Array("BZh".utf8)) || bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      return "is compressed; unpack it first."
    }
    guard let zero = bytes.firstIndex(of: 0) else { return nil }
    return "has a zero byte at position \(zero + 1) and is not UTF-8 text; save it as UTF-8 text."
  }

  /// The lines; a final line ending does not begin another line.
  var lines: [Line] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [Line] = []
    var (start, index) = (bytes.startIndex, bytes.startIndex)
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == lineFeed || byte == carriageReturn {
        lines.append(Line(number: linesBefore + lines.count + 1, bytes: bytes[start..<index]))
        if byte == carriageReturn, index + 1 < bytes.endIndex, bytes[index + 1] == lineFeed { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.endIndex {
      lines.append(Line(number: linesBefore + lines.count + 1, bytes: bytes[start...]))
    }
    return lines
  }

  /// The whole text as a string.
  ///
  /// - Throws: if it is not UTF-8; the error names the first line and byte that are not.
  func text(name: String) throws(MoleculeFileError) -> String {
    if let text = String(bytes: bytes, encoding: .utf8) { return text }
    let line = lines.first { String(bytes: $0.bytes, encoding: .utf8) == nil }
    let byte = line?.bytes.first { $0 > 127 } ?? 0
    throw MoleculeFileError(
      "'\(name)' is not UTF-8 text: line \(line?.number ?? 1) has the byte \(String(byte, radix: 16, uppercase: true)). Save it "
        + "as UTF-8; Western European text is converted by: iconv -f WINDOWS-1252 -t UTF-8.")
  }
}

/// The text of a file of comma-separated values.
///
/// - Parameter name: the file's name, for messages.
/// - Throws: if it is not UTF-8 text; the error says what it is instead.
package func tableText(_ data: Data, name: String) throws(MoleculeFileError) -> String {
  try TextBytes(data, name: name).text(name: name)
}

/// The bytes of a file; of one whose name ends in `.gz` those that it unpacks to.
///
/// - Parameter limit: the number of bytes that a file may unpack to.
/// - Throws: if it cannot be read, or unpacks to more; the error gives the reason.
package func fileBytes(_ path: String, unpackingAtMost limit: Int = 1 << 30) throws(MoleculeFileError) -> Data {
  guard !FileStream.isCompressed(path) else { return try unpackedBytes(path, atMost: limit) }
  do {
    return try Data(contentsOf: URL(fileURLWithPath: path))
  } catch {
    let problem =
      isPipeOrDevice(path) ? "it is a pipe or a device; write it into a file first" : fileProblem(error, at: path)
    throw MoleculeFileError("'\(path)' cannot be read: \(problem).")
  }
}

/// The bytes that a gzip file unpacks to. A small file may unpack to more than any memory has, and is left alone then.
private func unpackedBytes(_ path: String, atMost limit: Int) throws(MoleculeFileError) -> Data {
  var data = Data()
  do throws(FileStream.Problem) {
    let stream = try FileStream(path)
    while data.count <= limit {
      let piece = try stream.read(atMost: 1 << 20)
      guard !piece.isEmpty else { return data }
      data.append(contentsOf: piece)
    }
  } catch {
    throw MoleculeFileError("'\(path)' cannot be read: \(error.reason).")
  }
  throw MoleculeFileError(
    "'\(path)' cannot be read: it unpacks to more than \(limit) bytes; unpack it with gunzip first.")
}
