import Files
import Foundation
import Glibc

/// The digest of a file, used in a version.
package enum FileDigest {
  /// A larger file, in bytes, is not read for each digest but identified by its path, size, inode and time of last
  /// change.
  package static let limit = 256 << 20

  private static let pieceLength = 1 << 20

  /// Adds a file to a digest. A file that can be executed but not read is identified like a large one; a pipe or a
  /// device, which may have no end, by its path alone.
  package static func add(fileAt path: String, to digest: UInt64, limit: Int = limit) -> UInt64 {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return digest }
    guard status.st_mode & S_IFMT == S_IFREG else { return stableHashValue("\(path)|".utf8, after: digest) }
    guard status.st_size <= limit, let contents = contents(of: path, addedTo: digest) else {
      let changed = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      return stableHashValue("\(path)|\(status.st_size)|\(status.st_ino)|\(changed)|".utf8, after: digest)
    }
    // The length follows the contents, so that no byte can move from one file into the next unnoticed.
    return stableHashValue("|\(status.st_size)|".utf8, after: contents)
  }

  private static func contents(of path: String, addedTo digest: UInt64) -> UInt64? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var digest = digest
    do {
      while let piece = try file.read(upToCount: pieceLength), !piece.isEmpty {
        digest = stableHashValue(piece, after: digest)
      }
    } catch {
      return nil
    }
    return digest
  }
}
