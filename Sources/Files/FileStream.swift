internal import CZlib
import Foundation
import Glibc

/// The contents of a file, read piece by piece: of a gzip file (RFC 1952) what it unpacks to, so that neither the file nor
/// its contents are ever whole in memory.
@safe package final class FileStream {
  /// The reason why a file cannot be read, as the end of a sentence without full stop.
  package struct Problem: Error, Sendable, Hashable {
    /// "there is no such file or folder"
    package let reason: String
  }

  private let file: gzFile
  private let path: String

  /// Whether a path has the ending of gzip files: `.gz`, in any case.
  package static func isCompressed(_ path: String) -> Bool { path.lowercased().hasSuffix(".gz") }

  /// Opens a file. One whose name ends in `.gz` is unpacked; any other is read as it is.
  ///
  /// - Throws: if it cannot be read, or if its name says that it is compressed and its contents say that it is not, or the
  ///   other way round.
  package init(_ path: String) throws(Problem) {
    self.path = path
    guard !isPipeOrDevice(path) else {
      throw Problem(reason: "it is a pipe or a device; write it into a file first")
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem(errno, at: path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Self.problem(EISDIR, at: path)
    }
    guard let opened = unsafe gzdopen(descriptor, "rb") else {
      close(descriptor)
      throw Problem(reason: "there is no memory to read it with")
    }
    unsafe file = opened
    unsafe gzbuffer(file, 1 << 17)
    guard status.st_size > 0 else { return }
    // zlib unpacks whatever begins like a gzip file, and gives anything else as it is.
    switch (Self.isCompressed(path), unsafe gzdirect(file) == 0) {
    case (true, true), (false, false): return
    case (true, false):
      throw Problem(reason: "its name ends in .gz, but it is not compressed by gzip; rename it, or compress it")
    case (false, true):
      throw Problem(
        reason: "it is compressed by gzip, but its name does not end in .gz; rename it, or unpack it with gunzip")
    }
  }

  deinit { unsafe gzclose(file) }

  /// The next bytes, at most `count` of them; none at the end.
  ///
  /// - Throws: where the file is truncated or damaged.
  package func read(atMost count: Int) throws(Problem) -> [UInt8] {
    var length: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      length = unsafe gzread(file, buffer.baseAddress, UInt32(count))
      initialized = max(0, Int(length))
    }
    guard length <= 0 else { return bytes }
    var code: Int32 = 0
    _ = unsafe gzerror(file, &code)
    switch code {
    case Z_OK, Z_STREAM_END: return []
    case Z_ERRNO: throw Self.problem(errno, at: path)
    case Z_BUF_ERROR:
      throw Problem(reason: "it is truncated: its compressed data end too early; copy or download it again")
    default: throw Problem(reason: "its compressed data are damaged; copy or download it again")
    }
  }

  private static func problem(_ number: Int32, at path: String) -> Problem {
    Problem(reason: fileProblem(POSIXError(POSIXErrorCode(rawValue: number) ?? .EIO), at: path))
  }
}
