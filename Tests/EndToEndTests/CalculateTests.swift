import Foundation
import Glibc
import Testing

/// Calculations without a campaign, by the real xtb.
@Suite(.serialized) struct CalculateTests {
  private static let one = ["--set", "conformers=1", "--quiet"]

  private func calculate(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "/dev/null"
  ) throws -> Ending {
    try Program.run(["calculate"] + arguments + Self.one, in: folder, input: input)
  }

  private func cells(_ csv: String) -> [[String]] {
    csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func rowsAreInTheOrderOfTheInputAndBadLinesStopNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("CCO ethanol\n# a comment\nC(C broken\n\nOCC again\nO water\n", to: "molecules.smi")
    let ending = try calculate(["molecules.smi", "--format", "csv"], in: folder)
    #expect(ending.cause == .exited(1), "\(ending)")
    let rows = cells(ending.output)
    #expect(rows[0].prefix(7) == ["line", "name", "input", "smiles", "status", "gap (eV)", "gap_uncertainty (eV)"])
    #expect(
      rows.dropFirst().map { Array($0.prefix(5)) } == [
        ["1", "ethanol", "CCO", "CCO", "calculated"], ["3", "broken", "C(C", "", "failed"],
        ["5", "again", "OCC", "CCO", "calculated"], ["6", "water", "O", "O", "calculated"],
      ])
    #expect(rows[2].contains("input"))
    #expect(rows[1].dropFirst(5) == rows[3].dropFirst(5))
    // GFN2-xTB's gaps: ethanol 12.9 eV, water 14.4 eV.
    for (row, gap) in [(1, 12.9), (4, 14.4)] {
      let value = try #require(Double(rows[row][5]))
      #expect(abs(value - gap) < 0.1)
    }
    #expect(try folder.contents().keys.sorted() == ["molecules.smi"])
  }

  @Test func aMoleculeThatStandsTwiceIsCalculatedOnce() throws {
    let folder = try TemporaryFolder()
    let ending = try Program.run(
      ["calculate", "CCO", "OCC", "C(O)C", "--set", "conformers=1", "--keep", "all"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.errors.contains("1/1 calculated"))
    let folders = Set(
      try folder.contents().keys.map { ($0 as NSString).lastPathComponent }.filter { $0.contains("-0") })
    #expect(folders == ["000001-01"])
  }

  @Test func theTableHasUnitsAndTheJSONHasThemToo() throws {
    let folder = try TemporaryFolder()
    let table = try calculate(["O", "--properties", "gap,energy"], in: folder)
    #expect(table.cause == .exited(0), "\(table)")
    #expect(table.output.contains("gap (eV)") && table.output.contains("energy (Eh)"))
    #expect(!table.output.contains("dipole"))
    let json = try calculate(["O", "--json"], in: folder)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let rows = try #require(report["rows"] as? [[String: Any]])
    let values = try #require(rows.first?["values"] as? [String: [String: Any]])
    #expect(values["energy"]?["unit"] as? String == "Eh")
    #expect(rows.first?["status"] as? String == "calculated")
  }

  @Test func theJSONHasTheValuesOfAtoms() throws {
    let folder = try TemporaryFolder()
    let json = try calculate(["O", "--json"], in: folder)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let row = try #require((report["rows"] as? [[String: Any]])?.first)
    #expect(row["elements"] as? [String] == ["O", "H", "H"])
    let charges = try #require((row["atomicValues"] as? [String: [Double]])?["charge"])
    #expect(charges.count == 3 && charges[0] < -0.3 && abs(charges.reduce(0, +)) < 1e-3)
  }

  @Test(arguments: [
    (["O", "--output", "x.mol2"], "ends in '.mol2', which is not a known format"),
    (["O", "--column", "structure"], "have no column to choose"),
    (["O", "--smiles", "structure"], "have no column to choose"),
    (["O", "--properties", "gap,homo,gap"], "names 'gap' twice"),
  ])
  func whatWouldBePassedOverIsRefused(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let ending = try calculate(arguments, in: folder)
    #expect(ending.cause == .exited(2) || ending.cause == .exited(64), "\(ending)")
    #expect(ending.errors.contains(words), "\(ending)")
    #expect(try folder.contents().isEmpty)
  }

  /// A fault of the machine, of which no molecule is told.
  @Test func aModuleThatPythonLacksStopsTheRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("import nosuchmodule\n", to: "score.py")
    let ending = try Program.run(
      [
        "calculate", "O", "CCO", "--program", "command", "--set", "command=[python3, score.py, '{smiles}']", "--set",
        "properties={score: '1'}", "--quiet",
      ], in: folder)
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(ending.errors.contains("No module named 'nosuchmodule'); install the module for the Python"), "\(ending)")
    #expect(ending.output.isEmpty, "\(ending)")
  }

  /// A fault of the program, of which no molecule is told.
  @Test(arguments: ["print('loading the model', flush=True)\nimport sys\nfor line in sys.stdin: pass\n", "undefined\n"])
  func aWorkerThatFailsForEveryMoleculeStopsTheRun(script: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(script, to: "worker.py")
    let ending = try Program.run(
      [
        "calculate", "CO", "CCO", "CCCO", "CCCCO", "--program", "worker", "--set", "command=[python3, worker.py]",
        "--set",
        "properties={score: '1'}", "--jobs", "1", "--quiet",
      ], in: folder)
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(
      ending.complaint?.hasPrefix("The first 3 calculations and one of a small molecule all failed") == true,
      "\(ending)")
    #expect(ending.errors.contains("print that to standard error") || ending.errors.contains("NameError"), "\(ending)")
    #expect(ending.output.isEmpty, "\(ending)")
  }

  @Test func aScriptThatIsNotExecutableIsCalledThat() throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n", to: "orca.sh")
    let ending = try Program.run(
      [
        "calculate", "O", "--program", "command", "--set", "command=[./orca.sh, '{smiles}']", "--set",
        "properties={score: '1'}",
      ], in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.contains("orca.sh' is not executable; 'chmod +x' makes it so") == true, "\(ending)")
  }

  @Test func theGeometriesAreInTheJSONAndInFilesOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    let json = try calculate(["O", "--json"], in: folder)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let row = try #require((report["rows"] as? [[String: Any]])?.first)
    let coordinates = try #require(row["coordinates"] as? [[Double]])
    #expect(coordinates.count == 3 && coordinates.allSatisfy { $0.count == 3 })
    let xyz = try calculate(["O", "--format", "xyz"], in: folder).output.split(separator: "\n")
    #expect(xyz.count == 5)
    #expect(xyz.first == "3")
    #expect(xyz.dropFirst().first?.hasPrefix("line 1: SMILES O, gap (eV) = ") == true)
    let sdf = try calculate(["O", "--format", "sdf"], in: folder).output
    #expect(sdf.hasPrefix("line 1\n"))
    #expect(sdf.hasSuffix("$$$$\n"))
    #expect(sdf.contains(">  <gap (eV)>"))
  }

  @Test func standardInputIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("O water\nN\n", to: "lines")
    let lines = try calculate(["-", "--format", "csv"], in: folder, input: folder.file("lines"))
    #expect(lines.cause == .exited(0), "\(lines)")
    #expect(cells(lines.output).dropFirst().map { $0[3] } == ["O", "N"])
    try folder.write("structure,name\nN,ammonia\n", to: "table")
    let table = try calculate(["-", "--column", "structure"], in: folder, input: folder.file("table"))
    #expect(table.output.contains("ammonia"))
  }

  @Test func theOutputIsAFileOfTheFormatOfItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write("before", to: "out.csv")
    let ending = try calculate(["O", "--output", "out.csv"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.isEmpty && ending.errors.isEmpty)
    #expect(try folder.contents().keys.sorted() == ["out.csv"])
    #expect(String(decoding: try folder.contents()["out.csv"] ?? Data(), as: UTF8.self).hasPrefix("line,name,"))
    let device = try calculate(["O", "--output", "/dev/stdout", "--format", "csv"], in: folder)
    #expect(device.output.hasPrefix("line,name,"), "\(device)")
  }

  @Test func theSettingsOfACampaignFileAreTakenAndOnesGivenWin() throws {
    let folder = try TemporaryFolder()
    try folder.write("calculator:\n  program: xtb\n  method: GFN1\n  conformers: 3\n", to: "settings.yaml")
    let ending = try calculate(["O", "--config", "settings.yaml"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.contains("GFN1-xTB, normal optimisation, 1 conformer"), "\(ending)")
    let other = try calculate(["O", "--config", "settings.yaml", "--program", "table"], in: folder)
    #expect(other.cause == .exited(2))
    #expect(other.complaint?.contains("--program is 'table'") == true)
  }

  @Test func interruptedItSaysHowMuchIsDoneAndLeavesNothing() throws {
    let folder = try TemporaryFolder()
    // Each takes a second or more, so that some are left when the first has ended.
    let chains = (20..<30).map { String(repeating: "C", count: $0) }
    let program = try RunningProgram(
      ["calculate"] + chains + ["--set", "conformers=1", "--jobs", "1", "--output", "out.csv"], in: folder)
    #expect(program.nextLine()?.contains("calculated") == true)
    let ending = program.end(by: SIGINT)
    #expect(ending.cause == .exited(130), "\(ending)")
    #expect(ending.errors.contains(" of 10 molecules were calculated."), "\(ending)")
    #expect(Processes.working(below: folder.path + "/Workdir") == [])
    #expect(try folder.contents().keys.allSatisfy { !$0.contains("out.csv") })
  }

  @Test func killedItGoesOnFromTheCache() throws {
    let folder = try TemporaryFolder()
    let chains = (8..<18).map { String(repeating: "C", count: $0) }
    let arguments = ["calculate"] + chains + ["--set", "conformers=1", "--jobs", "1", "--cache", "cache.sqlite"]
    let program = try RunningProgram(arguments, in: folder)
    // What is announced was kept before: the second line says that the first molecule is in the cache.
    for _ in 0..<2 { #expect(program.nextLine()?.contains("calculated") == true) }
    _ = program.end(by: SIGKILL)
    let ending = try Program.run(arguments + ["--json", "--quiet"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.map { $0["smiles"] as? String } == chains)
    let reused = rows.count { $0["isReused"] as? Bool == true }
    #expect((1...9).contains(reused))
    let again = try Program.run(arguments + ["--json", "--quiet"], in: folder)
    #expect(again.output.components(separatedBy: "\"isReused\" : true").count - 1 == 10, "\(again)")
  }
}
