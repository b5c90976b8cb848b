package import CampaignStore

/// Whether a campaign goes on; a pure function of its budget and of what its calculations gave, in batch order.
package struct StopRule {
  private let budget: Budget

  package init(budget: Budget) { self.budget = budget }

  /// The reason to end, or nil to go on. `succeeded` has an entry for each calculation that ended, in batch order.
  package func reasonToEnd(succeeded: [Bool], hits: Int) -> (EndReason, String)? {
    if let wanted = budget.hits, hits >= wanted {
      return (.hits, "\(hits) molecules meet all objectives; \(wanted) were asked for.")
    }
    let failuresAtEnd = succeeded.reversed().prefix { !$0 }.count
    let isNeverGood =
      !succeeded.isEmpty && !succeeded.contains(true) && succeeded.count >= min(budget.initial, budget.calculations)
    if failuresAtEnd >= budget.consecutiveFailures || isNeverGood {
      let what = isNeverGood ? "All \(succeeded.count) calculations" : "The last \(failuresAtEnd) calculations"
      let wayOn = isNeverGood ? "" : ", or raise budget.consecutive_failures to continue"
      return (
        .failures,
        "\(what) have failed. See why with 'cohobate inspect', fix the cause, and start over with another --database"
          + "\(wayOn); 'cohobate doctor' checks the machine."
      )
    }
    if succeeded.count >= budget.calculations {
      return (
        .budget,
        succeeded.count == budget.calculations
          ? "All \(budget.calculations) calculations of the budget are done."
          : "\(succeeded.count) calculations are done, more than the \(budget.calculations) of the budget."
      )
    }
    return nil
  }
}
