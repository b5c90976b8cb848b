import Campaign
import CampaignFile
import CampaignTesting
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

  @Test("A budget below the first iteration's size cannot hide that all have failed")
  func smallBudget() throws {
    #expect(try end(outcomes("--"), calculations: 2, initial: 4, inARow: 20)?.0 == .failures)
  }
}
