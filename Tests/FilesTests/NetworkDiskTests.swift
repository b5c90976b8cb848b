import Files
import Testing

@Suite struct NetworkDiskTests {
  private static let mounts = """
    21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
    36 21 0:45 / /home rw,noatime shared:1 master:2 - nfs4 server:/home rw,vers=4.2
    37 21 0:46 / /scratch rw - lustre 10.0.0.1@tcp:/scratch rw
    38 21 0:47 / /tmp rw - tmpfs tmpfs rw
    39 21 0:48 / /mnt rw - fuse.sshfs a:/b rw
    """

  @Test(arguments: [
    ("0:45", "nfs4" as String?), ("0:46", "lustre"), ("8:1", nil), ("0:47", nil), ("0:48", nil), ("9:9", nil),
  ]) func theKindIsThatOfTheMount(device: String, kind: String?) {
    #expect(NetworkDisk.kind(ofDevice: device, in: Self.mounts) == kind)
  }

  @Test func thisMachinesDisksAreNone() {
    #expect(NetworkDisk.kind(at: "/proc/nothing") == nil)
    #expect(NetworkDisk.kind(at: "/nowhere/at/all") == nil)
    #expect(NetworkDisk.kind(at: "/") == nil)
  }
}
