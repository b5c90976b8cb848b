import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Prediction
import Reports
import Stores
import Testing

@Suite("Values that are told")
struct TellReportTests {
  @Test("A whole campaign by hand runs from batch to batch, and ends")
  func whole() async throws {
    let campaign = try SmallCampaign.byHand()
    var batches: [Int] = []
    while true {
      let suggestion = try await campaign.suggest()
      guard suggestion.endMessage == nil else { break }
      #expect(suggestion.iteration == batches.count)
      batches.append(suggestion.molecules.count)
      try await campaign.tell(SmallCampaign.table(suggestion.molecules.map(\.smiles)))
    }
    #expect(batches == [6, 4, 4, 4, 2])
    let report = try StatusReport(of: campaign.paths)
    #expect(report.endReason == "budget" && report.succeeded == 20 && report.pending == 0)
    #expect(report.hits > 0 && report.waitingIteration == nil)
    #expect(report.iterations.map(\.policy) == ["initial"] + Array(repeating: "surrogate", count: 4))
    #expect(try campaign.store.iterations().allSatisfy { $0.iteration.endedAt != nil })
  }

  @Test("A run designs a batch and leaves it to people; told in parts and in any order, the rows are the same")
  func parts() async throws {
    let (first, second) = (try SmallCampaign.byHand(), try SmallCampaign.byHand())
    let report = try await first.run()
    #expect(report.waitingIteration == 0 && report.pending == 6 && report.endReason == nil)
    let smiles = try await second.suggest().molecules.map(\.smiles)
    #expect(try first.rows() == second.rows())
    try await first.tell(SmallCampaign.table(smiles))
    try await second.tell(SmallCampaign.table(smiles.suffix(2).reversed()))
    #expect(try await second.suggest().molecules.map(\.smiles) == Array(smiles.dropLast(2)))
    try await second.tell(SmallCampaign.table(smiles.dropLast(2)) + "\(smiles[5]),\n")
    #expect(try first.rows() == second.rows())
    #expect(try await first.suggest().molecules.map(\.smiles) == second.suggest().molecules.map(\.smiles))
    #expect(try first.rows() == second.rows())
  }

  @Test("What a program was to calculate is people's to tell, and to withdraw, once the campaign file says so")
  func handedOver() async throws {
    let campaign = try SmallCampaign()
    let first = try await campaign.suggest()
    let text = SmallCampaign.text().replacing(
      "{program: table, file: values.csv}", with: "{program: by-hand, properties: {gap: eV, dipole: D}}")
    try campaign.write(text, to: "small.yaml")
    try await campaign.tell(SmallCampaign.table(first.molecules.map(\.smiles)))
    let calculators = try campaign.store.calculations().map(\.calculation.calculator)
    #expect(calculators == Array(repeating: "by-hand", count: 8))
    let withdrawal = try await Withdrawal.withdraw(first.molecules[0].smiles, from: campaign.paths)
    #expect(withdrawal.withdrawn.map(\.property) == ["gap"])
    #expect(try await campaign.suggest().iteration == 1)
  }

  @Test("A table that is refused adds no property to the record")
  func refusedTable() async throws {
    let campaign = try SmallCampaign.byHand()
    let first = try await campaign.suggest()
    let text = try String(contentsOfFile: campaign.paths.file, encoding: .utf8)
    try campaign.write(text.replacing("dipole: D}", with: "dipole: D, yield: mol}"), to: "small.yaml")
    _ = try await campaign.suggest()
    let rows = try campaign.rows()
    let refusal = await campaign.refusal(ofTable: "id,smiles,gap\n\(first.molecules[0].id),CCCCCCCCCC,1\n")
    #expect(refusal?.kind == .input)
    #expect(try campaign.rows() == rows)
  }

