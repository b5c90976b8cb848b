import Calculation
import Testing

@Suite struct ProgramCommandTests {
  @Test func filesBesideTheCampaignFileBecomeAbsolute() throws {
    let scratch = try Scratch()
    let script = try scratch.write("", to: "score.py")
    let command = try ProgramCommand(
      ["sh", "score.py", "PBE/def2", "{xyz}", "./score.py", "-c"], in: scratch.path, searchPath: "/nonexistent:/bin")
    #expect(command.executable == "/bin/sh")
    #expect(command.arguments == [script, "PBE/def2", "{xyz}", script, "-c"])
    #expect(command.arguments(replacing: ["xyz": "m.xyz"])[2] == "m.xyz")
  }

  @Test(arguments: [
    (["no-such-program"], "'no-such-program' was not found on PATH"),
    (["./tool"], "There is no program at"),
    (["sh", "score.py"], "There is no file"),
    (["sh", "../missing"], "There is no file"),
  ])
  func whatIsMissingIsNamed(words: [String], problem: String) throws {
    let scratch = try Scratch()
    let error = #expect(throws: CalculatorUnavailable.self) {
      try ProgramCommand(words, in: scratch.path, searchPath: "/bin")
    }
    #expect(error?.description.contains(problem) == true)
  }
}
