import Calculation
import CampaignStore
import Chemistry
import Tables

/// What came of withdrawing values that people had told.
public struct Withdrawal: Encodable, Sendable {
  /// The molecule's number in the campaign.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// What was withdrawn.
  public let withdrawn: [WithdrawnValue]
  /// The failure that was withdrawn; nil where values were.
  public let withdrawnFailure: WithdrawnFailure?
  /// Why the campaign has ended; nil while it has not.
  public let endMessage: String?

  /// Withdraws values that were told of a molecule, or that it has failed: they stay in the record as withdrawn, with the reason,
  /// and nothing is learnt from them any more. Another value may be told then, and in the place of a failure another failure.
  /// Whether a campaign has ended is decided again.
  ///
  /// - Parameters:
  ///   - wanted: The molecule's number, or a SMILES of it.
  ///   - properties: The properties whose values are withdrawn; empty for all that stand.
  ///   - reason: Why; nil where nobody says.
  /// - Throws: `CampaignError` of kind `.input` where nothing was changed: no such molecule, no value that stands, or one
  ///   that a program calculated.
  public static func withdraw(
    _ wanted: String, properties: [String] = [], reason: String? = nil, from paths: CampaignPaths,
    events: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Withdrawal {
    guard try CampaignError.mapping({ try CampaignStore.exists(at: paths.database) }) else {
      throw CampaignError(.input, "\(paths.database) is not there yet: nothing was told that could be withdrawn.")
    }
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    return try await OpenCampaign.use(paths, file, tell: events) { campaign in
      let request = try WithdrawalRequest(wanted, properties: properties, record: campaign.store)
      return try await CampaignError.pastInput { try Withdrawal(request, reason: reason, in: campaign) }
    }
  }

  private init(_ request: WithdrawalRequest, reason: String?, in campaign: OpenCampaign) throws {
    let store = campaign.store
    let units = Dictionary(firstOf: try store.properties().map { ($0.name, $0.unit) })
    if request.isFailure {
      withdrawn = []
      withdrawnFailure = WithdrawnFailure(try store.withdrawFailure(of: request.calculation, reason: reason))
    } else {
      withdrawn = try store.withdraw(request.properties, of: request.calculation, reason: reason)
        .map { WithdrawnValue($0, unit: units[$0.property] ?? "") }
      withdrawnFailure = nil
    }
    _ = try campaign.standing()
    molecule = request.molecule.id
    smiles = request.molecule.smiles
    endMessage = try store.campaign().end?.message
  }
}

/// A value that a person told and has taken back.
public struct WithdrawnValue: Encodable, Sendable {
  /// The property.
  public let property: String
  /// The value.
  public let value: Double
  /// The standard uncertainty that was stated; nil where there was none.
  public let uncertainty: Double?
  /// The unit of both.
  public let unit: String
  /// Why it was withdrawn; nil where nobody said.
  public let reason: String?

  init(_ record: WithdrawalRecord, unit: String) {
    property = record.property
    value = record.value
    uncertainty = record.uncertainty
    self.unit = unit
    reason = record.reason
  }
}

/// That a molecule failed, as a person told and has taken back.
public struct WithdrawnFailure: Encodable, Sendable {
  /// What was told.
  public let message: String
  /// Why it was withdrawn; nil where nobody said.
  public let reason: String?

  init(_ record: WithdrawnFailureRecord) {
    (message, reason) = (record.failureMessage, record.reason)
  }
}

/// What is to be withdrawn, found in the record. Finding it changes nothing.
private struct WithdrawalRequest {
  let molecule: MoleculeRecord
  let calculation: Int
  let properties: [String]
  let isFailure: Bool

  init(_ wanted: String, properties wantedProperties: [String], record store: CampaignStore) throws {
    let history = try store.history(of: wanted)
    // Only people take back what they said.
    let people = ComparableCalculations.people
    let calculated = (history?.candidacies ?? []).filter { $0.calculation != nil }
    let details = calculated.last { people.contains($0.calculation?.calculator ?? "") } ?? calculated.last
    guard let history, let details, let calculation = details.calculation else {
      throw CampaignError(.input, "Of '\(wanted)' nothing was told that could be withdrawn.")
    }
    let name = "Of '\(history.molecule.smiles)'"
    switch calculation.state {
    case .pending: throw CampaignError(.input, "\(name) no value was told yet: it is still waited for.")
    case .withdrawn: throw CampaignError(.input, "\(name) all values are withdrawn already.")
    case .declined:
      throw CampaignError(
        .input, "\(name) no value was told: it was declined. 'cohobate tell --suggest-again' takes that back.")
    case .succeeded where people.contains(calculation.calculator): break
    case .failed where people.contains(calculation.calculator):
      guard wantedProperties.isEmpty else {
        throw CampaignError(
          .input, "\(name) it was told that it has failed, and no value stands; leave out --property.")
      }
      (molecule, self.calculation, properties, isFailure) = (history.molecule, calculation.id, [], true)
      return
    case .succeeded, .failed:
      throw CampaignError(
        .input,
        "\(name) the values were calculated by \(calculation.calculator); only what people told can be withdrawn.")
    }
    let standing = details.observations.map(\.property)
    guard !standing.isEmpty else { throw CampaignError(.input, "\(name) all values are withdrawn already.") }
    if let missing = wantedProperties.first(where: { !standing.contains($0) }) {
      throw CampaignError(
        .input,
        "\(name) no value of '\(missing)' stands; there are \(standing.joined(separator: ", "))."
          + suggestion(for: missing, among: standing))
    }
    molecule = history.molecule
    self.calculation = calculation.id
    isFailure = false
    properties = standing.filter { wantedProperties.isEmpty || wantedProperties.contains($0) }
  }
}
