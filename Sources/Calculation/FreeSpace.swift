import Glibc

/// How much more a disk takes.
package enum FreeSpace {
  /// The bytes that this process may still write to the disk that a path is on: 0 also where it takes no more files, nil where
  /// it cannot be told.
  package static func bytes(at path: String) -> Int? {
    var disk = statvfs()
    guard unsafe statvfs(path, &disk) == 0 else { return nil }
    let mayUseAll = geteuid() == 0
    // Some file systems number their files without end, and say 0 of 0.
    if disk.f_files > 0, (mayUseAll ? disk.f_ffree : disk.f_favail) == 0 { return 0 }
    let (bytes, overflow) = UInt(mayUseAll ? disk.f_bfree : disk.f_bavail)
      .multipliedReportingOverflow(by: UInt(disk.f_frsize))
    return overflow ? Int.max : Int(clamping: bytes)
  }
}
