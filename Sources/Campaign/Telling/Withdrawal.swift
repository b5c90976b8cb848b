import Calculation
public import CampaignFile
import Chemistry
public import Files
public import Reports
import Stores
import Tables

/// The result of withdrawing values that people gave.
public struct Withdrawal: Encodable, Sendable {
  /// The molecule's number in the campaign.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// The withdrawn values.
  public let withdrawn: [WithdrawnValue]
  /// The withdrawn failure; nil if values were withdrawn.
  public let withdrawnFailure: WithdrawnFailure?
  /// The reason why the campaign has ended; nil if it has not.
  public let endMessage: String?

  /// Withdraws values, or the failure, that a person gave for a molecule. The record keeps them as withdrawn, with the
  /// reason, and the surrogate no longer learns from them. Afterwards another value may be given, or in the place of a
  /// failure another failure. The campaign decides again whether it has ended.
  ///
  /// - Parameters:
  ///   - wanted: The molecule's number, or a SMILES of it.
  ///   - properties: The properties whose values are withdrawn; empty for all current ones.
  ///   - reason: The reason; nil for none.
  /// - Throws: `CampaignError` of kind `.input`, with nothing changed, if there is no such molecule, no current value,
  ///   or one that a program calculated.
  public static func withdraw(
    _ wanted: String, properties: [String] = [], reason: String? = nil, from paths: CampaignPaths,
    events: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Withdrawal {
    guard try CampaignError.mapping({ try CampaignStore.exists(at: paths.database) }) else {
      throw CampaignError(.input, "\(paths.database) does not exist yet: nothing was told that could be withdrawn.")
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
    _ = try campaign.nextStep()
    molecule = request.molecule.id
    smiles = request.molecule.smiles
    endMessage = try store.campaign().end?.message
  }
}

/// The values to withdraw, found in the record. Finding them changes nothing.
private struct WithdrawalRequest {
  let molecule: MoleculeRecord
  let calculation: Int
  let properties: [String]
  let isFailure: Bool

  init(_ wanted: String, properties wantedProperties: [String], record store: CampaignStore) throws {
    let history = try store.history(of: wanted)
    // Only values from people can be withdrawn.
    let people = ComparableCalculations.people
    let calculated = (history?.candidacies ?? []).filter { $0.calculation != nil }
    let details = calculated.last { people.contains($0.calculation?.calculator ?? "") } ?? calculated.last
    guard let history, let details, let calculation = details.calculation else {
      throw CampaignError(.input, "'\(wanted)' has no value from people that could be withdrawn.")
    }
    let name = "'\(history.molecule.smiles)'"
    switch calculation.state {
    case .pending: throw CampaignError(.input, "\(name) has no value yet: it is still pending.")
    case .withdrawn: throw CampaignError(.input, "All values of \(name) are already withdrawn.")
    case .declined:
      throw CampaignError(
        .input, "\(name) has no value: it was declined. 'cohobate tell --suggest-again' takes that back.")
    case .succeeded where people.contains(calculation.calculator): break
    case .failed where people.contains(calculation.calculator):
      guard wantedProperties.isEmpty else {
        throw CampaignError(
          .input, "\(name) was told as failed and has no current value; leave out --property.")
      }
      (molecule, self.calculation, properties, isFailure) = (history.molecule, calculation.id, [], true)
      return
    case .succeeded, .failed:
      throw CampaignError(
        .input,
        "The values of \(name) were calculated by \(calculation.calculator); only values from people can be withdrawn.")
    }
    let standing = details.observations.map(\.property)
    guard !standing.isEmpty else { throw CampaignError(.input, "All values of \(name) are already withdrawn.") }
    if let missing = wantedProperties.first(where: { !standing.contains($0) }) {
      throw CampaignError(
        .input,
        "\(name) has no current value of '\(missing)'; it has values of \(standing.joined(separator: ", "))."
          + suggestion(for: missing, among: standing))
    }
    molecule = history.molecule
    self.calculation = calculation.id
    isFailure = false
    properties = standing.filter { wantedProperties.isEmpty || wantedProperties.contains($0) }
  }
}
