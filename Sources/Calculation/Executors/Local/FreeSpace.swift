import Glibc

/// The free space of a disk.
package enum FreeSpace {
  /// The bytes that this process may still write to the disk of a path; 0 if the disk takes no more files, nil if
  /// unknown.
  package static func bytes(at path: String) -> Int? {
    var disk = statvfs()
    guard unsafe statvfs(path, &disk) == 0 else { return nil }
    let mayUseAll = geteuid() == 0
    // Some file systems have no limit on the number of files, and report 0 of 0.
    if disk.f_files > 0, (mayUseAll ? disk.f_ffree : disk.f_favail) == 0 { return 0 }
    let (bytes, overflow) = UInt(mayUseAll ? disk.f_bfree : disk.f_bavail)
      .multipliedReportingOverflow(by: UInt(disk.f_frsize))
    return overflow ? Int.max : Int(clamping: bytes)
  }
}
