import Acquisition
import Foundation
import Reports
import Testing

@Suite("The curves of a replay")
struct ReplayReportTests {
  /// A campaign that finds a hit at each of these calculations, and whose gap grows by 1 with each.
  static func run(hitsAt places: Set<Int>, count: Int = 8) -> ReplayRun {
    ReplayRun(
      (1...count).map { (values: ["gap": Double($0)], isHit: places.contains($0)) },
      objectives: [Target(property: "gap", goal: .maximize)])
  }

  static func report(_ runs: [(policy: String, runs: [ReplayRun])], hits: Int = 4, calculations: Int = 8)
    -> ReplayReport
  {
    ReplayReport(
      campaign: "small", table: "values.csv", molecules: 40, hitRule: "the best 10 % of the molecules", hits: hits,
      calculations: calculations, seeds: (0..<UInt64(runs.first?.runs.count ?? 0)).map { 11 + $0 },
      objectives: [Target(property: "gap", goal: .maximize)], units: ["gap": "eV"], runs: runs, notes: [])
  }

  @Test("A point is the mean over the seeds with its band, as hits and as their share")
  func points() throws {
    let report = Self.report([("greedy", [Self.run(hitsAt: [1, 2, 3, 4]), Self.run(hitsAt: [4, 5])])])
    let policy = try #require(report.policies.first)
    #expect(policy.curve.map(\.calculations) == Array(1...8))
    #expect(policy.curve.map(\.hits.mean) == [0.5, 1, 1.5, 2.5, 3, 3, 3, 3])
    #expect(policy.curve.map(\.hits.low) == [0, 0, 0, 1, 2, 2, 2, 2])
    #expect(policy.curve.map(\.hits.high) == [1, 2, 3, 4, 4, 4, 4, 4])
    #expect(policy.curve[3].share.mean == 0.625 && policy.curve[3].share.high == 1)
    #expect(policy.curve.map { $0.best["gap"]?.mean } == (1...8).map(Double.init))
    // Two of the four hits, as a mean, after the fourth calculation.
    #expect(policy.calculationsToHalf == 4)
    #expect(report.band == .range && report.goals == ["gap"])
  }

  @Test("A campaign that has ended early keeps what it had found")
  func ended() throws {
    let report = Self.report([("greedy", [Self.run(hitsAt: [2], count: 3)])])
    let curve = try #require(report.policies.first?.curve)
    #expect(curve.map(\.hits.mean) == [0, 1, 1, 1, 1, 1, 1, 1])
    #expect(curve.last?.best["gap"]?.mean == 3)
    #expect(report.policies.first?.fewestCalculations == 3)
    #expect(
      report.notes.count == 1 && report.notes[0].hasPrefix("The campaigns of greedy ended after 3 instead of 8 calc"))
  }

  @Test("Campaigns that have ended are not compared as if they had gone on")
  func endedStatement() {
    let slow = Self.run(hitsAt: [4, 7])
    let ended = [Self.run(hitsAt: [2], count: 3), Self.run(hitsAt: [2, 5, 6], count: 6)]
    let report = Self.report([("greedy", ended), ("random", [slow, slow])])
    // Half of the hits are found as a mean, but after one of the campaigns has ended.
    #expect(report.policies[0].calculationsToHalf == nil)
    #expect(
      report.statement
        == "greedy had found 50 % of the 4 hits when its campaigns ended, after 3 to 6 calculations; random needed only 7 "
        + "for half of the 4 hits.")
    #expect(report.notes[0].contains("ended after 3 to 6 instead of 8 calculations"))
  }

  @Test("The statement compares the first policy with the others, whether or not they found half of the hits")
  func statement() {
    let fast = Self.run(hitsAt: [1, 2, 3, 4])
    let slow = Self.run(hitsAt: [4, 7])
    let poor = Self.run(hitsAt: [8])
    func statement(_ runs: [(policy: String, runs: [ReplayRun])]) -> String { Self.report(runs).statement }
    #expect(
      statement([("greedy", [fast]), ("random", [slow])])
        == "greedy needed 2 calculations for half of the 4 hits, random 7: 3.5 times as many.")
    #expect(
      statement([("greedy", [fast]), ("random", [poor])])
        == "greedy needed 2 calculations for half of the 4 hits; random had found 25 % of them after 8 calculations.")
    #expect(
      statement([("greedy", [fast]), ("surrogate", [slow]), ("random", [slow])])
        == "greedy needed 2 calculations for half of the 4 hits, surrogate 7: 3.5 times as many; random 7: 3.5 times as many."
    )
    #expect(
      statement([("greedy", [poor]), ("random", [slow])])
        == "greedy had found 25 % of the 4 hits after 8 calculations; random needed only 7 for half of the 4 hits.")
    #expect(
      statement([("greedy", [poor]), ("random", [poor])])
        == "greedy had found 25 % of the 4 hits after 8 calculations; random had found 25 %.")
    #expect(
      statement([("greedy", [slow]), ("random", [fast])])
        == "greedy needed 7 calculations for half of the 4 hits, random only 2: greedy needed 3.5 times as many.")
    #expect(
      statement([("greedy", [fast]), ("random", [fast])])
        == "greedy needed 2 calculations for half of the 4 hits, random as many.")
    #expect(
      Self.report([("greedy", [slow]), ("random", [fast])], hits: 1).statement
        == "greedy needed 4 calculations for the hit with half of the seeds, random only 1: greedy needed 4.0 times as many."
    )
    #expect(statement([("greedy", [fast])]) == "greedy needed 2 calculations for half of the 4 hits.")
  }

  @Test("The table of the curves has a row for each policy and calculation")
  func csv() {
    let csv = Self.report([("greedy", [Self.run(hitsAt: [1])]), ("random", [Self.run(hitsAt: [])])], hits: 2).csv
    let lines = csv.split(separator: "\n")
    #expect(lines.count == 17)
    #expect(
      lines.first
        == "policy,calculations,hits,hits low,hits high,share,share low,share high,best gap,best gap low,best gap high")
    #expect(lines[1] == "greedy,1,1.0,1.0,1.0,0.5,0.5,0.5,1.0,1.0,1.0")
    #expect(lines.last == "random,8,0.0,0.0,0.0,0.0,0.0,0.0,8.0,8.0,8.0")
  }
}
