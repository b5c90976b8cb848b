import Campaign
import CampaignTesting
import Chemistry
import Files
import Reports
import Testing
import Workbench

@Suite("Molecules that are known to a campaign")
struct MoleculeFileTests {
  @Test("They are not proposed, counted by the filter, and a change of them is recorded")
  func known() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(molecules: "{heavy_atoms: [1, 10], known: known.smi}"))
    let known = Array(SmallCampaign.learntChains.prefix(5))
    try campaign.write(known.joined(separator: "\n") + "\n", to: "known.smi")
    let report = try await ValidationReport(of: campaign.paths)
    #expect((report.refusals["known"] ?? 0) > 0)
    let status = try await campaign.run()
    let identities = try Set(known.map { try Molecule(smiles: $0).smiles })
    #expect(status.best.allSatisfy { !identities.contains($0.smiles) })
    let inspection = try InspectionReport(of: campaign.paths, iteration: nil)
    #expect(inspection.refusals.keys.allSatisfy { $0 != "heavyAtoms" && $0 != "element" })
    try campaign.write(known.dropLast().joined(separator: "\n") + "\n", to: "known.smi")
    #expect(try await campaign.run().changes.map(\.key) == ["known molecules"])
  }

  @Test("A file without molecules is refused by name")
  func empty() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text() + "\n")
    try campaign.write("\n# nothing\n", to: "known.smi")
    var criteria = FilterCriteria()
    criteria.known = [campaign.folder + "/known.smi"]
    let error = #expect(throws: CampaignError.self) { try criteria.filter() }
    #expect(error?.description.contains("known.smi") == true)
  }
}
