/// The size and the identity of a file's contents, or of what a gzip file unpacks to.
package struct FileExtent: Sendable, Hashable, Codable {
  /// The number of line feeds.
  package private(set) var lineCount = 0
  /// The number of bytes.
  package private(set) var byteCount = 0
  /// The hash of the bytes by `stableHashValue(_:after:)`.
  package private(set) var hash = stableHashValue([])

  /// Reads a whole file, piece by piece.
  package init(of path: String) throws(FileStream.Problem) {
    let stream = try FileStream(path)
    while true {
      let piece = try stream.read(atMost: 1 << 20)
      guard !piece.isEmpty else { return }
      add(piece)
    }
  }

  /// The extent of no bytes.
  package init() {}

  /// Takes account of further bytes.
  package mutating func add(_ bytes: [UInt8]) {
    byteCount += bytes.count
    for byte in bytes where byte == UInt8(ascii: "\n") { lineCount += 1 }
    hash = stableHashValue(bytes, after: hash)
  }
}
