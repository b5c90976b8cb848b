import Calculation
import Foundation
import Testing

@Suite struct ProgramTests {
  @Test func onlyExecutableFilesUnderAbsolutePathsAreThere() {
    #expect(Program.isThere("/bin/true"))
    for path in ["true", "/tmp", "/etc/passwd", "/nonexistent", ""] { #expect(!Program.isThere(path)) }
  }

  @Test func theReasonIsSaid() throws {
    let scratch = try Scratch()
    let script = "\(scratch.path)/orca.sh"
    try Data("#!/bin/sh\n".utf8).write(to: URL(filePath: script))
    #expect(Program.problem(at: script) == "'\(script)' is not executable; 'chmod +x' makes it so")
    #expect(Program.problem(at: "/nonexistent") == "There is no program at '/nonexistent'")
    #expect(Program.obstacle(at: "/nonexistent") == "there is no program at '/nonexistent'")
    #expect(Program.problem(at: scratch.path) == "'\(scratch.path)' is a folder and not a program")
    #expect(Program.problem(at: "/bin/true") == nil)
  }

  @Test func theFirstOfAPathIsFound() throws {
    let scratch = try Scratch()
    let searchPath = "relative::\(scratch.path):/usr/bin:/bin"
    #expect(Program.find("env", in: searchPath) == "/usr/bin/env")
    #expect(Program.find("no-such-program", in: searchPath) == nil)
    #expect(Program.find("env", in: "") == nil)
  }
}
