public import CampaignFile
public import Files
import Reports
import Stores

/// The result of declining a suggestion, or of revoking that.
public struct Decline: Encodable, Sendable {
  /// The molecule's number in the campaign.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// Whether it is declined now; false if it is suggested again.
  public let isDeclined: Bool
  /// The reason; nil if none was given.
  public let reason: String?
  /// The number of molecules that are still pending.
  public let pending: Int
  /// The reason why the campaign has ended; nil if it has not.
  public let endMessage: String?

  /// Declines a molecule that was chosen and has no outcome: it is not calculated and not suggested again. This is not
  /// a failure, and the budget does not count it.
  ///
  /// - Parameters:
  ///   - wanted: The molecule's number, or a SMILES of it.
  ///   - reason: The reason; nil for none.
  /// - Throws: `CampaignError` of kind `.input`, with nothing changed, if the molecule is not pending.
  public static func decline(
    _ wanted: String, reason: String? = nil, in paths: CampaignPaths,
    events: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Decline {
    try await use(wanted, .pending, paths, events) { store, calculation in
      try store.decline(calculation, reason: reason)
    }
  }

  /// Suggests a declined molecule again, in the iteration that chose it.
  ///
  /// - Throws: `CampaignError` of kind `.input`, with nothing changed, if the molecule is not declined.
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
      throw CampaignError(.input, "\(paths.database) does not exist yet: nothing was suggested.")
    }
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    return try await OpenCampaign.use(paths, file, tell: events) { campaign in
      let store = campaign.store
      guard let history = try store.history(of: wanted),
        let calculation = history.candidacies.compactMap(\.calculation).last(where: { $0.state == state })
      else {
        throw CampaignError(
          .input, "'\(wanted)' is not \(state == .pending ? "pending" : "declined"); nothing was changed.")
      }
      return try await CampaignError.pastInput {
        try change(store, calculation.id)
        _ = try campaign.nextStep()
        return Decline(
          molecule: history.molecule.id, smiles: history.molecule.smiles, isDeclined: state == .pending,
          reason: try store.declines().last { $0.calculation == calculation.id }?.reason,
          pending: try store.pendingCalculations().count, endMessage: try store.campaign().end?.message)
      }
    }
  }
}
