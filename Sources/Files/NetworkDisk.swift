import Foundation
import Glibc

/// Disks of other machines.
package enum NetworkDisk {
  /// The kind of the network disk that a path is on, as the kernel names it; nil if it is on a disk of this machine, or
  /// unknown. A file that does not exist is where its folder is.
  package static func kind(at path: String) -> String? {
    let folder = path.folderOfPath.isEmpty ? "." : path.folderOfPath
    var status = stat()
    guard unsafe stat(path, &status) == 0 || stat(folder, &status) == 0,
      let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
    else { return nil }
    // The parts of a device's number, as glibc's makedev(3) joins them.
    let device = UInt64(status.st_dev)
    let major = (device >> 8) & 0xfff | (device >> 32) & ~0xfff
    let minor = device & 0xff | (device >> 12) & 0xfff_ff00
    return kind(ofDevice: "\(major):\(minor)", in: mounts)
  }

  /// The kind by the text of `/proc/self/mountinfo` (proc(5)), whose lines have the device in the third place, and the file
  /// system behind a hyphen. FUSE is not among the kinds, because most of its disks are this machine's.
  package static func kind(ofDevice device: String, in mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == device, let hyphen = words.firstIndex(of: "-"), hyphen + 1 < words.count else {
        continue
      }
      let name = String(words[hyphen + 1])
      return kinds.contains(name) ? name : nil
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "lustre", "gpfs", "beegfs", "ceph", "afs", "panfs",
  ]
}
