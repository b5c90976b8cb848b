import Files
import Foundation
import Glibc
import Testing

@Suite struct FileOrPipeTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  @Test func aFileIsRead() throws {
    let path = "\(folder)/file"
    try Data("abcdef".utf8).write(to: URL(filePath: path))
    let contents = try FileOrPipe.contents(of: path)
    #expect(contents == Data("abcdef".utf8))
  }

  /// As `<(…)` of a shell: the pipe has a name under /dev/fd. Whether it is written to before or after it is opened is all one.
  @Test func aPipeIsReadToItsEnd() async throws {
    let pipe = Pipe()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let reading = Task.detached { try FileOrPipe.contents(of: path) }
    try pipe.fileHandleForWriting.write(contentsOf: Data("abc".utf8))
    try pipe.fileHandleForWriting.close()
    let contents = try await reading.value
    #expect(contents == Data("abc".utf8))
    extendLifetime(pipe)
  }

  /// Nobody writes to the pipe, so that whoever waits for it waits for ever; and a device has no end.
  @Test func whatMayHaveNoEndIsRefused() throws {
    let made = unsafe mkfifo("\(folder)/pipe", 0o600)
    #expect(made == 0)
    for path in ["\(folder)/pipe", "/dev/zero", folder, "\(folder)/missing"] {
      #expect(throws: (any Error).self, "\(path)") { try FileOrPipe.contents(of: path) }
    }
  }
}
