package import Foundation
import Glibc

/// Regular files, at paths that may hold something else.
package enum RegularFile {
  /// The beginning of a file, up to `count` bytes. Nil if there is no file, or if a folder, a pipe or a device is in
  /// its place, which could block the reader for ever. Links are followed: some programs write elsewhere and link to
  /// it.
  package static func beginning(of path: String, atMost count: Int) -> Data? {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? file.read(upToCount: count) ?? Data()
  }

  /// Whether the path is a regular file, or a link to one.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
