import Acquisition
public import Calculation
public import CampaignFile
import Chemistry
public import Files
public import Reports
import Stores

/// The molecules whose values a campaign is waiting for.
public struct Suggestion: Encodable, Sendable {
  /// The campaign's name.
  public let name: String
  /// The iteration that they belong to; nil if the campaign has ended.
  public let iteration: Int?
  /// The reason why the campaign has ended; nil if it has not.
  public let endMessage: String?
  /// The properties whose values people enter, in order; empty if a program calculates.
  public let properties: [String]
  /// The properties and expressions that the objectives are about, in order.
  public let objectives: [String]
  /// The properties that are predicted, in order.
  let predicted: [String]
  /// The units of the properties.
  public let units: [String: String]
  /// The molecules in batch order.
  public let molecules: [SuggestedMolecule]

  private enum CodingKeys: CodingKey {
    case name, iteration, endMessage, properties, objectives, units, molecules
  }

  /// Designs the next iteration if none is pending, and records it. Further calls give the same answer until values are
  /// entered, or the program has calculated them. If molecules are pending, only the record is needed.
  ///
  /// - Parameters:
  ///   - count: The number of further molecules, as an iteration of their own, also while others are pending; nil for the
  ///     pending ones, or else the next batch.
  ///   - executor: Where the calculator's program is asked for its version.
  /// - Throws: `CampaignError` of kind `.input` before anything is changed.
  public static func next(
    _ paths: CampaignPaths, count: Int? = nil, on executor: any Executor = Executors.makeUsual(),
    tell: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> Suggestion {
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    let exists = try CampaignError.mapping { try CampaignStore.exists(at: paths.database) }
    if count == nil, exists {
      let pending = try await OpenCampaign.use(paths, file, tell: tell) { campaign -> Suggestion? in
        guard case .calculating = try campaign.nextStep() else { return nil }
        return try Suggestion(campaign)
      }
      if let pending { return pending }
    }
    if file.specification.screen != nil || file.specification.confirm != nil {
      throw CampaignError(
        .input,
        "\(file.path) has a 'screen' or a 'confirm', whose programs only 'cohobate run' runs; run the campaign, or remove them."
      )
    }
    let prepared = try await PreparedCampaign(file, on: executor, tell: tell)
    try prepared.makeReady(for: paths, tell: tell)
    return try await OpenCampaign.use(paths, file, tell: tell) { open in
      let campaign = try DesigningCampaign(open, prepared)
      return try await CampaignError.pastInput {
        guard let count else {
          _ = try campaign.pendingIteration()
          return try Suggestion(open)
        }
        return try Suggestion(open, iteration: try campaign.designFurther(count: count))
      }
    }
  }

  /// - Parameter wanted: The iteration of the molecules; nil for all pending ones.
  private init(_ campaign: OpenCampaign, iteration wanted: Int? = nil) throws {
    let (store, specification) = (campaign.store, campaign.file.specification)
    let pending = try store.pendingCalculations().map(\.calculation.iteration)
    let iterations = Set(pending).filter { wanted == nil || $0 == wanted }.sorted()
    iteration = iterations.first
    name = specification.name
    endMessage = try store.campaign().end?.message
    let recorded = try store.properties()
    let known = (try? campaign.file.calculator().properties.map(\.name)) ?? recorded.map(\.name)
    properties = specification.isByHand ? known : []
    let wanted = specification.objectives
    (objectives, predicted) = (wanted.map(\.name), wanted.properties)
    units = Dictionary(firstOf: recorded.map { ($0.name, $0.unit) })
    let names = MoleculeNames(specification, listed: try store.listedNames())
    molecules = try iterations.flatMap { iteration in
      try store.candidates(of: iteration).filter { $0.calculation?.state == .pending }
        .sorted { ($0.candidate.position ?? 0) < ($1.candidate.position ?? 0) }
        .map { SuggestedMolecule($0, name: names[$0.molecule.smiles], objectives: wanted) }
    }
  }
}

/// A pending molecule.
public struct SuggestedMolecule: Encodable, Sendable {
  /// Its number in the campaign.
  public let id: Int
  /// The canonical SMILES.
  public let smiles: String
  /// Its name or identifier in the campaign's corpus or pool; nil if it has none.
  public let name: String?
  /// The sum formula; of a repeat unit `(C4H2S)n`.
  public let formula: String
  /// The iteration in which it was chosen.
  public let iteration: Int
  /// Its predictions, by property, and those of the objectives' expressions, by expression; empty if nothing was learnt
  /// before it was chosen.
  public let predictions: [String: PredictionReport]
  /// The reason why it was chosen.
  public let why: String

  init(_ details: CandidateDetails, name: String?, objectives: [Target]) {
    id = details.molecule.id
    self.name = name
    smiles = details.molecule.smiles
    formula = formulaText(details.molecule.formula)
    iteration = details.candidate.iteration
    predictions = [String: PredictionReport](details.predictions, objectives: objectives)
    why = details.candidate.reason
  }
}
