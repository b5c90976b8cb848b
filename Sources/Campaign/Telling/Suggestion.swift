import Acquisition
import Calculation
import CampaignStore

/// The molecules whose values a campaign waits for.
public struct Suggestion: Encodable, Sendable {
  /// The campaign's name.
  public let name: String
  /// The iteration that they belong to; nil when the campaign has ended.
  public let iteration: Int?
  /// Why the campaign has ended; nil while it has not.
  public let endMessage: String?
  /// The properties that people are to tell, in order; none where a program calculates.
  public let properties: [String]
  /// The properties that are predicted, in order.
  public let objectives: [String]
  /// The units of the properties.
  public let units: [String: String]
  /// The molecules in batch order.
  public let molecules: [SuggestedMolecule]

  /// Designs the next iteration if none is pending, and records it: asked again, the answer is the same until values are
  /// told, or the program has calculated them.
  ///
  /// - Throws: `CampaignError` of kind `.input` before anything was changed.
  public static func next(
    _ paths: CampaignPaths, tell: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Suggestion {
    try await OpenCampaign.use(paths, tell: tell) { campaign in
      try await CampaignError.pastInput { try Suggestion(campaign) }
    }
  }

  private init(_ campaign: OpenCampaign) throws {
    let (store, specification) = (campaign.store, campaign.prepared.file.specification)
    iteration = try campaign.pendingIteration()
    name = specification.name
    endMessage = try store.campaign().end?.message
    let known = campaign.prepared.calculator.properties
    properties = specification.isByHand ? known.map(\.name) : []
    objectives = specification.objectives.map(\.property)
    units = Dictionary(firstOf: known.map { ($0.name, $0.unit) })
    molecules =
      try iteration.map { iteration in
        try store.candidates(of: iteration).filter { $0.calculation?.state == .pending }
          .sorted { ($0.candidate.position ?? 0) < ($1.candidate.position ?? 0) }.map(SuggestedMolecule.init)
      } ?? []
  }
}

/// A molecule whose values are waited for.
public struct SuggestedMolecule: Encodable, Sendable {
  /// Its number in the campaign.
  public let id: Int
  /// The canonical SMILES.
  public let smiles: String
  /// The sum formula.
  public let formula: String
  /// The iteration in which it was chosen.
  public let iteration: Int
  /// What is expected of it, by property; empty where nothing was learnt before it was chosen.
  public let predictions: [String: PredictionReport]
  /// Why it was chosen.
  public let why: String

  init(_ details: CandidateDetails) {
    id = details.molecule.id
    smiles = details.molecule.smiles
    formula = details.molecule.formula
    iteration = details.candidate.iteration
    predictions = Dictionary(firstOf: details.predictions.map { ($0.property, PredictionReport($0)) })
    why = details.candidate.reason
  }
}
