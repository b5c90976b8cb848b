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

  /// Compositions have formulas, in amounts that can be weighed, and the table can be read again.
  @Test func designedCompositionsAreFormulas() throws {
    let folder = try TemporaryFolder()
    let metals = ["Mg", "Ca", "Sr", "Ba", "Zn", "Cd", "Mn"]
    let rows = metals.enumerated().flatMap { number, metal in
      [("\(metal)O", 8 - number), ("\(metal)S", 6 - number), ("\(metal)TiO3", 5), ("La0.7\(metal)0.3MnO3", 1)]
    }
    try folder.write("formula,gap\n" + rows.map { "\($0.0),\($0.1)\n" }.joined(), to: "gaps.csv")
    let command = ["design", "gaps.csv", "--target", "gap=3..4", "--particles", "30", "--steps", "5", "--quiet"]
    let ending = try Program.run(command, in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    let lines = ending.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.first?.first == "formula" && lines.count > 5 && lines.first?.contains("smiles") == false)
    #expect(lines.dropFirst().allSatisfy { !$0[0].contains(" ") && $0.last?.contains(" ") == false })
    try folder.write(ending.output, to: "designed.csv")
    let again = try Program.run(
      ["predict", "designed.csv", "--data", "gaps.csv", "--format", "csv", "--quiet"], in: folder)
    #expect(again.cause == .exited(0), "\(again)")
    for format in ["smi", "sdf"] {
      let refused = try Program.run(command + ["--format", format], in: folder)
      #expect(
        refused.cause == .exited(2)
          && refused.complaint?.contains("no .\(format) file can hold that; write csv, json or svg") == true,
        "\(refused)")
    }
  }

  @Test func aColumnThatIsNotThereIsNamed() throws {
    let ending = try Program.run(["design", "table.csv", "--target", "sise=1..2"], in: try folder())
    #expect(ending.cause == .exited(2))
    #expect(ending.complaint?.contains("Did you mean 'size'?") == true)
  }
}
