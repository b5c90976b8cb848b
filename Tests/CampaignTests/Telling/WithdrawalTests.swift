import Campaign
import CampaignTesting
import Chemistry
import Files
import Prediction
import Reports
import Stores
import Testing

@Suite("Values that are withdrawn")
struct WithdrawalTests {
  private func refusal(_ molecule: String, _ properties: [String] = [], from campaign: SmallCampaign) async -> String? {
    do {
      _ = try await Withdrawal.withdraw(molecule, properties: properties, from: campaign.paths)
      return nil
    } catch {
      return error.kind == .input ? error.description : "another kind: \(error)"
    }
  }

  @Test("A withdrawn value stays in the record as such, and is learnt from no more")
  func withdrawn() async throws {
    let campaign = try SmallCampaign.byHand()
    try await campaign.tell("smiles,gap,dipole,gap_uncertainty\nc1ccccc1,6.5,1,0.5\nCCO,7,,\n")
    let withdrawal = try await Withdrawal.withdraw(
      "C1=CC=CC=C1", properties: ["gap"], reason: "The cuvette was dirty.", from: campaign.paths)
    #expect(withdrawal.molecule == 1 && withdrawal.smiles == "c1ccccc1" && withdrawal.endMessage == nil)
    let value = try #require(withdrawal.withdrawn.first)
    #expect(withdrawal.withdrawn.count == 1)
    #expect(value.property == "gap" && value.value == 6.5 && value.uncertainty == 0.5 && value.unit == "eV")
    let store = try campaign.store
    #expect(try store.withdrawals().map(\.reason) == ["The cuvette was dirty."])
    #expect(try store.observations().map(\.property) == ["dipole", "gap"])
    let history = try History(store, comparable: ComparableCalculations(store, calculator: "by-hand"))
    #expect(history.entries.map(\.values) == [["dipole": 1], ["gap": 7]])
    #expect(history.observed(["gap"]).map(\.molecule.smiles) == ["CCO"])
    let inspected = try MoleculeInspection(of: campaign.paths, molecule: "1").candidacies[0].calculation
    #expect(inspected?.withdrawn.map(\.value) == [6.5] && inspected?.isHit == false)
    #expect(try InspectionReport(of: campaign.paths, iteration: 0).candidates[0].calculation?.withdrawn.count == 1)
  }

  @Test("Another value may be told then, also in parts; until it is, the molecule is not suggested again")
  func corrected() async throws {
    let campaign = try SmallCampaign.byHand()
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    try await campaign.tell(SmallCampaign.table(batch))
    _ = try await Withdrawal.withdraw(batch[0], from: campaign.paths)
    #expect(try await !campaign.suggest().molecules.map(\.smiles).contains(batch[0]))
    let fit = try #require(try campaign.store.fits().first)
    #expect(fit.observationCount == 5)
    let note = await campaign.refusal(ofTable: "smiles,gap,note\n\(batch[0]),6.25,typo\n")
    #expect(note?.description.contains("told again without one") == true)
    let telling = try await campaign.tell(
      "smiles,gap\n\(batch[0]),6.25\n\(batch[1]),\(SmallCampaign.gap(of: batch[1]))\n")
    #expect(telling.corrected == 1 && telling.known == 1 && telling.told == 0)
    #expect(try campaign.store.observations(of: "gap").first?.value == 6.25)
    #expect(try await campaign.tell("smiles,gap\n\(batch[0]),6.25\n").known == 1)
    let again = await campaign.refusal(ofTable: "smiles,gap\n\(batch[0]),6.5\n")
    #expect(again?.description.contains("whose gap is 6.25, not 6.5") == true)
    #expect(again?.description.contains("--withdraw") == true)
    let report = try StatusReport(of: campaign.paths)
    #expect(report.succeeded == 6 && report.pending == 4)
  }

  @Test("A campaign that ended with hits goes on when one of them is withdrawn, and ends when it is told again")
  func reopened() async throws {
    let campaign = try SmallCampaign.byHand(budget: "{calculations: 20, initial: 6, batch: 4, hits: 2}")
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    let hits = Set(batch.prefix(2))
    let values = batch.map { "\($0),\(hits.contains($0) ? 6.5 : 3)" }
    #expect(try await campaign.tell("smiles,gap\n" + values.joined(separator: "\n")).endMessage != nil)
    let withdrawal = try await Withdrawal.withdraw(batch[0], from: campaign.paths)
    #expect(withdrawal.endMessage == nil)
    #expect(try StatusReport(of: campaign.paths).hits == 1)
    let telling = try await campaign.tell("smiles,gap\n\(batch[0]),6.75\n")
    #expect(telling.endMessage?.hasPrefix("2 molecules meet all objectives") == true)
    // A campaign that has ended takes a correction, and is at its end again by it.
    _ = try await Withdrawal.withdraw(batch[5], from: campaign.paths)
    let end = try await campaign.tell("smiles,gap\n\(batch[5]),4\n")
    #expect(end.corrected == 1 && end.endMessage?.hasPrefix("2 molecules") == true)
  }

