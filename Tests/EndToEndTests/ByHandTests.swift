import Foundation
import Glibc
import Stores
import Testing

/// A laboratory as the calculator: batches are written, and values are read back.
@Suite struct ByHandTests {
  /// A campaign whose values come from the table of the others, by hand.
  private final class Laboratory {
    let campaign: TableCampaign
    private let gaps: [String: String]

    /// - Parameter hits: The number of hits with which the campaign ends.
    init(hits: Int = 1000) throws {
      campaign = try TableCampaign(calculations: 24)
      let text = TableCampaign.text(calculations: 24)
        .replacing("program: table\n  file: values.csv", with: "program: by-hand\n  properties: {gap: eV}")
        .replacing("candidates: 120", with: "candidates: 120\n  new_molecules: false")
        .replacing("batch: 4", with: "batch: 4\n  hits: \(hits)")
      try campaign.write(text)
      let table = try String(contentsOfFile: campaign.folder.file("values.csv"), encoding: .utf8)
      gaps = Dictionary(
        uniqueKeysWithValues: table.split(separator: "\n").dropFirst().map { line in
          let fields = line.split(separator: ",").map(String.init)
          return (fields[0], fields[1])
        })
    }

    func run(_ arguments: String...) throws -> Ending { try Program.run(arguments, in: campaign.folder) }

    func suggest() throws -> Ending { try run("suggest", TableCampaign.fileName) }

    /// The table that was handed out with its values filled in; those of SMILES that the table lacks stay empty.
    func filled(_ batch: String) -> String {
      let lines = batch.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      return lines.enumerated().map { number, fields in
        guard number > 0 else { return fields.joined(separator: ",") }
        // gap, gap_uncertainty, failed and note stand at the end.
        return (fields.dropLast(4).map(String.init) + [gaps[String(fields[1])] ?? "", "0.1", "", ""])
          .joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }

    func tell(_ table: String) throws -> Ending {
      try campaign.folder.write(table, to: "measured.csv")
      return try run("tell", TableCampaign.fileName, "measured.csv")
    }
  }

  @Test func aCampaignByHandRunsFromBatchToBatchAndEndsWithHits() throws {
    let laboratory = try Laboratory(hits: 4)
    var rounds = 0
    while true {
      let batch = try laboratory.suggest()
      try #require(batch.cause == .exited(0), "\(batch)")
      if batch.errors.contains("The campaign has ended") { break }
      let told = try laboratory.tell(laboratory.filled(batch.output))
      try #require(told.cause == .exited(0), "\(told)")
      rounds += 1
    }
    #expect((2...5).contains(rounds))
    let status = try laboratory.run("status", TableCampaign.fileName)
    #expect(status.output.contains("molecules meet all objectives; 4 were asked for."), "\(status)")
    #expect(try laboratory.run("run", TableCampaign.fileName).cause == .exited(0))
  }

  @Test func aRunSaysWhatItWaitsFor() throws {
    let laboratory = try Laboratory()
    let ending = try laboratory.run("run", TableCampaign.fileName, "--quiet")
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(
      ending.output.contains(
        "Iteration 0 waits for the values of 8 molecules: 'cohobate suggest search.yaml' writes them, "
          + "'cohobate tell search.yaml VALUES.csv' reads them back."))
    let rows = try laboratory.campaign.rows()
    _ = try laboratory.run("run", TableCampaign.fileName)
    #expect(try laboratory.campaign.rows() == rows)
  }

