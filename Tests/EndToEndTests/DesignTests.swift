import Foundation
import Glibc
import Testing

/// `cohobate design`, killed and taken up again.
@Suite(.serialized) struct DesignTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = (1...14).flatMap { length -> [String] in
      let chain = String(repeating: "C", count: length)
      return [chain, chain + "O", "CC(C)" + chain, chain + "N"].map { "\($0),\(14 * $0.count)" }
    }
    try folder.write("smiles,size\n" + lines.joined(separator: "\n") + "\n", to: "table.csv")
    return folder
  }

  private static let command = [
    "design", "table.csv", "--target", "size=120..160", "--particles", "60", "--steps", "40", "--model", "linear",
    "--output", "out.csv",
  ]

  @Test(arguments: ["sample", "search"]) func aRunThatWasKilledEndsWithTheSameMolecules(mode: String) throws {
    let command = Self.command + ["--mode", mode]
    let whole = try folder()
    #expect(try Program.run(command, in: whole).cause == .exited(0))
    let expected = try String(contentsOfFile: whole.file("out.csv"), encoding: .utf8)
    let killed = try folder()
    let program = try RunningProgram(command, in: killed)
    while let line = program.nextLine(), !line.contains("step 8/40") {}
    #expect(program.end(by: SIGKILL).cause == .signalled(SIGKILL))
    #expect(!FileManager.default.fileExists(atPath: killed.file("out.csv")))
    #expect(FileManager.default.fileExists(atPath: killed.file("out.csv.state")))
    let ending = try Program.run(command, in: killed)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.errors.contains("resuming\n"))
    #expect(try String(contentsOfFile: killed.file("out.csv"), encoding: .utf8) == expected)
    #expect(!FileManager.default.fileExists(atPath: killed.file("out.csv.state")))
  }

  @Test func moleculesGoToStdoutAndProgressToStderr() throws {
    let folder = try folder()
    let ending = try Program.run(
      ["design", "table.csv", "--target", "size=120..160", "--particles", "20", "--steps", "5", "--format", "json"],
      in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.errors.contains("size is predicted from 56 molecules (Gaussian process)"))
    let report = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    #expect(
      Set(report.keys).isSuperset(of: [
        "counts", "meanLikelihood", "mode", "models", "molecules", "notes", "quantities", "targets",
      ]))
    let quiet = try Program.run(Array(Self.command.dropLast(2)) + ["--quiet"], in: folder)
    #expect(quiet.errors.isEmpty)
  }

  @Test func aColumnThatIsNotThereIsNamed() throws {
    let ending = try Program.run(["design", "table.csv", "--target", "sise=1..2"], in: try folder())
    #expect(ending.cause == .exited(2))
    #expect(ending.complaint?.contains("Did you mean 'size'?") == true)
  }
}
