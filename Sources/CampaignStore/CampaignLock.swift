internal import Foundation
internal import Glibc

/// The right to be the one process that runs a campaign: an exclusive lock on `<database>.lock`.
///
/// The kernel holds it: it ends with the process, however that ends. The file stays, and says who held it last.
public final class CampaignLock: Sendable {
  /// The path of the lock file.
  public let path: String
  private let descriptor: Int32

  /// Takes the lock of the campaign in the database at `database`, without waiting.
  ///
  /// - Throws: `StoreError.locked`, which says who holds it, or `.cannotOpen` when the lock file cannot be made.
  public init(database: String) throws(StoreError) {
    // By whatever name a database is called, it has one lock.
    let path = URL(filePath: database).resolvingSymlinksInPath().path(percentEncoded: false) + ".lock"
    // Programs that the campaign starts must not inherit the lock: hence O_CLOEXEC.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: path, reason: CampaignLock.reason(errno))
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
    // Closing alone would leave the lock to a program that is just being started, until that closes its copy.
    flock(descriptor, LOCK_UN)
    Glibc.close(descriptor)
  }

  private static func reason(_ number: Int32) -> String {
    unsafe String(cString: strerror(number))
  }
}
