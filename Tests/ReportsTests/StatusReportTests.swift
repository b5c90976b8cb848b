import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("Where a campaign stands")
struct StatusReportTests {
  @Test("Every number is that of the record")
  func values() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let calculations = try store.calculations()
    let good = calculations.filter { $0.calculation.state == .succeeded }.map(\.molecule.smiles)
    #expect(report.name == "small" && report.seed == 11 && report.database == campaign.paths.database)
    #expect(report.policy == "surrogate" && report.acquisition == "log-window")
    #expect(report.objectives == ["gap from 6.0 to 7.0 eV"])
    #expect(report.units == ["gap": "eV", "dipole": "D"])
    #expect(report.budget == 24)
    #expect(report.succeeded == good.count)
    #expect(report.failed == 24 - good.count)
    #expect(report.failures.values.reduce(0, +) == report.failed)
    let isHit = { (smiles: String) in (6...7).contains(SmallCampaign.gap(of: smiles)) }
    #expect(report.hits == good.count(where: isHit))
    #expect(report.hits > 0, "the example must have hits")
    #expect(report.iterations.map(\.number) == Array(0...4))
    #expect(report.iterations.map(\.succeeded).reduce(0, +) == report.succeeded)
    #expect(report.iterations.map(\.failed).reduce(0, +) == report.failed)
    #expect(report.iterations.map(\.hits).reduce(0, +) == report.hits)
    #expect(report.fits.map(\.iteration) == [4] && report.fits.map(\.property) == ["gap"])
  }

  @Test("A record whose campaign file cannot be read is blamed itself, and not the person's file")
  func damagedSpecification() throws {
    let campaign = try SmallCampaign()
    let path = campaign.paths.database
    let record = CampaignRecord(name: "small", specification: "name: [", seed: 11, createdAt: Date())
    try CampaignStore.create(at: path, campaign: record, versions: [], properties: []).close()
    let error = #expect(throws: CampaignError.self) { try StatusReport(of: campaign.paths) }
    #expect(error?.description.hasPrefix("'\(path)' keeps a campaign file that cannot be read: ") == true)
    #expect(error?.description.contains("small.yaml") == false)
  }

  @Test("The best come first, as many as asked for, and with their values")
  func best() async throws {
    let campaign = try SmallCampaign()
    let all = try await campaign.run().best
    #expect(all.count == min(10, try StatusReport(of: campaign.paths).succeeded))
    let distances = all.map { max(0, 6 - SmallCampaign.gap(of: $0.smiles), SmallCampaign.gap(of: $0.smiles) - 7) }
    #expect(distances == distances.sorted())
    for report in all {
      #expect(
        report.values == [
          "gap": SmallCampaign.gap(of: report.smiles), "dipole": SmallCampaign.dipole(of: report.smiles),
        ])
      #expect(report.isHit == (6...7).contains(SmallCampaign.gap(of: report.smiles)))
    }
    let hits = all.filter(\.isHit).map(\.calculation)
    #expect(hits == hits.sorted(), "among equals the earlier")
    #expect(try StatusReport(of: campaign.paths, top: 2).best.map(\.smiles) == all.prefix(2).map(\.smiles))
    #expect(try StatusReport(of: campaign.paths, top: 0).best.isEmpty)
  }

  @Test("The database of another campaign is refused, and a file that cannot be read is no hindrance")
  func otherCampaign() async throws {
    let (campaign, other) = (try SmallCampaign(), try SmallCampaign())
    try await campaign.run()
    try other.write(SmallCampaign.text().replacing("name: small", with: "name: other"), to: "small.yaml")
    let paths = CampaignPaths(file: other.paths.file, database: campaign.paths.database)
    let error = #expect(throws: CampaignError.self) { try StatusReport(of: paths) }
    #expect(
      error
        == CampaignError(
          .input,
          "\(campaign.paths.database) belongs to the campaign 'small', not to 'other'; give another file with "
            + "--database."
        ))
    try other.write("name: [", to: "small.yaml")
    #expect(try StatusReport(of: paths).name == "small")
    #expect(try StatusReport(of: CampaignPaths(file: "absent.yaml", database: paths.database)).name == "small")
    #expect(try StatusReport(of: CampaignPaths(file: paths.database)).name == "small")
  }

  @Test("A campaign that was not begun is named")
  func notBegun() throws {
    let campaign = try SmallCampaign()
    do {
      _ = try StatusReport(of: campaign.paths)
      Issue.record("there is nothing to report")
    } catch {
      #expect(error.kind == .input && error.description.contains("small.sqlite"))
    }
  }
}
