package import Foundation
import Glibc

/// Inputs that can be read to their end: files, and pipes that a program writes to, such as a shell's `<(…)`.
package enum FileOrPipe {
  /// The contents, to the end.
  ///
  /// A pipe without a writer could block for ever, and a device may have no end: both are rejected at once. A pipe with
  /// a writer is read until it is closed.
  /// - Throws: The system's error, or that this kind of file is not readable.
  package static func contents(of path: String) throws -> Data {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw problem(errno) }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw problem(EISDIR) }
    guard kind == S_IFREG || kind == S_IFIFO else { throw problem(ENOTSUP) }
    // Reading a pipe returns nothing if no process writes to it, and fails with EAGAIN if one does.
    var hasEnd = kind == S_IFREG
    var data = Data()
    var piece = [UInt8](repeating: 0, count: pieceLength)
    while true {
      let count = unsafe read(descriptor, &piece, pieceLength)
      let number = count < 0 ? errno : 0
      if count > 0 {
        hasEnd = true
        data.append(contentsOf: piece[..<count])
      } else if count == 0 {
        guard hasEnd else { throw problem(EPIPE) }
        return data
      } else if number == EAGAIN {
        hasEnd = true
        var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&source, 1, -1)
      } else if number != EINTR {
        throw problem(number)
      }
    }
  }

  private static let pieceLength = 1 << 16

  private static func problem(_ number: Int32) -> any Error { POSIXError(POSIXErrorCode(rawValue: number) ?? .EIO) }
}
