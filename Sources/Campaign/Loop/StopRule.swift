package import CampaignFile
package import Stores

/// Decides whether a campaign ends by its budget, by its hits or by its failures, as a pure function of the budget and
/// of the outcomes in batch order. A campaign that lacks candidates is ended by `DesigningCampaign`.
package struct StopRule {
  private let budget: Budget

  package init(budget: Budget) { self.budget = budget }

  /// The reason to end, or nil to continue.
  ///
  /// - Parameters:
  ///   - ended: The number of calculations that have ended.
  ///   - successes: The successes and failures, in batch order, that the rule on failures considers.
  ///   - hits: The number of molecules that meet all objectives.
  package func reasonToEnd(ended: Int, successes: [Bool], hits: Int) -> (EndReason, String)? {
    if let wanted = budget.hits, hits >= wanted {
      return (.hits, "\(hits) molecules meet all objectives; \(wanted) were asked for.")
    }
    let failuresAtEnd = successes.reversed().prefix { !$0 }.count
    let isNeverGood =
      !successes.isEmpty && !successes.contains(true) && successes.count >= min(budget.initial, budget.calculations)
    if failuresAtEnd >= budget.consecutiveFailures || isNeverGood {
      let what = isNeverGood ? "All \(successes.count) calculations" : "The last \(failuresAtEnd) calculations"
      let wayOn =
        isNeverGood
        ? "Run again where that changes the program's version or the protocol; otherwise start over with another --database"
        : "Then raise budget.consecutive_failures and run again"
      return (
        .failures,
        "\(what) have failed. See why with 'cohobate inspect', and fix the cause. \(wayOn). 'cohobate doctor' checks the machine."
      )
    }
    if ended >= budget.calculations {
      return (
        .budget,
        ended == budget.calculations
          ? "All \(budget.calculations) calculations of the budget are done."
          : "\(ended) calculations are done, more than the \(budget.calculations) of the budget."
      )
    }
    return nil
  }
}
