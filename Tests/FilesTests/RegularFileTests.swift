import Files
import Foundation
import Glibc
import Testing

@Suite struct RegularFileTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  @Test func theBeginningIsReadAlsoThroughALink() throws {
    try Data("abcdef".utf8).write(to: URL(filePath: "\(folder)/file"))
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "file")
    #expect(RegularFile.beginning(of: "\(folder)/file", atMost: 3) == Data("abc".utf8))
    #expect(RegularFile.beginning(of: "\(folder)/link", atMost: 100) == Data("abcdef".utf8))
    #expect(RegularFile.isThere("\(folder)/link"))
  }

  /// Nobody writes to the pipe, so that whoever waits for it waits for ever.
  @Test func whatIsNoFileIsNotWaitedFor() throws {
    #expect(unsafe mkfifo("\(folder)/pipe", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/zero", withDestinationPath: "/dev/zero")
    for path in ["\(folder)/pipe", "\(folder)/zero", "/dev/zero", folder, "\(folder)/missing"] {
      #expect(RegularFile.beginning(of: path, atMost: 10) == nil, "\(path)")
      #expect(!RegularFile.isThere(path), "\(path)")
    }
  }
}
