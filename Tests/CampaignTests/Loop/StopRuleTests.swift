import Acquisition
import Campaign
import CampaignFile
import CampaignTesting
import Reports
import Stores
import Testing

@Suite("When a campaign ends")
struct StopRuleTests {
  private func end(
    _ succeeded: [Bool], hits: Int = 0, calculations: Int = 10, initial: Int = 4, wanted: Int? = nil, inARow: Int = 3
  ) throws -> (EndReason, String)? {
    var budget = try Specification(file: "small.yaml", text: SmallCampaign.text()).budget
    budget.calculations = calculations
    budget.initial = initial
    budget.hits = wanted
    budget.consecutiveFailures = inARow
    return StopRule(budget: budget).reasonToEnd(ended: succeeded.count, successes: succeeded, hits: hits)
  }

  private func outcomes(_ text: String) -> [Bool] { text.map { $0 == "+" } }

  @Test("It goes on while nothing ends it", arguments: ["", "+", "+++++++++", "-", "--", "+-+--", "+--+--+--"])
  func goesOn(text: String) throws {
    #expect(try end(outcomes(text)) == nil)
  }

  @Test("The budget ends it when all calculations are done, and not one earlier")
  func budget() throws {
    #expect(try end(outcomes("+-+-+-+-+")) == nil)
    let (reason, message) = try #require(try end(outcomes("+-+-+-+-+-")))
    #expect(reason == .budget)
    #expect(message == "All 10 calculations of the budget are done.")
    let lowered = try #require(try end(outcomes("+-+-+-+-+-+")))
    #expect(lowered.0 == .budget)
    #expect(lowered.1 == "11 calculations are done, more than the 10 of the budget.")
  }

  @Test("Hits end it from the number on that was asked for")
  func hits() throws {
    #expect(try end(outcomes("+++"), hits: 2, wanted: 3) == nil)
    let (reason, message) = try #require(try end(outcomes("+++"), hits: 3, wanted: 3))
    #expect(reason == .hits)
    #expect(message == "3 molecules meet all objectives; 3 were asked for.")
    #expect(try end(outcomes("++++++"), hits: 6) == nil, "where no number was asked for")
    #expect(try end(outcomes("++++++++++"), hits: 3, wanted: 3)?.0 == .hits, "before the budget")
  }

  @Test("So many failures in a row end it, counted at the end and in batch order")
  func consecutiveFailures() throws {
    let (reason, message) = try #require(try end(outcomes("++---")))
    #expect(reason == .failures)
    #expect(message.hasPrefix("The last 3 calculations have failed. See why with 'cohobate inspect'"))
    #expect(message.contains("Then raise budget.consecutive_failures and run again."))
    #expect(try end(outcomes("---+")) == nil)
    #expect(try end(outcomes("+++++++---"))?.0 == .failures, "before the budget")
  }

  @Test("It ends when nothing of the first iteration was good")
  func neverGood() throws {
    #expect(try end(outcomes("---"), inARow: 20) == nil)
    let (reason, message) = try #require(try end(outcomes("----"), inARow: 20))
    #expect(reason == .failures)
    #expect(message.hasPrefix("All 4 calculations have failed."))
    #expect(message.contains("otherwise start over with another --database."))
    #expect(try end(outcomes("-+--"), inARow: 20) == nil)
  }

  /// The end before a batch of which this gain is expected; `wanted` is the size of a whole one.
  private func end(
    expecting mean: Double?, of count: Int = 8, wanted: Int? = nil, least: Double? = 0.1, objectives: [Target]
  ) throws -> (EndReason, String)? {
    var budget = try Specification(file: "small.yaml", text: SmallCampaign.text()).budget
    budget.leastGain = least
    budget.batch = wanted ?? count
    let kind = try #require(ExpectedGain.Kind(of: objectives))
    let gain = mean.flatMap { mean in
      ExpectedGainReport(
        ExpectedGainRecord(iteration: 1, kind: kind.rawValue, mean: mean, lower: 0, upper: 1), batch: nil, after: [],
        objectives: objectives, units: ["gap": "eV", "dipole": "D"])
    }
    return StopRule(budget: budget).reasonToEnd(expecting: gain, of: count)
  }

  @Test("A batch of which less is expected than was asked for ends it, in hits or in the unit of the objective")
  func gain() throws {
    let window = Target(property: "gap", goal: .window(lower: 1, upper: 2))
    let (reason, message) = try #require(try end(expecting: 0.05, objectives: [window]))
    #expect(reason == .gain)
    #expect(
      message
        == "The next 8 calculations are expected to give 0.05 hits; 'budget.until' asks for at least 0.1. Lower it or remove "
        + "it, and run again to go on.")
    let improvement = try #require(
      try end(expecting: 0.05, of: 1, objectives: [Target(property: "gap", goal: .maximize)]))
    #expect(
      improvement.1
        == "The next calculation is expected to give an improvement of gap by 0.05 eV; 'budget.until' asks for at least "
        + "0.1 eV. Lower it or remove it, and run again to go on.")
    let front = try #require(
      try end(
        expecting: 0.0998,
        objectives: [Target(property: "gap", goal: .minimize), window, Target(property: "dipole", goal: .maximize)]))
    #expect(
      front.1
        == "The next 8 calculations are expected to give a hypervolume greater by 0.0998 eV·D; 'budget.until' asks for at "
        + "least 0.1 eV·D. Lower it or remove it, and run again to go on.")
    #expect(try end(expecting: 0.1, objectives: [window]) == nil)
    #expect(try end(expecting: nil, objectives: [window]) == nil, "where nothing is expected")
    #expect(try end(expecting: 0, least: nil, objectives: [window]) == nil, "where nothing was asked for")
  }

  @Test("A batch that is shorter than a whole one is calculated, whatever is expected of it")
  func shortBatch() throws {
    let window = Target(property: "gap", goal: .window(lower: 1, upper: 2))
    #expect(try end(expecting: 0.05, of: 7, wanted: 8, objectives: [window]) == nil)
    #expect(try end(expecting: 0.05, of: 8, wanted: 8, objectives: [window])?.0 == .gain)
    #expect(try end(expecting: 0.05, of: 9, wanted: 8, objectives: [window])?.0 == .gain)
  }

  @Test("The end names a stated reference that no known molecule exceeds")
  func reference() throws {
    var budget = try Specification(file: "small.yaml", text: SmallCampaign.text()).budget
    budget.leastGain = 0.1
    let goals = [Target(property: "gap", goal: .minimize), Target(property: "dipole", goal: .maximize)]
    let gain = ExpectedGainReport(
      ExpectedGainRecord(iteration: 1, kind: "hypervolume", mean: 0, lower: 0, upper: 0), batch: nil, after: [],
      objectives: goals, units: ["gap": "eV", "dipole": "D"])
    let rule = StopRule(budget: budget)
    let below = try #require(rule.reasonToEnd(expecting: gain, of: 8, isBelowReference: true)).1
    #expect(
      below.hasSuffix(
        "run again to go on. The likely cause is the 'reference': no known molecule exceeds it in all goals; a worse one "
          + "lets the known ones count."))
    #expect(try #require(rule.reasonToEnd(expecting: gain, of: 8)).1.hasSuffix("run again to go on."))
  }

  @Test("A budget below the first iteration's size cannot hide that all have failed")
  func smallBudget() throws {
    #expect(try end(outcomes("--"), calculations: 2, initial: 4, inARow: 20)?.0 == .failures)
  }
}
