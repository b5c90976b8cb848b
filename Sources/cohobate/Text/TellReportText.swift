import Campaign
import Compositions
import Files
import Reports

/// The withdrawn values, for people.
struct WithdrawalText {
  private let withdrawal: Withdrawal

  init(_ withdrawal: Withdrawal) {
    self.withdrawal = withdrawal
  }

  var lines: [String] {
    let values =
      withdrawal.withdrawn.map { "\($0.property) \(withUnit(Number.fixed($0.value), $0.unit))" }
      + (withdrawal.withdrawnFailure == nil ? [] : ["the failure"])
    var lines = [
      "Withdrawn: \(values.joined(separator: ", ")) of molecule \(withdrawal.molecule), \(materialText(withdrawal.smiles)).",
      withdrawal.withdrawnFailure == nil
        ? "The record keeps it as withdrawn, and the surrogate no longer learns from it; another value may be told."
        : "The record keeps it as withdrawn; a value may be told, or a failure again.",
    ]
    if let message = withdrawal.endMessage { lines.append("The campaign has ended. \(message)") }
    return lines
  }
}

/// The result of entering values, for people.
struct TellReportText {
  private let telling: TellReport
  private let campaign: String

  /// - Parameter campaign: the arguments that name the campaign.
  init(_ telling: TellReport, campaign: String) {
    self.telling = telling
    self.campaign = campaign
  }

  var lines: [String] {
    var lines: [String] = []
    let pending =
      telling.pending == 0 ? "no suggestion is pending" : "\(Number.count(telling.pending, "suggestion")) still pending"
    lines.append("\(Number.count(telling.told, "suggested molecule")) told; \(pending).")
    if let iteration = telling.addedIteration {
      lines.append("\(Number.count(telling.added, "molecule")) added as prior data (iteration \(iteration)).")
    }
    if telling.corrected > 0 { lines.append("\(Number.count(telling.corrected, "withdrawn molecule")) told again.") }
    if telling.known > 0 {
      lines.append("\(Number.count(telling.known, "molecule")) already recorded with the same values.")
    }
    if telling.empty > 0 { lines.append("\(Number.count(telling.empty, "line")) without a value.") }
    if !telling.failures.isEmpty {
      lines.append("\(Number.count(telling.failures.count, "molecule")) recorded as failed:")
      lines += telling.failures.map { "  \($0.id.map { "\($0)" } ?? materialText($0.smiles)): \($0.reason)".visible }
    }
    if let message = telling.endMessage {
      lines.append("The campaign has ended. \(message)")
    } else if telling.isCalculated {
      lines.append("Next: \(quotedCommand("cohobate run \(campaign)")) calculates the next batch.")
    } else if telling.pending == 0 {
      lines.append("Next: \(quotedCommand("cohobate suggest \(campaign)")) designs the next batch.")
    }
    return lines
  }
}