  @Test("What was never told, or by a program, cannot be withdrawn, and nothing is changed")
  func refused() async throws {
    let campaign = try SmallCampaign()
    #expect(await refusal("CCO", from: campaign)?.contains("small.sqlite does not exist yet") == true)
    #expect(try !campaign.files.contains("small.sqlite"))
    try await campaign.run()
    try await campaign.extend(to: 28)
    try await campaign.tell("smiles,gap,failed\nc1ccccc1,6.5,\nBr,,yes\n")
    let calculated = try #require(try campaign.store.observations().first?.smiles)
    let rows = try campaign.rows()
    let refusals: [(String, [String], String)] = [
      ("CCBr", [], "'CCBr' has no value from people"), ("99", [], "'99' has no value from people"),
      (calculated, [], "were calculated by table"), ("Br", ["gap"], "told as failed and has no current value"),
      ("c1ccccc1", ["gapp"], "has no current value of 'gapp'; it has values of gap. Did you mean 'gap'?"),
      ("c1ccccc1", ["gap", "dipole"], "has no current value of 'dipole'"), ("C1CC", [], "cannot be read"),
    ]
    for (molecule, properties, says) in refusals {
      let problem = await refusal(molecule, properties, from: campaign) ?? "(none)"
      #expect(problem.contains(says), "\(problem)")
    }
    #expect(try campaign.rows() == rows)
    _ = try await Withdrawal.withdraw("c1ccccc1", from: campaign.paths)
    #expect(await refusal("c1ccccc1", from: campaign)?.contains("are already withdrawn") == true)
  }

  @Test("That a molecule failed is withdrawn as well, and a value told in its place")
  func failure() async throws {
    let campaign = try SmallCampaign.byHand()
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    try await campaign.tell("smiles,gap,failed\n\(batch[0]),,yes\n\(batch[1]),6.5,\n")
    let withdrawal = try await Withdrawal.withdraw(batch[0], reason: "The wrong line.", from: campaign.paths)
    #expect(withdrawal.withdrawn.isEmpty && withdrawal.withdrawnFailure?.reason == "The wrong line.")
    #expect(try campaign.store.calculations(state: .failed).isEmpty)
    // It is neither a failure nor a success.
    let report = try StatusReport(of: campaign.paths)
    #expect(report.succeeded == 1 && report.failed == 0 && report.withdrawn == 1)
    let inspected = try MoleculeInspection(of: campaign.paths, molecule: batch[0]).candidacies[0].calculation
    #expect(inspected?.withdrawnFailures.map(\.reason) == ["The wrong line."] && inspected?.failureClass == nil)
    #expect(try await !campaign.suggest().molecules.map(\.smiles).contains(batch[0]))
    let telling = try await campaign.tell("smiles,gap\n\(batch[0]),6.25\n")
    #expect(telling.corrected == 1)
    let store = try campaign.store
    let history = try History(store, comparable: ComparableCalculations(store, calculator: "by-hand"))
    #expect(history.observed(["gap"]).map(\.molecule.smiles).contains(batch[0]))
    #expect(await refusal(batch[0], ["dipole"], from: campaign)?.contains("has no current value of 'dipole'") == true)
  }

  @Test("A failure that was withdrawn by mistake is told again, and withdrawn once more")
  func failureAnew() async throws {
    let campaign = try SmallCampaign.byHand()
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    func tellFailure(_ molecule: Int, _ reason: String) async throws -> TellReport {
      try await campaign.tell("smiles,gap,failed\n\(batch[molecule]),,\(reason)\n")
    }
    #expect(try await tellFailure(0, "no such bottle").told == 1)
    _ = try await Withdrawal.withdraw(batch[0], reason: "The wrong line.", from: campaign.paths)
    #expect(try await tellFailure(0, "it is an oil").corrected == 1)
    #expect(try await tellFailure(0, "it is an oil").known == 1)
    #expect(try campaign.store.calculations(state: .failed).map(\.molecule.smiles) == [batch[0]])
    let values = await campaign.refusal(ofTable: "smiles,gap\n\(batch[0]),6\n")
    #expect(values?.description.contains("which is recorded as failed") == true)
    let again = try await Withdrawal.withdraw(batch[0], from: campaign.paths)
    #expect(again.withdrawnFailure?.message.contains("it is an oil") == true)
    let inspected = try MoleculeInspection(of: campaign.paths, molecule: batch[0]).candidacies[0].calculation
    #expect(inspected?.withdrawnFailures.map(\.reason) == ["The wrong line.", nil])
    #expect(try await campaign.tell("smiles,gap\n\(batch[0]),6\n").corrected == 1)
    let withValue = await campaign.refusal(ofTable: "smiles,gap,failed\n\(batch[0]),,yes\n")
    #expect(withValue?.description.contains("which has values") == true)
    // Where a value was withdrawn, it may be told that the molecule failed.
    try await campaign.tell("smiles,gap\n\(batch[1]),6\n")
    _ = try await Withdrawal.withdraw(batch[1], from: campaign.paths)
    #expect(try await tellFailure(1, "it was another flask").corrected == 1)
    #expect(try campaign.store.calculations(state: .failed).map(\.molecule.smiles) == [batch[1]])
  }

  @Test("What is waited for has nothing to withdraw")
  func pending() async throws {
    let campaign = try SmallCampaign.byHand()
    _ = try await campaign.suggest()
    #expect(await refusal("1", from: campaign)?.contains("it is still pending") == true)
  }
}

extension SmallCampaign {
  /// Raises the number of calculations in the campaign file.
  fileprivate func extend(to calculations: Int) async throws {
    try write(Self.text(budget: "{calculations: \(calculations), initial: 8, batch: 4}"), to: "small.yaml")
  }
}
