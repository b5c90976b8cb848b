internal import Files
internal import Foundation
internal import Glibc

/// The right to be the only process that runs a campaign: an exclusive lock on `<database>.lock`.
///
/// The kernel holds the lock and releases it when the process ends, however it ends. The file stays and names its last
/// holder.
public final class CampaignLock: Sendable {
  /// The path of the lock file.
  public let path: String
  private let descriptor: Int32

  /// Takes the lock of the campaign in the database at `database`, without waiting.
  ///
  /// - Throws: `StoreError.locked`, which names the holder, `.cannotOpen` if the lock file may not be made, or
  ///   `.inputOutput` if the disk has no room for it.
  public init(database: String) throws(StoreError) {
    // A database has one lock under all its names.
    let path = Self.withoutLinks(database) + ".lock"
    try Self.requireOneName(database)
    // Programs that the campaign starts must not inherit the lock: hence O_CLOEXEC. Anybody who may write to the folder
    // could have put a link there, to a file that would be overwritten: hence O_NOFOLLOW.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == ENOSPC || errno == EDQUOT || errno == EIO {
        throw .inputOutput(path: path, reason: CampaignLock.reason(errno))
      }
      // A folder that cannot be written to, and not a lock of another user.
      if [EACCES, EPERM, EROFS].contains(errno), unsafe access(path, F_OK) != 0 { throw .notWritable(path: database) }
      throw .cannotOpen(
        path: path, reason: errno == ELOOP ? "it is a symbolic link; remove it" : CampaignLock.reason(errno))
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink <= 1 else {
      Glibc.close(descriptor)
      throw .cannotOpen(
        path: path, reason: "it is a device or a hard link to another file, not a separate file; remove it")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let failure = errno
      let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      Glibc.close(descriptor)
      guard failure == EWOULDBLOCK else { throw .cannotOpen(path: path, reason: CampaignLock.reason(failure)) }
      throw .locked(path: database, holder: holder.isEmpty ? "another process" : holder)
    }
    self.path = path
    self.descriptor = descriptor
    let holder = Array("process \(getpid()) on \(ProcessInfo.processInfo.hostName) since \(Date().storedText)".utf8)
    guard ftruncate(descriptor, 0) == 0, unsafe pwrite(descriptor, holder, holder.count, 0) == holder.count else {
      // The descriptor is closed, and the lock released, as this object is deallocated.
      throw .inputOutput(path: path, reason: CampaignLock.reason(errno))
    }
  }

  deinit {
    // Closing alone would leave the lock to a program that is being started, until it closes its copy.
    flock(descriptor, LOCK_UN)
    Glibc.close(descriptor)
  }

  /// The path of a database with links followed, also if the database does not exist yet.
  private static func withoutLinks(_ path: String) -> String {
    guard case .path(let target) = LinkTarget(of: path) else { return path }
    return URL(filePath: target).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// Throws if a database has several names (hard links): each would have a lock of its own.
  private static func requireOneName(_ database: String) throws(StoreError) {
    var status = stat()
    guard unsafe stat(database, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink > 1 else { return }
    throw .cannotOpen(
      path: database,
      reason:
        "it has \(status.st_nlink) names (hard links), and two runs could write to it at once; copy it, and remove the other names"
    )
  }

  private static func reason(_ number: Int32) -> String {
    unsafe String(cString: strerror(number))
  }
}
