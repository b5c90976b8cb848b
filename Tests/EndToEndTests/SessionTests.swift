import Foundation
import Glibc
import Testing

/// What the user's session allows and interrupts.
@Suite struct SessionTests {
  private static let configuration = """
    calculator:
      program: command
      command: [/bin/sh, answer.sh, "{smiles}"]
      properties: {v: eV}

    """

  private func folder(answer: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "c.yaml")
    try folder.write(answer, to: "answer.sh")
    return folder
  }

  /// Under such limits libraries wait for ever, or the runtime crashes, before the program's first line.
  @Test(arguments: [
    ("-n 4", "4 open files"), ("-s 64", "64 KiB of stack"), ("-v 200000", "200000 KiB of address space"),
    ("-d 50000", "50000 KiB of data"),
  ])
  func aLimitThatIsTooLowIsNamed(limit: String, words: String) throws {
    let ending = try Program.shell("ulimit \(limit); exec \"$COHOBATE\" --version", in: TemporaryFolder())
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(ending.complaint?.hasPrefix("The session allows \(words) ('ulimit -") == true, "\(ending)")
  }

  @Test func aSoftLimitIsRaised() throws {
    // A program that another test starts at the same moment may leave it files.
    let closed = (3...9).map { "\($0)>&-" }.joined(separator: " ")
    let ending = try Program.shell("exec \(closed); ulimit -Sn 4; exec \"$COHOBATE\" --version", in: TemporaryFolder())
    #expect(ending.cause == .exited(0), "\(ending)")
  }

  @Test func jobsAreBoundByOpenFilesAndTheProgramsGetTheOldLimit() throws {
    let folder = try folder(answer: "echo \"{\\\"properties\\\": {\\\"v\\\": $(ulimit -Sn)}}\"")
    let ending = try Program.shell(
      "ulimit -Sn 100; ulimit -Hn 200; exec \"$COHOBATE\" calculate C CC CCC --config c.yaml --no-cache --jobs 90 --quiet --format csv",
      in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.errors.contains("note: 13 calculations run at once and not 90"), "\(ending)")
    #expect(ending.output.components(separatedBy: ",calculated,100").count == 4, "\(ending)")
  }

  /// Both keepers of a program are stopped: nothing that is asked to end does so.
  @Test func theFirstInterruptionEndsACommandThatCannotEndByItself() throws {
    let folder = try folder(
      answer:
        "outer=$(cut -d' ' -f4 /proc/$PPID/stat); kill -STOP $outer $PPID; echo $outer $PPID $$ > \"$PIPE\"; exec sleep 1000"
    )
    try folder.write(
      Self.configuration + "  environment: {PIPE: \"\(folder.file("pipe"))\"}\n", to: "c.yaml")
    #expect(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
    let program = try RunningProgram(["calculate", "C", "--config", "c.yaml", "--no-cache"], in: folder)
    // Opened by hand: Foundation reads no pipe by its path.
    let pipe = try #require(FileHandle(forReadingAtPath: folder.file("pipe")))
    let said = String(decoding: try pipe.readToEnd() ?? Data(), as: UTF8.self)
    let processes = said.split(separator: " ").compactMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    defer { for process in processes { kill(process, SIGKILL) } }
    #expect(processes.count == 3)
    let ending = program.end(by: SIGINT)
    #expect(ending.cause == .exited(130), "\(ending)")
    #expect(ending.errors.hasSuffix("Interrupted. Without a cache nothing was saved.\n"), "\(ending)")
  }

  @Test func namesWithControlCharactersAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("smiles,x\u{1B}[31mred\nC,1\nCC,2\n", to: "t.csv")
    try folder.write(
      """
      name: c
      seed: 1
      objectives: [{property: "x\\e[31mred", goal: minimize}]
      calculator: {program: table, file: t.csv}
      budget: {calculations: 2}

      """, to: "c.yaml")
    let ending = try Program.run(["validate", "c.yaml"], in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(!ending.errors.contains("\u{1B}[31mred"), "\(ending)")
  }
}
