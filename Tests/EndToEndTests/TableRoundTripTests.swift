import Foundation
import Testing

/// What one command writes, another reads.
@Suite struct TableRoundTripTests {
  private let folder: TemporaryFolder
  private static let campaign = """
    name: NAME
    seed: 1
    objectives:
      - property: size
        window: [40, 80]
    molecules: {elements: [H, C, N, O]}
    corpus: pool.csv
    design: {new_molecules: false}
    calculator: CALCULATOR
    budget: {calculations: 14, initial: 14, batch: 7, consecutive_failures: 1000}

    """

  /// Two campaigns on a pool with catalogue numbers: one by a table, which has ended, and one by hand.
  init() throws {
    folder = try TemporaryFolder()
    let molecules = (1...9).flatMap { length -> [String] in
      let chain = String(repeating: "C", count: length)
      return [chain + "O", chain + "N", "CC(C)" + chain]
    }
    let rows = molecules.enumerated().map { "Z\($0 + 1),\($1),\(10 * $1.count).5\n" }
    try folder.write("Catalog ID,smiles,size (nm)\n" + rows.joined(), to: "pool.csv")
    for (name, calculator) in [
      ("tabled", "{program: table, file: pool.csv}"), ("hand", "{program: by-hand, properties: {size: nm}}"),
    ] {
      try folder.write(
        Self.campaign.replacing("NAME", with: name).replacing("CALCULATOR", with: calculator), to: "\(name).yaml")
    }
    try succeed(["run", "tabled.yaml"])
  }

  @discardableResult private func succeed(_ arguments: [String]) throws -> Ending {
    let ending = try Program.run(arguments, in: folder)
    #expect(ending.cause == .exited(0), "\(arguments): \(ending)")
    return ending
  }

  private func lines(_ file: String) throws -> [String] {
    try String(contentsOfFile: folder.file(file), encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["csv", "sdf"]) func anExportIsReadByAllThatTakeTables(ending: String) throws {
    let file = "all.\(ending)"
    try succeed(["export", "tabled.yaml", "--output", file])
    if ending == "csv" {
      let telling = try succeed(["tell", "hand.yaml", file])
      #expect(telling.output.contains("14"), "\(telling)")
    }
    try succeed([
      "pretrain", file, "--library", "l.sqlite", "--kind", "gaussian-process", "--representation", "fragment-counts",
      "--quiet",
    ])
    try succeed([
      "design", file, "--target", "size=40..80", "--steps", "2", "--particles", "10", "--quiet", "--output", "d.csv",
    ])
    try succeed(["targets", file])
    try succeed(["filter", file, "--heavy-atoms", "1..", "--quiet", "--output", "passed.\(ending)"])
    #expect(try lines("passed.\(ending)") == lines(file))
    let calculated = try Program.run(
      ["calculate", file, "--program", "table", "--set", "file=\(folder.file(file))", "--quiet", "--output", "c.csv"],
      in: folder)
    #expect(calculated.cause == .exited(0), "\(calculated)")
    // The catalogue numbers came through both.
    #expect(try lines("c.csv").dropFirst().allSatisfy { $0.contains("Z") })
  }

  @Test func whatCalculateWritesIsReadByAllThatTakeTables() throws {
    try succeed([
      "calculate", "pool.csv", "--program", "table", "--set", "file=\(folder.file("pool.csv"))", "--quiet", "--output",
      "c.csv",
    ])
    #expect(
      try lines("c.csv")[0]
        == "line,name,input,smiles,status,size (nm),size_uncertainty (nm),failure_class,failure,changes,notes,isomer")
    #expect(try lines("c.csv")[1].hasPrefix("2,Z1,CO,CO,calculated,20.5,"))
    try succeed(["tell", "hand.yaml", "c.csv"])
    try succeed([
      "pretrain", "c.csv", "--library", "l.sqlite", "--kind", "gaussian-process", "--representation", "fragment-counts",
      "--quiet",
    ])
    try succeed(["targets", "c.csv"])
    try succeed(["calculate", "c.csv", "--program", "table", "--set", "file=\(folder.file("c.csv"))", "--quiet"])
  }

  @Test func whatSuggestWritesIsReadBack() throws {
    try succeed(["suggest", "hand.yaml", "--output", "batch.csv"])
    let batch = try lines("batch.csv")
    #expect(batch[0].hasSuffix("size (nm),size_uncertainty (nm),failed,note"), "\(batch[0])")
    // Filled in as a spreadsheet leaves it.
    let filled = batch.dropFirst().map { $0.replacing(#/,,,,$/#, with: ",42.5,,0.0,") }
    try folder.write(([batch[0]] + filled).joined(separator: "\r\n"), to: "filled.csv")
    let telling = try succeed(["tell", "hand.yaml", "filled.csv"])
    #expect(!telling.output.contains("failed"), "\(telling)")
    let again = try succeed(["tell", "hand.yaml", "filled.csv"])
    #expect(again.output.contains("14 molecules already recorded"))
    try succeed(["filter", "batch.csv", "--heavy-atoms", "1..", "--quiet"])
  }

  @Test(arguments: ["csv", "sdf"]) func whatPredictWritesIsReadByAllThatTakeMolecules(ending: String) throws {
    let file = "p.\(ending)"
    try succeed(["predict", "pool.csv", "--data", "pool.csv", "--target", "size=40..80", "--output", file, "--quiet"])
    if ending == "csv" {
      let new = "size_predicted (nm),size_predicted_sd (nm),probability,log_probability,failure"
      #expect(try lines(file)[0] == "Catalog ID,smiles,size (nm)," + new)
      #expect(try lines(file).count == lines("pool.csv").count)
      #expect(try lines(file).dropFirst().allSatisfy { $0.hasPrefix("Z") })
    }
    try succeed(["filter", file, "--heavy-atoms", "1..", "--quiet", "--output", "passed.\(ending)"])
    #expect(try lines("passed.\(ending)") == lines(file))
    // What was predicted before is predicted again.
    try succeed(["predict", file, "--data", file, "--property", "size", "--output", "again.csv", "--quiet"])
    #expect(try lines("again.csv")[0].components(separatedBy: "size_predicted (nm)").count == 2)
    try succeed(["targets", file])
  }

  @Test func whatDesignWritesIsReadByAllThatTakeMolecules() throws {
    try succeed([
      "design", "pool.csv", "--target", "size=40..80", "--steps", "2", "--particles", "10", "--quiet", "--output",
      "d.csv",
    ])
    #expect(try lines("d.csv")[0].contains("size_predicted (nm),size_predicted_sd (nm),probability,"))
    #expect(try lines("d.csv").dropFirst().contains { $0.contains(",Z") })
    try succeed(["filter", "d.csv", "--heavy-atoms", "1..", "--quiet", "--output", "f.csv"])
    #expect(try lines("f.csv") == lines("d.csv"))
    try succeed(["corpus", "train", "--corpus", "d.csv", "--output", "m.model"])
    let predicted = try Program.run(["pretrain", "d.csv", "--library", "l.sqlite"], in: folder)
    #expect(
      predicted.cause == .exited(2)
        && predicted.errors.contains("'size_predicted (nm)' (it has predictions)"))
  }
}
