import Foundation
import Testing

/// `cohobate filter` and `cohobate targets` as a person runs them.
@Suite struct FilterTests {
  private static let molecules = "CCO ethanol\nc1ccccc1 benzene\nC(C broken\nCCCCCCN\nOCC again\n"

  @Test func whatPassesGoesToStdoutAndTheCountsToStderr() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.molecules, to: "m.smi")
    let ending = try Program.run(
      ["filter", "m.smi", "--heavy-atoms", "3..6", "--unique", "--rejected", "r.csv"], in: folder)
    #expect(ending.cause == .exited(0))
    #expect(ending.output == "CCO ethanol\nc1ccccc1 benzene\n")
    #expect(ending.errors == "5  read\n1  heavy_atoms\n1  repeated\n1  unreadable\n2  passed\n")
    let rejected = String(decoding: try #require(try folder.contents()["r.csv"]), as: UTF8.self)
    #expect(rejected.hasPrefix("line,name,input,smiles,filter,reason\n3,broken,C(C,,unreadable,"))
  }

  @Test func theExitStatusSaysWhetherAnythingPassed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.molecules, to: "m.smi")
    try folder.write("CCO\n", to: "known.smi")
    let none = try Program.run(["filter", "m.smi", "--logp", "9..", "--quiet"], in: folder)
    #expect(none.cause == .exited(1) && none.output.isEmpty && none.errors.isEmpty)
    let some = try Program.run(
      ["filter", "-", "--novel", "known.smi", "--sa-score", "..4", "--catalogue", "PAINS", "-o", "out.smi"], in: folder,
      input: folder.path + "/m.smi")
    #expect(some.cause == .exited(0) && some.output.isEmpty)
    #expect(some.errors.contains("2  known\n"))
    #expect(try folder.contents()["out.smi"] == Data("c1ccccc1 benzene\nCCCCCCN\n".utf8))
  }

  @Test(arguments: [
    (["--charge", "-1..1"], "CC(=O)[O-] a\nCCO b\n"), (["--charge", "-1"], "CC(=O)[O-] a\n"),
    (["--charge=-1..1"], "CC(=O)[O-] a\nCCO b\n"),
    (["--logp", "-1..0.5"], "CCO b\n"), (["--logp", "-5"], ""),
  ])
  func boundsMayBeginWithAMinusSign(options: [String], output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("CC(=O)[O-] a\nCCO b\n", to: "in.smi")
    let ending = try Program.run(["filter", "in.smi", "--quiet"] + options, in: folder)
    #expect(ending.cause == .exited(output.isEmpty ? 1 : 0) && ending.output == output, "\(ending)")
  }

  @Test func theReportIsJSON() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.molecules, to: "m.smi")
    let ending = try Program.run(["filter", "m.smi", "--forbid", "N", "--json"], in: folder)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["records", "passed", "refusals", "rows", "notes"])
    #expect(object["refusals"] as? [String: Int] == ["forbidden": 1, "unreadable": 1])
  }

  @Test func whatIsReadIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    let text = "smiles,size\nCCO,1\n*CC*,2\n"
    try folder.write(text, to: "d.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.file("link.csv"), withDestinationPath: "d.csv")
    for arguments in [
      ["filter", "d.csv", "--output", "./d.csv"], ["filter", "d.csv", "--output", "link.csv"],
      ["corpus", "train", "--corpus", "d.csv", "--output", "d.csv"],
      ["design", "d.csv", "--target", "size=1..2", "--output", folder.file("d.csv")],
    ] {
      let ending = try Program.run(arguments, in: folder)
      #expect(ending.cause == .exited(2) && ending.errors.contains("it is an input file"), "\(ending)")
    }
    #expect(try String(contentsOfFile: folder.file("d.csv"), encoding: .utf8) == text)
    // Repeat units pass as other molecules do.
    #expect(try Program.run(["filter", "d.csv", "--quiet"], in: folder).output == text)
  }

  @Test func targetsArePrintedReadyToPaste() throws {
    let folder = try TemporaryFolder()
    let lines = (1...60).map { "\(String(repeating: "C", count: $0))O,\($0)\n" }.joined()
    try folder.write("smiles,size\n" + lines, to: "d.csv")
    let ending = try Program.run(["targets", "d.csv", "--lines", "--svg", "d.svg"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.contains("--target size=..3.95\n"))
    #expect(ending.output.contains("  - property: size\n    window: [null, 3.95]\n"))
    #expect(String(decoding: try #require(try folder.contents()["d.svg"]), as: UTF8.self).contains("<svg"))
    let absent = try Program.run(["targets", "absent.csv"], in: folder)
    #expect(absent.cause == .exited(2) && absent.errors.contains("absent.csv"))
  }
}
