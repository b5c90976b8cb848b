package import CampaignFile
import Files
import Foundation
package import Reports
package import Stores

/// Decides whether a campaign ends by its budget, by its hits, by its failures or by what its next batch is expected to
/// bring, as a pure function of the budget, of the outcomes in batch order and of the expectation. A campaign that lacks
/// candidates is ended by `DesigningCampaign`.
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

  /// The reason to end before a batch is calculated, or nil to calculate it.
  ///
  /// The number in the file is about a batch of `budget.batch` molecules. A batch that has fewer, because the budget has no
  /// room for more or no more were found, is expected to bring less for that reason alone: it is calculated.
  ///
  /// - Parameters:
  ///   - gain: What it is expected to bring; nil if nothing is expected, which never ends a campaign.
  ///   - count: The size of the batch.
  ///   - isBelowReference: Whether no known molecule exceeds a stated reference point in all goals.
  package func reasonToEnd(
    expecting gain: ExpectedGainReport?, of count: Int, isBelowReference: Bool = false
  ) -> (EndReason, String)? {
    guard count >= budget.batch, let least = budget.leastGain, let gain, gain.mean < least else { return nil }
    let batch = count == 1 ? "The next calculation is" : "The next \(count) calculations are"
    return (
      .gain,
      "\(batch) expected to give \(gain.meanText(below: least)); 'budget.until' asks for at least "
        + withFullStop(withUnit(String(format: "%.12g", least), gain.unit ?? ""))
        + " Lower it or remove it, and run again to go on."
        + (isBelowReference
          ? " The likely cause is the 'reference': no known molecule exceeds it in all goals; a worse one lets the known ones "
            + "count."
          : "")
    )
  }
}
