import CampaignTesting
import Files
import Foundation
import Testing
import Workbench

@Suite struct TargetZonesReportTests {
  /// Alcohols and amines: `a` grows with the chain, `b` against it, and `c` is high where the chain is short, and else only of
  /// the longest.
  private static func table() throws -> AlkaneTable {
    var text = "smiles,a,b_eV,c\n"
    for length in 1...60 {
      for (place, end) in ["O", "N", "F"].enumerated() {
        let value = Double(length) + Double(place) / 10
        text +=
          "\(String(repeating: "C", count: length))\(end),\(value),\(100 - value),\(length > 20 && length < 40 ? 1 : value)\n"
      }
    }
    return try AlkaneTable(text)
  }

  private func report(_ properties: [String] = []) throws -> TargetZonesReport {
    let file = try Self.table()
    defer { extendLifetime(file) }
    return try TargetZonesReport(of: file.table, properties: properties)
  }

  @Test func theTailsAreCountedByTheirBounds() throws {
    let report = try report(["a"])
    let quantity = try #require(report.properties.first)
    #expect(quantity.name == "a" && quantity.count == 180)
    #expect(quantity.quantiles.first == 1 && quantity.quantiles.last == 60.2)
    #expect(quantity.quantiles == quantity.quantiles.sorted())
    #expect(report.zones.map(\.kind) == [.beyondLow, .low, .high, .beyondHigh])
    let low = report.zones[1]
    // 5 % of 180 are nine: the fifth nearest is inside.
    #expect(low.inside == 9 && low.near > 0 && low.reach == .withinReach && low.distance == 0)
    #expect(low.flags == "--target a=..3.96")
    #expect(low.lines == ["- property: a", "  window: [null, 3.96]"])
    let beyond = report.zones[3]
    #expect(beyond.inside == 0 && beyond.flags == "--target a=60.2..")
    #expect(beyond.bounds.map(\.least) == [60.2] && beyond.distance > 0)
    #expect(report.zones.allSatisfy { $0.families >= 1 && $0.families <= 200 })
  }

  @Test func aGapIsWhereFewValuesAre() throws {
    let gap = try #require(report(["c"]).zones.first { $0.kind == .gap })
    let (least, most) = (try #require(gap.bounds[0].least), try #require(gap.bounds[0].most))
    #expect(least > 20 && most < 41)
    let expected = try #require(gap.expected)
    #expect(Double(gap.inside) * 3 < expected)
  }

  @Test func cornersThatGoAgainstTheTrendAreRare() throws {
    let report = try report(["a", "b_eV"])
    let corners = report.zones.filter { $0.kind == .corner }
    // `b` is 100 − `a`: both are never low, nor both high.
    #expect(corners.map(\.inside) == [0, 0])
    #expect(corners.allSatisfy { abs(($0.expected ?? 0) - 7.2) < 1e-9 && $0.reach == .far })
    #expect(corners[0].flags.wholeMatch(of: /--target a=\.\.[\d.]+ --target b_eV=\.\.[\d.]+/) != nil)
    #expect(corners[0].lines.count == 4)
  }

  @Test func theReportIsWrittenAsJSONWithItsTexts() throws {
    let data = try JSONEncoder().encode(try report(["a"]))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(object.keys) == ["source", "properties", "zones", "notes"])
    let zones = try #require(object["zones"] as? [[String: Any]])
    #expect(zones[1]["flags"] as? String == "--target a=..3.96" && zones[1]["reach"] as? String == "withinReach")
  }

  @Test func aTableWithoutValuesIsRefused() throws {
    let file = try AlkaneTable("smiles,a\nC,1\nCC,2\n")
    defer { extendLifetime(file) }
    #expect(throws: CampaignError.self) { try TargetZonesReport(of: file.table) }
    #expect(throws: CampaignError.self) { try TargetZonesReport(of: "/absent.csv") }
    #expect(throws: CampaignError.self) { try report(["nothing"]) }
  }
}