  @Test func killedAtAnyInstantOfTellingItHasToldAllOrNothing() throws {
    let laboratory = try Laboratory()
    let batch = try laboratory.suggest().output
    let before = try laboratory.campaign.rows()
    let table = laboratory.filled(batch)
    try laboratory.campaign.folder.write(table, to: "measured.csv")
    let whole = try Laboratory()
    _ = try whole.suggest()
    #expect(try whole.tell(table).cause == .exited(0))
    let after = try whole.campaign.rows()
    var kills = 0
    for milliseconds in stride(from: 5, through: 4000, by: 120) {
      let program = try RunningProgram(
        ["tell", TableCampaign.fileName, "measured.csv"], in: laboratory.campaign.folder)
      let isRunning = program.run(for: .milliseconds(milliseconds))
      let ending = program.end(by: SIGKILL)
      guard isRunning, ending.cause == .signalled(SIGKILL) else { break }
      kills += 1
      let rows = try laboratory.campaign.rows()
      // An iteration whose values are all there is ended by the next command.
      let isAll = rows.count { $0.hasPrefix("observation ") } == after.count { $0.hasPrefix("observation ") }
      #expect(isAll || rows == before)
    }
    #expect(kills > 0)
    #expect(try laboratory.tell(table).cause == .exited(0))
    #expect(try laboratory.campaign.rows() == after)
  }

  @Test func toldTwiceNothingChangesTheSecondTime() throws {
    let laboratory = try Laboratory()
    let table = laboratory.filled(try laboratory.suggest().output)
    let first = try laboratory.tell(table)
    #expect(first.output.hasPrefix("8 suggested molecules told; no suggestion is pending.\n"), "\(first)")
    let rows = try laboratory.campaign.rows()
    let second = try laboratory.tell(table)
    #expect(second.cause == .exited(0))
    #expect(second.output.contains("8 molecules already recorded with the same values."), "\(second)")
    #expect(try laboratory.campaign.rows() == rows)
  }

  @Test(arguments: [
    ("smiles,gap\nCCO,\"2,5\"\n", "measured.csv: line 2 has the gap '2,5'; write it with a decimal point"),
    ("smiles,gap (meV)\nCCO,2500\n", "is not in eV, the unit of gap"),
    ("smiles,gapp\nCCO,2.5\n", "The column 'gapp' is unknown"),
    ("smiles,gap\nCCO,twelve\n", "'twelve'"), ("", "measured.csv: The table is empty"),
  ])
  func aWrongTableIsRefusedAndBeginsNothing(table: String, says: String) throws {
    let laboratory = try Laboratory()
    let ending = try laboratory.tell(table)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.contains(says) == true, "\(ending)")
    #expect(ending.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: laboratory.campaign.database))
  }

