import Calculation
import Foundation
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

  @Test func aLinkIsCalledByItsOwnName() throws {
    let scratch = try Scratch()
    let python = "\(scratch.path)/python"
    try FileManager.default.createSymbolicLink(atPath: python, withDestinationPath: "/bin/sh")
    let linked = "\(scratch.path)/linked.py"
    try FileManager.default.createSymbolicLink(
      atPath: linked, withDestinationPath: try scratch.write("", to: "score.py"))
    for word in ["./python", "x/.././/python", python] {
      let command = try ProgramCommand([word, "linked.py"], in: "\(scratch.path)/", searchPath: "")
      #expect(command.executable == python)
      #expect(command.arguments == [linked])
    }
  }

  @Test func theProgramOfAVirtualEnvironmentFindsItsPackages() async throws {
    let program = try ScriptedProgram(
      "command",
      python: "import json, sys\nprint(json.dumps({'properties': {'value': 1}, 'notes': [sys.prefix]}))",
      command: ["./environment/bin/python", "program.py", "{smiles}"]
    ) { scratch in
      // What `python3 -m venv` makes, in short.
      let environment = "\(scratch.path)/environment"
      try FileManager.default.createDirectory(atPath: "\(environment)/bin", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(environment)/bin/python", withDestinationPath: "/usr/bin/python3")
      _ = try scratch.write("home = /usr/bin\n", to: "environment/pyvenv.cfg")
    }
    #expect(try await program.result().get().notes == ["\(program.scratch.path)/environment"])
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

  @Test func whateverFileTheCommandNamesIsInTheDigest() throws {
    let scratch = try Scratch()
    func digest() throws -> String {
      let command = try ProgramCommand(
        ["./program", "weights.bin", "--model=model.bin"], in: scratch.path, searchPath: "")
      #expect(command.arguments == ["\(scratch.path)/weights.bin", "--model=\(scratch.path)/model.bin"])
      return command.digest
    }
    // Five megabytes, of which the last byte is changed.
    let many = String(repeating: "x", count: 5_000_000)
    var digests: [String] = []
    for files in [["a", "a", "a"], ["b", "a", "a"], ["a", "b", "a"], ["a", "a", "b"], ["a", "a", "a"]] {
      for (name, end) in zip(["program", "weights.bin", "model.bin"], files) {
        let path = try scratch.write(many + end, to: name)
        if name == "program" { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
      }
      digests.append(try digest())
    }
    #expect(Set(digests).count == 4)
    #expect(digests.first == digests.last)
  }
}
