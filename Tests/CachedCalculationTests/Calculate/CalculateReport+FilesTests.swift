import CachedCalculation
import CampaignTesting
import Chemistry
import Files
import Foundation
import Tables
import Testing

/// Files of calculated geometries.
@Suite struct CalculateReportFilesTests {
  /// A report on molecules that a script knows nothing of but their geometry.
  private func report(_ smiles: [String], arguments: String = "\"{xyz}\"") async throws -> CalculateReport {
    let campaign = try SmallCampaign()
    defer { extendLifetime(campaign) }
    try campaign.write("echo '{\"properties\": {\"value\": 1.5}}'", to: "program.sh")
    try campaign.write(
      "calculator:\n  program: command\n  command: [/bin/sh, program.sh, \(arguments)]\n  properties: {value: m}\n",
      to: "settings.yaml")
    let request = CalculatorRequest(configuration: campaign.folder + "/settings.yaml")
    return try await CalculateRun(
      .smiles(smiles), by: request, on: ComputeResources(jobs: 1, workdir: campaign.resources.workdir)
    ).run()
  }

  @Test func structuresAreInTheOrderOfTheInputWithoutTheLinesThatFailed() async throws {
    let report = try await self.report(["OCC", "C1", "C=O"])
    let records = try report.sdf().components(separatedBy: "$$$$\n").dropLast()
    #expect(records.count == 2)
    for (record, expected) in zip(records, [("line 1", "CCO", 9), ("line 3", "C=O", 4)]) {
      #expect(record.hasPrefix(expected.0 + "\n"))
      #expect(record.contains(">  <SMILES>\n\(expected.1)\n"))
      #expect(record.contains(">  <value (m)>\n1.5\n"))
      let counts = record.components(separatedBy: "\n")[3]
      #expect(counts.hasPrefix("  \(expected.2)"))
    }
  }

  @Test func geometriesAreThoseOfTheJSON() async throws {
    let report = try await self.report(["C=O", "OCC"])
    let text = try report.xyz()
    let first = try Geometry(xyz: text, bonds: [])
    let row = report.rows[0]
    #expect(first.elements == row.elements)
    #expect(row.elements?.sorted() == ["C", "H", "H", "O"])
    let coordinates = try #require(row.coordinates)
    #expect(coordinates.map(\.count) == [3, 3, 3, 3])
    let flat: [Double] = coordinates.flatMap { $0 }
    let distances: [Double] = zip(first.coordinates, flat).map { abs($0 - $1) }
    #expect(distances.allSatisfy { $0 < 1e-7 })
    #expect(String(text.split(separator: "\n")[1]) == "line 1: SMILES C=O, value (m) = 1.5")
    // Four atoms and nine, each with two lines before them.
    #expect(text.split(separator: "\n").count == 17)
  }

  @Test func whereNothingWasCalculatedTheReasonIsSaid() async throws {
    let report = try await self.report(["C1"])
    for write in [report.sdf, report.xyz] {
      let error = #expect(throws: CampaignError.self) { try write() }
      #expect(error?.kind == .failure)
      #expect(error?.description.contains("No molecule was calculated") == true)
      #expect(error?.description.contains("ring closure 1") == true)
    }
  }
}
