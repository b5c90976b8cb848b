package import Foundation
import Glibc

/// A file with contents, whatever was put in its place.
package enum RegularFile {
  /// The file's beginning, up to a number of bytes; nil where there is no file, or a folder, a pipe or a device is in its place,
  /// which could make the reader wait for ever. Links are followed: some programs write elsewhere and link to it.
  package static func beginning(of path: String, atMost count: Int) -> Data? {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? file.read(upToCount: count) ?? Data()
  }

  /// Whether a file with contents is there, or what a link leads to is one.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
