import CampaignStore

/// What came of declining a suggestion, or of taking that back.
public struct Decline: Encodable, Sendable {
  /// The molecule's number in the campaign.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// Whether it is declined now; false where it is suggested again.
  public let isDeclined: Bool
  /// Why it was declined; nil where nobody said.
  public let reason: String?
  /// Molecules that are still waited for.
  public let pending: Int
  /// Why the campaign has ended; nil while it has not.
  public let endMessage: String?

  /// Declines a molecule that was chosen and has no outcome: it is not calculated and not suggested again. It is no failure, and the
  /// budget does not count it.
  ///
  /// - Parameters:
  ///   - wanted: The molecule's number, or a SMILES of it.
  ///   - reason: Why; nil where nobody says.
  /// - Throws: `CampaignError` of kind `.input` where nothing was changed: the molecule is not waited for.
  public static func decline(
    _ wanted: String, reason: String? = nil, in paths: CampaignPaths,
    events: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Decline {
    try await use(wanted, .pending, paths, events) { store, calculation in
      try store.decline(calculation, reason: reason)
    }
  }

  /// Takes back that a molecule was declined: it is suggested again, in the iteration that chose it.
  ///
  /// - Throws: `CampaignError` of kind `.input` where nothing was changed: the molecule is not declined.
  public static func suggestAgain(
    _ wanted: String, in paths: CampaignPaths, events: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Decline {
    try await use(wanted, .declined, paths, events) { store, calculation in
      try store.revokeDecline(of: calculation)
    }
  }

  private static func use(
    _ wanted: String, _ state: CalculationState, _ paths: CampaignPaths,
    _ events: @escaping @Sendable (CampaignEvent) -> Void, _ change: (CampaignStore, Int) throws -> Void
  ) async throws(CampaignError) -> Decline {
    guard try CampaignError.mapping({ try CampaignStore.exists(at: paths.database) }) else {
      throw CampaignError(.input, "\(paths.database) is not there yet: nothing was suggested.")
    }
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    return try await OpenCampaign.use(paths, file, tell: events) { campaign in
      let store = campaign.store
      guard let history = try store.history(of: wanted),
        let calculation = history.candidacies.compactMap(\.calculation).last(where: { $0.state == state })
      else {
        throw CampaignError(
          .input, "'\(wanted)' is not \(state == .pending ? "waited for" : "declined"), and so nothing was changed.")
      }
      return try await CampaignError.pastInput {
        try change(store, calculation.id)
        _ = try campaign.standing()
        return Decline(
          molecule: history.molecule.id, smiles: history.molecule.smiles, isDeclined: state == .pending,
          reason: try store.declines().last { $0.calculation == calculation.id }?.reason,
          pending: try store.pendingCalculations().count, endMessage: try store.campaign().end?.message)
      }
    }
  }
}
