import Files
import Foundation
import Glibc

/// The digest of a file, as a part of a version.
package enum FileDigest {
  /// A file of more bytes is not read each time that it is asked about, but known by its path, size, inode and the time of
  /// its last change.
  package static let limit = 256 << 20

  private static let pieceLength = 1 << 20

  /// Takes a file into a digest. One that may be executed but not read is known as a large one is; a pipe or a device, which may
  /// have no end, by its path alone.
  package static func add(fileAt path: String, to digest: UInt64, limit: Int = limit) -> UInt64 {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return digest }
    guard status.st_mode & S_IFMT == S_IFREG else { return stableHashValue("\(path)|".utf8, after: digest) }
    guard status.st_size <= limit, let contents = contents(of: path, addedTo: digest) else {
      let changed = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      return stableHashValue("\(path)|\(status.st_size)|\(status.st_ino)|\(changed)|".utf8, after: digest)
    }
    // With its length behind it, so that no byte can move from one file into the next.
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
