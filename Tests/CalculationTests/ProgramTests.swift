import Calculation
import Testing

@Suite struct ProgramTests {
  @Test func onlyExecutableFilesUnderAbsolutePathsAreThere() {
    #expect(Program.isThere("/bin/true"))
    for path in ["true", "/tmp", "/etc/passwd", "/nonexistent", ""] { #expect(!Program.isThere(path)) }
  }

  @Test func theFirstOfAPathIsFound() throws {
    let scratch = try Scratch()
    let searchPath = "relative::\(scratch.path):/usr/bin:/bin"
    #expect(Program.find("env", in: searchPath) == "/usr/bin/env")
    #expect(Program.find("no-such-program", in: searchPath) == nil)
    #expect(Program.find("env", in: "") == nil)
  }
}
