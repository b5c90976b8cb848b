import Campaign

/// What was withdrawn, for people.
struct WithdrawalText {
  private let withdrawal: Withdrawal

  init(_ withdrawal: Withdrawal) {
    self.withdrawal = withdrawal
  }

  var lines: [String] {
    let values =
      withdrawal.withdrawn.map { "\($0.property) \(Number.fixed($0.value)) \($0.unit)" }
      + (withdrawal.withdrawnFailure == nil ? [] : ["the failure"])
    var lines = [
      "Withdrawn: \(values.joined(separator: ", ")) of molecule \(withdrawal.molecule), \(withdrawal.smiles).",
      withdrawal.withdrawnFailure == nil
        ? "It stays in the record as withdrawn, and is learnt from no more; another value may be told."
        : "It stays in the record as withdrawn; a value may be told, or a failure anew.",
    ]
    if let message = withdrawal.endMessage { lines.append("The campaign has ended. \(message)") }
    return lines
  }
}

/// What came of values that were told, for people.
struct TellingText {
  private let telling: Telling
  private let campaign: String

  /// - Parameter campaign: the arguments that name the campaign.
  init(_ telling: Telling, campaign: String) {
    self.telling = telling
    self.campaign = campaign
  }

  var lines: [String] {
    var lines = ["Waited for and told now: \(telling.told); still pending: \(telling.pending)."]
    if let iteration = telling.addedIteration {
      lines.append("Never suggested, and iteration \(iteration) now: \(telling.added).")
    }
    if telling.corrected > 0 { lines.append("Withdrawn before and told anew: \(telling.corrected).") }
    if telling.known > 0 { lines.append("Known already, and the same: \(telling.known).") }
    if telling.empty > 0 { lines.append("Left empty: \(telling.empty).") }
    if !telling.failures.isEmpty {
      lines.append("Recorded as failed: \(telling.failures.count).")
      lines += telling.failures.map { "  \($0.id.map { "\($0)" } ?? $0.smiles): \($0.reason)".visible }
    }
    if let message = telling.endMessage {
      lines.append("The campaign has ended. \(message)")
    } else if telling.pending == 0 {
      lines.append("Next: 'cohobate suggest \(campaign)' designs the next batch.")
    }
    return lines
  }
}
