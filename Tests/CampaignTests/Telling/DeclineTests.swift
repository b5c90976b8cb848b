import Campaign
import CampaignTesting
import Files
import Reports
import Stores
import Testing

@Suite("Suggestions that are declined")
struct DeclineTests {
  private func refusal(_ molecule: String, in campaign: SmallCampaign) async -> String? {
    do {
      _ = try await Decline.decline(molecule, in: campaign.paths)
      return nil
    } catch {
      return error.kind == .input ? error.description : "another kind: \(error)"
    }
  }

  @Test("A declined molecule is no failure, costs nothing, and is not suggested again")
  func declined() async throws {
    let campaign = try SmallCampaign.byHand(
      budget: "{calculations: 10, initial: 6, batch: 4, consecutive_failures: 2}")
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    for smiles in batch.prefix(3) {
      let decline = try await Decline.decline(smiles, reason: "It cannot be bought.", in: campaign.paths)
      #expect(decline.isDeclined && decline.smiles == smiles && decline.reason == "It cannot be bought.")
    }
    #expect(try await campaign.suggest().molecules.map(\.smiles) == Array(batch.dropFirst(3)))
    try await campaign.tell(SmallCampaign.table(batch.dropFirst(3)))
    let next = try await campaign.suggest()
    #expect(next.endMessage == nil && next.molecules.count == 4)
    #expect(!next.molecules.contains { batch.contains($0.smiles) })
    let report = try StatusReport(of: campaign.paths)
    #expect(report.declined == 3 && report.failed == 0 && report.succeeded == 3 && report.pending == 4)
    // Ten calculations are made besides those that were declined.
    try await campaign.tell(SmallCampaign.table(next.molecules.map(\.smiles)))
    #expect(try await campaign.suggest().molecules.count == 3)
  }

  @Test("A declined molecule is suggested again where that is asked for, and a value of it may be told")
  func again() async throws {
    let campaign = try SmallCampaign.byHand()
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    _ = try await Decline.decline(batch[0], in: campaign.paths)
    _ = try await Decline.decline(batch[1], in: campaign.paths)
    try await campaign.tell(SmallCampaign.table(batch.dropFirst(2)))
    let decline = try await Decline.suggestAgain(batch[0], in: campaign.paths)
    #expect(!decline.isDeclined && decline.pending == 1)
    #expect(try await campaign.suggest().molecules.map(\.smiles) == [batch[0]])
    // It was measured after all.
    #expect(try await campaign.tell(SmallCampaign.table([batch[1]])).told == 1)
    #expect(try campaign.store.declines().allSatisfy { $0.revokedAt != nil })
    #expect(try campaign.store.observations(of: "gap").map(\.smiles).contains(batch[1]))
  }

  @Test("What is not waited for cannot be declined, and nothing is changed")
  func refused() async throws {
    let campaign = try SmallCampaign.byHand()
    #expect(await refusal("C", in: campaign)?.contains("nothing was suggested") == true)
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    try await campaign.tell(SmallCampaign.table([batch[0]]))
    let rows = try campaign.rows()
    for molecule in [batch[0], "c1ccccc1", "99"] {
      #expect(await refusal(molecule, in: campaign)?.contains("is not pending") == true)
    }
    await #expect(throws: CampaignError.self) { try await Decline.suggestAgain(batch[1], in: campaign.paths) }
    #expect(try campaign.rows() == rows)
  }
}
