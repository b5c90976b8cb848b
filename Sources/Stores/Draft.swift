internal import Foundation
internal import Glibc

/// A database that is made under another name, `PATH.UUID`, beside its final path. The file under that name is deleted
/// with this object.
///
/// A lock shows that a process is making it: drafts of killed processes have none, and the next process removes them.
final class Draft {
  let path: String
  private let descriptor: Int32

  private static let endings = ["", "-wal", "-shm", "-journal"]

  /// Makes an empty file.
  init(of path: String) throws(StoreError) {
    self.path = "\(path).\(UUID().uuidString)"
    descriptor = unsafe open(self.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let number = errno
      if number == ENOSPC { throw .diskFull(path: path) }
      throw .cannotOpen(path: path, reason: unsafe String(cString: strerror(number)))
    }
    flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    Self.remove(path)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Removes the drafts of a path that no process is making any more.
  static func removeAbandoned(of path: String) {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().path(percentEncoded: false)
    let beginning = url.lastPathComponent + "."
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(beginning) && UUID(uuidString: String(name.dropFirst(beginning.count))) != nil {
      let draft = "\(folder)/\(name)"
      let descriptor = unsafe open(draft, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(draft) }
      close(descriptor)
    }
  }

  private static func remove(_ path: String) { for ending in endings { unsafe unlink(path + ending) } }
}