  @Test("The table that is handed out comes back with values, failures, notes and uncertainties")
  func handedOut() async throws {
    let campaign = try SmallCampaign.byHand()
    var lines = try await campaign.suggest().csv.split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("why,dipole (D),dipole_uncertainty (D),gap (eV),gap_uncertainty (eV),failed,note"))
    func fill(_ line: Int, _ values: String) {
      lines[line] = String(lines[line].dropLast(6)) + "," + values
    }
    fill(1, ",,6.5,0.25,,fresh")
    fill(2, ",,,,decomposed,")
    fill(3, ",,,,yes,lost")
    fill(4, "2,,-6e-1,,no,")
    let telling = try await campaign.tell(lines.joined(separator: "\r\n"))
    #expect(telling.told == 4 && telling.empty == 2 && telling.pending == 2)
    let store = try campaign.store
    let calculations = try store.calculations().map(\.calculation)
    #expect(calculations.map(\.state) == [.succeeded, .failed, .failed, .succeeded, .pending, .pending])
    #expect(calculations[0].notes == "fresh")
    #expect(
      calculations[1].failure == FailureRecord(failureClass: "input", message: "decomposed", evidence: ""))
    #expect(calculations[2].failureMessage == "lost")
    let observations = try store.observations()
    #expect(observations.map(\.property) == ["gap", "dipole", "gap"])
    #expect(observations.map(\.value) == [6.5, 2, -0.6])
    #expect(observations.map(\.uncertainty) == [0.25, nil, nil])
    #expect(
      try History(store, comparable: ComparableCalculations(store, calculator: "by-hand")).entries[0].uncertainties == [
        "gap": 0.25
      ])
  }

  @Test("Molecules never suggested are learnt from at once, and count for nothing else")
  func neverSuggested() async throws {
    let campaign = try SmallCampaign.byHand()
    let telling = try await campaign.tell(SmallCampaign.table(["c1ccccc1", "CCCCCCCCCCCCO", "C[N+](=O)[O-]"]))
    #expect(telling.added == 3 && telling.addedIteration == 0 && telling.told == 0)
    #expect(try await campaign.suggest().molecules.count == 6, "three are not enough for a beginning")
    try await campaign.tell("smiles,gap,failed\nOCC=O,6.5,\nBr,,no such bottle\n")
    let report = try StatusReport(of: campaign.paths)
    #expect(report.toldHits == report.best.count(where: \.isHit) && report.toldHits > 0)
    #expect(report.told == 5 && report.succeeded == 0 && report.failed == 0 && report.hits == 0 && report.pending == 6)
    #expect(report.waitingIteration == 1)
    #expect(report.iterations.map(\.policy) == ["told", "initial", "told"])
    #expect(report.best.first?.smiles == "O=CCO")
    let inspection = try InspectionReport(of: campaign.paths, iteration: 2)
    #expect(inspection.candidates.first?.reason == "told on line 2 of values.csv, never suggested")
    #expect(inspection.candidates.first?.calculation?.calculator == "told")
    #expect(try Export(of: campaign.paths).text(.csv).contains(",told,"))
    let batch = try await campaign.suggest()
    try await campaign.tell(SmallCampaign.table(batch.molecules.map(\.smiles)))
    #expect(try await campaign.suggest().iteration == 3)
    let fit = try #require(try campaign.store.fits().first)
    #expect(fit.observationCount == 10, "four that were told and six that were suggested")
  }

  @Test("With as many known values as the first batch would have, the surrogate begins at once")
  func knownBeforehand() async throws {
    let campaign = try SmallCampaign.byHand()
    try await campaign.tell(SmallCampaign.table(SmallCampaign.chains.prefix(6)))
    let suggestion = try await campaign.suggest()
    #expect(suggestion.iteration == 1 && suggestion.molecules.count == 4)
    #expect(suggestion.molecules.allSatisfy { $0.predictions["gap"] != nil })
    #expect(try campaign.store.iterations().map(\.iteration.policy) == [.told, .surrogate])
  }

  @Test("The same table told twice changes nothing the second time, also when the campaign has ended")
  func twice() async throws {
    let campaign = try SmallCampaign.byHand(budget: "{calculations: 6, initial: 6, batch: 4}")
    let table =
      SmallCampaign.table(try await campaign.suggest().molecules.map(\.smiles) + ["c1ccccc1"]) + "N,\n"
    let first = try await campaign.tell(table)
    #expect(first.told == 6 && first.added == 1 && first.known == 0)
    #expect(first.endMessage == "All 6 calculations of the budget are done.")
    let rows = try campaign.rows()
    let second = try await campaign.tell(table)
    #expect(second.told == 0 && second.added == 0 && second.known == 7 && second.empty == 1)
    #expect(try campaign.rows() == rows)
    let error = await campaign.refusal(ofTable: "smiles,gap\nCCCCCCCO,6\n")
    #expect(error?.kind == .input)
    #expect(error?.description.hasPrefix("The campaign has ended, and takes no new values") == true)
  }

  @Test("What a program calculates is left to it, and what it never was asked for is welcome")
  func besideAProgram() async throws {
    let campaign = try SmallCampaign()
    let suggestion = try await campaign.suggest()
    #expect(suggestion.molecules.count == 8 && suggestion.properties.isEmpty)
    let smiles = suggestion.molecules[0].smiles
    let error = await campaign.refusal(ofTable: SmallCampaign.table(["c1ccccc1", smiles]))
    #expect(error?.kind == .input)
    #expect(error?.description.contains("line 3 has '\(smiles)', which table is to calculate") == true)
    #expect(try await campaign.tell(SmallCampaign.table(["c1ccccc1"])).added == 1)
    let report = try await campaign.run()
    #expect(report.succeeded + report.failed == 24 && report.told == 1 && report.endReason == "budget")
    let calculated = try #require(report.best.first { $0.iteration != 1 })
    let agreed = try await campaign.tell("id,gap\n\(calculated.molecule),\(calculated.values["gap"] ?? 0)\n")
    #expect(agreed.known == 1)
  }

  private static let wrong: [(table: String, says: String)] = [
    ("smiles,gap\nCCCCCO,6\nC1CC,5\n", "values.csv: line 3 has no molecule. The SMILES 'C1CC'"),
    ("smiles,gap\nCCO.O,7\n", "line 2 has 'CCO.O', 2 components that no bond connects; a campaign proposes"),
    ("smiles,gapp\nC,7\n", "Did you mean 'gap'?"), ("smiles;gap\nC;7,5\n", "The columns are separated by ';'"),
    ("\n", "The table is empty"),
    ("smiles,gap\nc1ccccc1,7\n", "whose gap is 6.0, not 7.0; what is in the record is never changed"),
    ("smiles,gap,gap_uncertainty\nc1ccccc1,6,1\n", "whose gap has no uncertainty"),
    ("smiles,gap,dipole\nc1ccccc1,6,1\n", "which is recorded without dipole"),
    ("smiles,failed\nc1ccccc1,yes\n", "which has values"),
    ("smiles,gap\nN,6\n", "which is recorded as failed"),
    ("smiles,gap\nOCC,6\nCCO,7\n", "line 3 has 'CCO', which is also on line 2"),
    ("id,gap\n77,6\n", "line 2 has the id 77, which was neither suggested nor told"),
    ("id,smiles,gap\n1,CCO,6\n", "has the id 1, which is 'c1ccccc1', and the smiles of 'CCO'"),
  ]

  @Test(
    "A table that contradicts the record or itself is refused by line, and nothing of it is written", arguments: wrong)
  func contradiction(table: String, says: String) async throws {
    let campaign = try SmallCampaign.byHand()
    try await campaign.tell("smiles,gap,failed\nc1ccccc1,6,\nN,,yes\n")
    let rows = try campaign.rows()
    let error = try #require(await campaign.refusal(ofTable: table))
    #expect(error.kind == .input)
    #expect(error.description.contains(says), "\(error)")
    #expect(try campaign.rows() == rows)
  }

  @Test("A table that is wrong in itself begins no record")
  func noRecord() async throws {
    let campaign = try SmallCampaign.byHand()
    #expect(await campaign.refusal(ofTable: "smiles,gapp\nC,1\n")?.kind == .input)
    #expect(try !campaign.files.contains("small.sqlite"))
  }
}
