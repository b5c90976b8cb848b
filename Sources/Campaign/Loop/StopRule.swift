package import CampaignStore

/// Whether a campaign goes on; a pure function of its budget and of what its calculations gave, in batch order.
package struct StopRule {
  private let budget: Budget

  package init(budget: Budget) { self.budget = budget }

  /// The reason to end, or nil to go on.
  ///
  /// - Parameters:
  ///   - ended: How many calculations have ended.
  ///   - successes: Whether those of them succeeded that the rule on failures looks at, in batch order.
  ///   - hits: How many molecules meet all objectives.
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
        ? "fix the cause and run again: a changed program or setting is recorded, and starts the count over"
        : "fix the cause and run again, or raise budget.consecutive_failures"
      return (
        .failures,
        "\(what) have failed. See why with 'cohobate inspect'; \(wayOn). 'cohobate doctor' checks the machine."
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
