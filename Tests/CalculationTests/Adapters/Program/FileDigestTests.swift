import Calculation
import Foundation
import Glibc
import Testing

@Suite struct FileDigestTests {
  @Test func itIsOfTheContentsAndTheirLengths() throws {
    let scratch = try Scratch()
    let (one, two) = (try scratch.write("ab", to: "one"), try scratch.write("c", to: "two"))
    func digest() -> UInt64 { FileDigest.add(fileAt: two, to: FileDigest.add(fileAt: one, to: 0)) }
    let before = digest()
    _ = try scratch.write("a", to: "one")
    _ = try scratch.write("bc", to: "two")
    #expect(digest() != before)
    _ = try scratch.write("ab", to: "one")
    _ = try scratch.write("c", to: "two")
    #expect(digest() == before)
    #expect(FileDigest.add(fileAt: "\(scratch.path)/missing", to: 7) == 7)
  }

  /// Devices have no end, and nobody writes to the pipe.
  @Test func whatIsNoFileIsKnownByItsPath() throws {
    let scratch = try Scratch()
    #expect(unsafe mkfifo("\(scratch.path)/pipe", 0o600) == 0)
    let paths = ["/dev/stdin", "/dev/zero", "/dev/urandom", "\(scratch.path)/pipe"]
    #expect(Set(paths.map { FileDigest.add(fileAt: $0, to: 7) }).count == 4)
  }

  @Test func aLargeFileIsKnownByItsSizeAndTimeAlsoThroughALink() throws {
    let scratch = try Scratch()
    let (file, link) = (try scratch.write("large", to: "file"), "\(scratch.path)/link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    func digest() -> UInt64 { FileDigest.add(fileAt: link, to: 0, limit: 4) }
    let before = digest()
    #expect(digest() == before)
    #expect(before != FileDigest.add(fileAt: link, to: 0))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file)
    #expect(digest() != before)
  }
}
