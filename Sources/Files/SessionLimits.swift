import Glibc
import Synchronization

/// The limits of the user's session (`ulimit`) on what this process may use.
package enum SessionLimits {
  /// The soft limit on open files before it was raised; nil if it was not raised.
  private static let openFilesBefore = Mutex<Int?>(nil)

  /// The greatest number of files that a job has open: pipes to and from its program and its supervisor, and those for
  /// starting the program.
  private static let openFilesOfAJob = 12
  /// The other open files: databases, the terminal, libraries.
  private static let openFilesBesides = 40

  /// Raises the soft limit on open files as far as the session allows. Started programs get the old limit.
  package static func raiseOpenFiles() {
    guard var limit = limit(RLIMIT_NOFILE) else { return }
    openFilesBefore.withLock { $0 = Int(clamping: limit.rlim_cur) }
    // The kernel's own maximum, in case the session sets none.
    limit.rlim_cur = min(limit.rlim_max, 1 << 20)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// The number of files that a started program may have open: as many as the session allowed at the beginning.
  package static var openFilesOfPrograms: Int {
    openFilesBefore.withLock { $0 } ?? openFiles
  }

  /// The number of files that this process may have open.
  package static var openFiles: Int { limit(RLIMIT_NOFILE).map { Int(clamping: $0.rlim_cur) } ?? 1024 }

  /// The number of calculations that may run at once without running out of open files; at least 1.
  package static var mostJobs: Int { mostJobs(openFiles: openFiles) }

  /// The same for a given number of open files.
  package static func mostJobs(openFiles: Int) -> Int { max(1, (openFiles - openFilesBesides) / openFilesOfAJob) }

  /// The greatest allowed size of a file in bytes; nil if the session sets no limit.
  package static var fileBytes: Int? {
    // The supervisor may raise the soft limit up to the hard one.
    guard let limit = limit(RLIMIT_FSIZE), limit.rlim_max != .max else { return nil }
    return Int(clamping: limit.rlim_max)
  }

  private static func limit(_ resource: __rlimit_resource) -> rlimit? {
    var limit = rlimit()
    return unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? limit : nil
  }
}
