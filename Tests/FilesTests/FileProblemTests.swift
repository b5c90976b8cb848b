import Files
import Foundation
import Testing

/// What really happens, said in words of our own.
@Suite struct FileProblemTests {
  private func problem(_ path: String, _ body: () throws -> Void) -> String {
    do {
      try body()
      return "(none)"
    } catch {
      return fileProblem(error, at: path)
    }
  }

  private func readingProblem(_ path: String) -> String {
    problem(path) { _ = try Data(contentsOf: URL(fileURLWithPath: path)) }
  }

  @Test func whyAFileCannotBeRead() {
    #expect(readingProblem("/nonexistent/a.csv") == "there is no such file or folder")
    #expect(readingProblem("/usr") == "it is a folder")
    #expect(readingProblem("/etc/hostname/a") == "/etc/hostname is a file, not a folder")
    #expect(readingProblem("/" + String(repeating: "a", count: 300)) == "its name is too long")
  }

  @Test func aDeviceIsNoFile() {
    #expect(isPipeOrDevice("/dev/null"))
    #expect(isPipeOrDevice("/proc/self/fd/0") == isPipeOrDevice("/dev/stdin"))
    #expect(!isPipeOrDevice("/usr") && !isPipeOrDevice("/etc/hostname") && !isPipeOrDevice("/nonexistent/a.csv"))
  }

  @Test func whyAFolderOrAFileCannotBeMade() {
    let files = FileManager.default
    for path in ["/etc/hostname/a", "/etc/hostname/a/b"] {
      #expect(
        problem(path) { try files.createDirectory(atPath: path, withIntermediateDirectories: true) }
          == "/etc/hostname is a file, not a folder")
    }
    #expect(
      problem("/nonexistent/a") { try "x".write(toFile: "/nonexistent/a", atomically: true, encoding: .utf8) }
        == "there is no such file or folder")
  }

  @Test func whatIsToBeWrittenNeedsAFolder() {
    #expect(
      missingFolder(of: "/nonexistent/a") == "there is no folder '/nonexistent'; make it, or name a file elsewhere")
    #expect(missingFolder(of: "nodir/sub/a.yaml")?.contains("'nodir/sub'") == true)
    #expect(missingFolder(of: "/etc/hostname/a") == "/etc/hostname is a file, not a folder")
    for path in ["/usr/a", "a", "/a", "./a"] { #expect(missingFolder(of: path) == nil) }
    let error = CampaignError(.input, unwritable: "/nonexistent/a", CocoaError(.fileNoSuchFile))
    #expect(
      error.description
        == "/nonexistent/a cannot be written: there is no folder '/nonexistent'; make it, or name a file elsewhere.")
  }

  @Test func nothingOfFoundationsIsRepeated() {
    for code in [4, 256, 257, 260, 512, 513, 640, 642] {
      let error = CocoaError(CocoaError.Code(rawValue: code))
      let text = fileProblem(error, at: "/etc/hostname")
      #expect(!text.isEmpty && !text.contains("operation") && !text.contains("Cocoa") && !text.hasSuffix("."))
    }
    #expect(fileProblem(POSIXError(.ENOSPC), at: "/etc/hostname") == "the disk is full")
  }
}
