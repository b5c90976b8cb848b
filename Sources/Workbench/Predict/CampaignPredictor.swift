import Acquisition
import CachedCalculation
import CampaignFile
import Chemistry
import Files
import GaussianProcess
import MolecularDesign
import Prediction
import Reports
import SourceModels
import Stores
import Tables
import TransferLearning

/// The surrogate of a campaign, fitted to the values known when an iteration was designed, or now.
struct CampaignPredictor: Predictor {
  let origin: String
  let quantities: [PredictedQuantity]
  let summaries: [PredictorSummary]
  let values: [[Double?]]
  let objectives: TargetSet?
  let takesCompositions: Bool
  private let pool: CorpusSource
  private let kind: MaterialKind
  private let features: FeatureStore
  private let surrogate: Surrogate

  /// Reads a campaign's record and fits the surrogate. The record does not change, and neither the calculator nor the
  /// language model is needed.
  ///
  /// - Parameters:
  ///   - number: The iteration that the surrogate designed; nil to fit it to all values known now.
  ///   - tell: Called with each event.
  /// - Throws: `CampaignError` of kind `.input` if there is no such campaign or iteration, or fewer than two molecules
  ///   had all values.
  init(_ paths: CampaignPaths, iteration number: Int?, tell: (DirectDesignEvent) -> Void) throws {
    let reader = try CampaignRecordReader(paths)
    let moment = try CampaignMoment(reader, iteration: number)
    let specification = moment.specification
    let names = specification.objectives.properties
    let known = moment.history.observed(names).count
    let name = reader.campaign.name
    guard known >= 2 else {
      let time = number.map { "When iteration \($0) was designed, the" } ?? "The"
      throw CampaignError(
        .input,
        "\(time) campaign '\(name)' knew all values of \(counted(known, specification.kind.singular)), and a surrogate needs two."
      )
    }
    let key = specification.pool == nil ? "corpus" : "pool"
    tell(.stage("computing the features of the \(key)"))
    pool = specification.pool ?? specification.corpus
    kind = specification.kind
    takesCompositions = kind == .composition
    let molecules = try Self.reference(of: specification) {
      tell(.stage("making the index of the pool: line \($0.lineCount) of \($0.wholeLineCount)"))
    }
    let choice = specification.surrogate
    let library = try choice.library.map { try ModelLibrary(named: $0) }
    let sources = try library?.sourceModels(properties: choice.sources) ?? []
    features = FeatureStore(InputRecipe(choice: choice.model, sources: sources))
    // As in a design, the scale of a descriptor is that of the whole pool.
    let prior = TransferredPrior(
      choice: choice.model, sources: sources, reference: try features.inputs(of: molecules))
    features.keep(molecules)
    let screened =
      specification.screen == nil
      ? ScreenedValues.none : try ScreenedValues(reader.store, at: number, features: features)
    tell(.stage("fitting the surrogate"))
    // Without a number, it is the surrogate that would design the next iteration.
    let record = try ModelRecord(reader.store.fittedWays())
    let references = try ReferenceRecord(reader.store.referencePoints())
    let surrogate = try Surrogate(
      objectives: specification.objectives, history: moment.history,
      prior: prior.adding(screened.sources(of: names, by: prior, features: features).models),
      record: number.map(record.before) ?? record,
      references: number.map(references.upTo) ?? references, features: features)
    if let note = try Self.note(on: moment, surrogate, recorded: reader.store.fits(), name: name) { tell(.note(note)) }
    let units = Dictionary(firstOf: try reader.store.properties().map { ($0.name, $0.unit) })
    origin = number.map { "campaign '\(name)', iteration \($0)" } ?? "campaign '\(name)'"
    quantities = names.map { PredictedQuantity(name: $0, unit: units[$0] ?? "", hasDeviations: true) }
    summaries = surrogate.records(iteration: number ?? 0).map { fit in
      PredictorSummary(
        property: fit.property, unit: units[fit.property] ?? "", kind: "surrogate of the campaign",
        molecules: fit.observationCount, rootMeanSquareError: fit.leaveOneOutRMSE ?? 0,
        withinOneDeviation: fit.leaveOneOutCoverage)
    }
    let entries = moment.history.observed([])
    values = names.map { name in entries.map { $0.values[name] } }
    objectives = surrogate.targets
    self.surrogate = surrogate
  }

  /// The molecules over which a design scales descriptors.
  private static func reference(
    of specification: Specification, tell: (PoolProgress) -> Void
  ) throws -> [Molecule] {
    guard let pool = specification.pool else { return try specification.corpus.read(of: specification.kind).molecules }
    var specification = specification
    specification.filter.known = try specification.knownFiles.knownMolecules(
      areFormulas: specification.kind == .composition)
    return try PoolList(pool, for: specification, tell: tell).reference()
  }

  /// A note if the surrogate is not the recorded one.
  private static func note(
    on moment: CampaignMoment, _ surrogate: Surrogate, recorded: [FitRecord], name: String
  ) -> String? {
    guard let iteration = moment.iteration else { return nil }
    let number = iteration.number
    guard iteration.policy == .surrogate else {
      return
        "Iteration \(number) of '\(name)' was designed without a surrogate; this one is fitted to the values known then."
    }
    let own = recorded.filter { $0.iteration == number }
    guard !CampaignMoment.areSame(surrogate.records(iteration: number), as: own) else { return nil }
    return
      "The surrogate differs from the one that designed iteration \(number) of '\(name)', because the program, the corpus or pool, the library, "
      + "the machine or a told value has changed. 'cohobate inspect' shows the recorded predictions."
  }

  var names: [String] { quantities.map(\.name) }

  /// The molecules of the pool, or of the corpus if there is no pool.
  var ownMolecules: MoleculeSource? {
    get throws(CampaignError) {
      switch pool {
      case .file(let path, let column): return .file(path: path, column: column)
      case .builtIn:
        let list = try CampaignError.mapping { try CorpusSource.builtIn.read(of: kind) }
        return .smiles(list.molecules.map(\.smiles))
      }
    }
  }

  /// Whether the campaign's candidates are repeat units.
  var takesRepeatUnits: Bool { kind == .repeatUnit }

  func predictions(of molecules: [Molecule]) throws -> [[Prediction]] {
    let inputs = try features.inputs(of: molecules)
    features.forgetOthers()
    return try surrogate.predictions(inputs)
  }
}
