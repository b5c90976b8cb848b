import Acquisition
import CampaignFile
import CampaignTesting
import Reports
import Stores
import Testing

@Suite("What batches were expected to bring, and what came")
struct ExpectedGainReportTests {
  private static let window = Target(property: "gap", goal: .window(lower: 6, upper: 7))
  private static let goal = Target(property: "dipole", goal: .maximize)

  private func report(
    _ kind: String, mean: Double, upper: Double = 2, batch: [[String: Double]]?, objectives: [Target] = [window]
  ) throws -> ExpectedGainReport {
    try #require(
      ExpectedGainReport(
        ExpectedGainRecord(iteration: 1, kind: kind, mean: mean, lower: 0, upper: upper), batch: batch,
        after: [["gap": 6.5, "dipole": 1]], objectives: objectives, units: ["dipole": "D"]))
  }

  @Test("An expectation is said with its interval, in hits or in the unit of the objective")
  func text() throws {
    let hits = try report("hits", mean: 1.234, batch: [["gap": 6.2], ["gap": 9]])
    #expect(hits.text == "1.2 hits (0 to 2)" && hits.achieved == 1 && hits.text(1) == "1 hit")
    #expect(hits.objective == nil && hits.unit == nil)
    let better = try report(
      "improvement", mean: 0.0512, upper: 0.1, batch: [["gap": 6.2, "dipole": 1.5]],
      objectives: [Self.window, Self.goal])
    #expect(better.text == "an improvement of dipole by 0.051 D (0 to 0.1)")
    #expect(better.achieved == 0.5 && better.objective == "dipole" && better.unit == "D")
  }

  @Test(
    "The growth of a front is in the product of the units, and what came is by the reference point of its iteration")
  func front() throws {
    let objectives = [Target(property: "gap", goal: .minimize), Self.goal]
    let record = ExpectedGainRecord(iteration: 3, kind: "hypervolume", mean: 0.312, lower: 0, upper: 1.25)
    func report(_ references: [ReferencePointRecord]) throws -> ExpectedGainReport {
      try #require(
        ExpectedGainReport(
          record, batch: [["gap": 6.25, "dipole": 2], ["gap": 9, "dipole": 9]], after: [["gap": 6.5, "dipole": 1]],
          objectives: objectives, references: references, units: ["gap": "eV", "dipole": "D"]))
    }
    func references(_ iteration: Int, _ gap: Double, _ dipole: Double) -> [ReferencePointRecord] {
      [
        ReferencePointRecord(iteration: iteration, objective: "gap", isMinimum: true, value: gap, isStated: true),
        ReferencePointRecord(
          iteration: iteration, objective: "dipole", isMinimum: false, value: dipole, isStated: true),
      ]
    }
    let found = try report(references(2, 20, -5) + references(3, 7, 0))
    #expect(found.text == "a hypervolume greater by 0.31 eV·D (0 to 1.2)")
    #expect(found.meanText(below: 0.3121) == "a hypervolume greater by 0.31 eV·D")
    // 0.75 · 2 is reached, where 0.5 · 1 was.
    #expect(found.achieved == 1 && found.objective == nil && found.unit == "eV·D")
    #expect(try report(references(2, 20, -5)).achieved == nil)
  }

  @Test("A product has no unit where that of a goal is not known, and units that are empty are left out of it")
  func unitOfProduct() throws {
    let ratio = Target(try PropertyExpression("dipole / gap"), goal: .maximize)
    func unit(_ objectives: [Target]) -> String? {
      ExpectedGainReport(
        ExpectedGainRecord(iteration: 1, kind: "hypervolume", mean: 0.3, lower: 0, upper: 1), batch: nil, after: [],
        objectives: objectives, units: ["gap": "eV", "dipole": "D", "share": "", "part": ""])?.unit
    }
    let (gap, share) = (Target(property: "gap", goal: .minimize), Target(property: "share", goal: .maximize))
    #expect(unit([gap, Self.goal]) == "eV·D" && unit([gap, share]) == "eV")
    #expect(unit([gap, ratio]) == nil && unit([share, Target(property: "part", goal: .maximize)]) == nil)
    #expect(unit([Self.window, gap, ratio, Self.goal]) == nil)
  }

  @Test("Nothing is known to have come before the calculations have ended, or of another quantity")
  func unknown() throws {
    #expect(try report("hits", mean: 1, batch: nil).achieved == nil)
    #expect(try report("improvement", mean: 1, batch: [["gap": 6.2]]).achieved == nil)
    // Nor by objectives that are not known.
    for kind in ["hits", "improvement", "hypervolume"] {
      let report = try report(kind, mean: 1, batch: [["gap": 6.2]], objectives: [])
      #expect(report.achieved == nil && report.objective == nil && report.unit == nil)
    }
    let record = ExpectedGainRecord(iteration: 1, kind: "joy", mean: 1, lower: 1, upper: 1)
    #expect(ExpectedGainReport(record, batch: [], after: [], objectives: [Self.window], units: [:]) == nil)
  }

  @Test("The sums are over the batches that have ended, and of the quantity of the last of them")
  func sums() throws {
    let hit = ["gap": 6.2]
    let reports = [
      try report("improvement", mean: 5, batch: [["gap": 6.2, "dipole": 1.5]], objectives: [Self.window, Self.goal]),
      try report("hits", mean: 1.5, batch: [hit, hit]), try report("hits", mean: 0.75, batch: [hit, hit, hit]),
      try report("hits", mean: 9, batch: nil),
    ]
    let summary = try #require(GainSummary(reports))
    #expect(summary.kind == .hits && summary.batches == 2)
    #expect(summary.expected == 2.25 && summary.achieved == 5 && summary.shareInInterval == 0.5)
    #expect(summary.text == "expected of 2 batches: 2.2 hits; came: 5; within the 80 % interval: 1 of 2")
    let first = try #require(GainSummary(Array(reports.prefix(1))))
    #expect(
      first.text
        == "expected of 1 batch: an improvement of dipole by 5 D; came: 0.5 D; within the 80 % interval: 1 of 1")
    #expect(GainSummary(Array(reports.suffix(1))) == nil && GainSummary([]) == nil)
  }

  @Test("The growth of a front is not added to that of a front of other goals")
  func sumsOfFronts() throws {
    func report(_ property: String, _ goal: Goal) throws -> ExpectedGainReport {
      let objectives = [Self.goal, Target(property: property, goal: goal)]
      return try #require(
        ExpectedGainReport(
          ExpectedGainRecord(iteration: 1, kind: "hypervolume", mean: 1, lower: 0, upper: 2),
          batch: [["dipole": 2, "gap": 3, "level": 3]], after: [], objectives: objectives,
          references: objectives.map {
            ReferencePointRecord(
              iteration: 1, objective: $0.name, isMinimum: $0.goal == .minimize, value: 1, isStated: true)
          }, units: ["dipole": "D", "gap": "eV", "level": "eV"]))
    }
    let reports = [
      try report("gap", .maximize), try report("level", .maximize), try report("gap", .minimize),
      try report("gap", .maximize),
    ]
    #expect(reports.map(\.achieved) == [2, 2, 0, 2] && reports.allSatisfy { $0.unit == "D·eV" })
    let summary = try #require(GainSummary(reports))
    #expect(summary.batches == 2 && summary.achieved == 4)
  }

  @Test("The hits that came are those of the iteration, in status and inspection")
  func hits() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    let gains = report.iterations.map(\.expectedGain)
    #expect(gains[0] == nil && gains.dropFirst().allSatisfy { $0?.kind == .hits })
    #expect(gains.dropFirst().map { $0?.achieved } == report.iterations.dropFirst().map { Double($0.hits) })
    let summary = try #require(report.gain)
    #expect(summary.batches == 4 && summary.achieved == Double(report.hits - report.iterations[0].hits))
    #expect(summary.expected == gains.compactMap { $0?.mean }.reduce(0, +))
    for number in 0...4 {
      #expect(try InspectionReport(of: campaign.paths, iteration: number).iteration.expectedGain == gains[number])
    }
  }

  @Test("The improvements that came add up to the whole way from the best of the first batch")
  func improvements() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(objectives: "[{property: gap, goal: minimize}]"))
    let report = try await campaign.run()
    let summary = try #require(report.gain)
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let gaps = try store.calculations(state: .succeeded).map {
      (iteration: $0.calculation.iteration, gap: SmallCampaign.gap(of: $0.molecule.smiles))
    }
    let (first, all) = (gaps.filter { $0.iteration == 0 }.map(\.gap).min(), gaps.map(\.gap).min())
    #expect(summary.kind == .improvement && summary.objective == "gap" && summary.unit == "eV")
    #expect(abs(summary.achieved - (try #require(first) - (try #require(all)))) < 1e-12)
    #expect(summary.achieved > 0, "the example must improve")
  }

  @Test(
    "What came of several goals adds up to the growth of the front, and stays what it was with another reference point")
  func hypervolumes() async throws {
    func text(_ gap: Double, calculations: Int = 24) -> String {
      SmallCampaign.text(
        objectives:
          "[{property: gap, goal: minimize, reference: \(gap)}, {property: dipole, goal: maximize, reference: 0}]",
        budget: "{calculations: \(calculations), initial: 8, batch: 4}")
    }
    let campaign = try SmallCampaign(text(12))
    let report = try await campaign.run()
    let summary = try #require(report.gain)
    let trace = try #require(report.front).trace.map(\.hypervolume)
    #expect(summary.kind == .hypervolume && summary.unit == "eV·D" && summary.batches == 4 && summary.expected > 0)
    #expect(abs(summary.achieved - (trace[4] - trace[0])) < 1e-9 && summary.achieved > 0)
    let before = report.iterations.map(\.expectedGain)
    #expect(try InspectionReport(of: campaign.paths, iteration: 2).iteration.expectedGain == before[2])
    try campaign.write(text(20, calculations: 28), to: "small.yaml")
    let after = try await campaign.run().iterations.map(\.expectedGain)
    #expect(Array(after.prefix(5)) == before && after.count == 6 && after[5]?.kind == .hypervolume)
  }

  @Test("What was expected before the objectives changed is compared by the objectives of then")
  func changed() async throws {
    let campaign = try SmallCampaign()
    let before = try await campaign.run().iterations.map(\.expectedGain)
    try campaign.write(
      SmallCampaign.text(
        objectives: "[{property: gap, window: [11.0, 11.5]}]", budget: "{calculations: 28, initial: 8, batch: 4}"),
      to: "small.yaml")
    let after = try await campaign.run().iterations.map(\.expectedGain)
    #expect(Array(after.prefix(5)) == before && after.count == 6)
  }
}