  @Test func aWithdrawnValueIsShownAsSuchAndMayBeToldAnew() throws {
    let laboratory = try Laboratory()
    let file = TableCampaign.fileName
    _ = try laboratory.tell("smiles,gap,gap_uncertainty\nc1ccccc1,25,0.25\n")
    let withdrawn = try laboratory.run(
      "tell", file, "--withdraw", "c1ccccc1", "--reason", "a point was\u{1B}[2J missing")
    #expect(withdrawn.cause == .exited(0), "\(withdrawn)")
    #expect(withdrawn.output.hasPrefix("Withdrawn: gap 25.000 eV of molecule 1, c1ccccc1.\n"), "\(withdrawn)")
    #expect(try laboratory.run("inspect", file).output.contains("withdrawn"))
    #expect(try laboratory.run("status", file).output.contains("No calculation has succeeded yet."))
    #expect(try laboratory.run("export", file).output.contains("c1ccccc1,C6H6,0,1,withdrawn,false,told,,,,"))
    let told = try laboratory.tell("smiles,gap\nc1ccccc1,2.5\n")
    #expect(told.output.contains("1 withdrawn molecule told again."), "\(told)")
    let molecule = try laboratory.run("inspect", file, "--molecule", "1").output
    #expect(molecule.contains("gap 2.500 eV"), "\(molecule)")
    #expect(molecule.contains(#"gap 25.000 ± 0.250 eV was withdrawn: a point was\x1b[2J missing"#), "\(molecule)")
    let json = try laboratory.run("tell", file, "--withdraw", "1", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(Set(try #require(object).keys) == ["molecule", "smiles", "withdrawn"])
    let again = try laboratory.run("tell", file, "--withdraw", "1")
    #expect(again.cause == .exited(2))
    #expect(again.complaint == "All values of 'c1ccccc1' are already withdrawn.", "\(again)")
  }

  @Test func aWithdrawnFailureIsShownAsSuchAndMayBeToldAnew() throws {
    let laboratory = try Laboratory()
    let file = TableCampaign.fileName
    _ = try laboratory.tell("smiles,gap,failed\nCCBr,,no such bottle\n")
    let withdrawn = try laboratory.run("tell", file, "--withdraw", "CCBr", "--reason", "it was found")
    #expect(
      withdrawn.output
        == "Withdrawn: the failure of molecule 1, CCBr.\n"
        + "The record keeps it as withdrawn; a value may be told, or a failure again.\n", "\(withdrawn)")
    #expect(try laboratory.run("inspect", file).output.contains("withdrawn"))
    let told = try laboratory.tell("smiles,gap,failed\nCCBr,,it was empty\n")
    #expect(told.output.contains("1 withdrawn molecule told again."), "\(told)")
    let molecule = try laboratory.run("inspect", file, "--molecule", "1").output
    #expect(molecule.contains("was withdrawn: it was found") && molecule.contains("it was empty"), "\(molecule)")
  }

  @Test func aTableThatIsNotThereIsNamed() throws {
    let laboratory = try Laboratory()
    let ending = try laboratory.run("tell", TableCampaign.fileName, "absent.csv")
    #expect(ending.cause == .exited(2))
    #expect(ending.complaint?.contains("'absent.csv'") == true, "\(ending)")
  }

  @Test func aPipeThatNobodyWritesToIsNotWaitedFor() throws {
    let laboratory = try Laboratory()
    let made = unsafe mkfifo(laboratory.campaign.folder.file("pipe.csv"), 0o600)
    #expect(made == 0)
    let ending = try laboratory.run("tell", TableCampaign.fileName, "pipe.csv")
    #expect(ending.cause == .exited(2))
    #expect(ending.complaint?.contains("it is a pipe or a device") == true, "\(ending)")
  }

  @Test func aBatchIsNotWrittenOverOneThatMayBeFilledIn() throws {
    let laboratory = try Laboratory()
    let write = ["suggest", TableCampaign.fileName, "--output", "batch.csv"]
    #expect(try Program.run(write, in: laboratory.campaign.folder).cause == .exited(0))
    let before = try laboratory.campaign.folder.contents()["batch.csv"]
    try laboratory.campaign.folder.write("filled in", to: "batch.csv")
    let again = try Program.run(write, in: laboratory.campaign.folder)
    #expect(again.cause == .exited(2))
    #expect(again.complaint?.contains("batch.csv already exists") == true, "\(again)")
    #expect(try Program.run(write + ["--force"], in: laboratory.campaign.folder).cause == .exited(0))
    #expect(try laboratory.campaign.folder.contents()["batch.csv"] == before)
  }

  @Test func whatWasToldUnaskedIsShown() throws {
    let laboratory = try Laboratory()
    let told = try laboratory.tell("smiles,gap,gap_uncertainty,failed\nc1ccccc1,2.5,0.25,\nCCBr,,,no such bottle\n")
    #expect(told.output.contains("2 molecules added as prior data (iteration 0)."), "\(told)")
    let file = TableCampaign.fileName
    #expect(try laboratory.run("status", file).output.contains("0 of 24 calculations done; 2 more were told"))
    let inspection = try laboratory.run("inspect", file).output
    #expect(
      inspection.hasPrefix("iteration 0 (told): 2 molecules never suggested, 1 with values, 1 failed, 1 hit")
    )
    #expect(inspection.contains("2.50 ± 0.25 hit"), "\(inspection)")
    #expect(try laboratory.run("status", file).output.contains("2.500 ± 0.250"))
    let molecule = try laboratory.run("inspect", file, "--molecule", "C1=CC=CC=C1").output
    #expect(molecule.contains("iteration 0: told on line 2 of measured.csv, never suggested"), "\(molecule)")
    #expect(molecule.contains("gap 2.500 ± 0.250 eV"), "\(molecule)")
    #expect(try laboratory.run("export", file).output.contains("c1ccccc1,C6H6,0,1,succeeded,true,told,,2.5,0.25,"))
  }
}
