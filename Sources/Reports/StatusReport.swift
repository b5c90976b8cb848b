import Acquisition
public import CampaignFile
import Chemistry
public import Files
import Stores

/// The state of a campaign.
public struct StatusReport: Encodable, Sendable {
  /// The campaign's name.
  public let name: String
  /// The database's path.
  public let database: String
  /// The seed.
  public let seed: UInt64
  /// How molecules are proposed.
  public let policy: String
  /// The acquisition function.
  public let acquisition: String
  /// The objectives, in words.
  public let objectives: [String]
  /// The properties and expressions that the objectives are about, in order.
  public let objectiveProperties: [String]
  /// The ends of the values that meet them, by property or expression.
  public let bounds: [String: [Double]]
  /// The current versions of programs and libraries.
  public let versions: [String: String]
  /// The budget of calculations.
  public let budget: Int
  /// Calculations that gave values.
  public let succeeded: Int
  /// Calculations that failed.
  public let failed: Int
  /// Calculations that are chosen and have no outcome yet.
  public let pending: Int
  /// Molecules whose values people gave and withdrew, chosen or not.
  public let withdrawn: Int
  /// Molecules that were suggested and declined. The budget does not count them.
  public let declined: Int
  /// Calculations by another program, version or protocol than the current one. They are kept, and the surrogate does
  /// not learn from them.
  public let otherProtocols: Int
  /// The changes since the campaign was begun, each with its first iteration.
  public let changes: [CampaignChange]
  /// The iteration that waits for values from people; nil if a program calculates, or if nothing is pending.
  public let waitingIteration: Int?
  /// Molecules whose values people gave although they were not chosen, without those withdrawn. No other number
  /// includes them.
  public let told: Int
  /// Calculations that were made earlier, perhaps by another campaign, and found in the cache.
  public let reused: Int
  /// Results that needed other settings than the protocol's to converge.
  public let changed: Int
  /// Molecules that meet all objectives, confirmed if hits need that, without those in `told`.
  public let hits: Int
  /// The screen and what it has cost; nil if there is none, and none has calculated.
  public let screen: ScreenReport?
  /// The confirmations and what they have cost; nil if hits need none, and none was made.
  public let confirmations: ConfirmationReport?
  /// Molecules in `told` that meet all objectives.
  public let toldHits: Int
  /// The reason why the campaign has ended; nil if it has not.
  public let endReason: String?
  /// The same in a sentence.
  public let endMessage: String?
  /// The number of failed calculations, by class.
  public let failures: [String: Int]
  /// All iterations, in order.
  public let iterations: [IterationReport]
  /// What the batches were expected to bring, against what came; nil before one has ended of which something was
  /// expected.
  public let gain: GainSummary?
  /// The front of the maxima and minima; nil unless there are two to four of them and some molecule has a value of each.
  public let front: FrontReport?
  /// The surrogate's latest fits, one for each property.
  public let fits: [FitReport]
  /// What the built-in library has of the objectives' properties, with how many of the calculated molecules were in it;
  /// empty if the campaign does not use it, or used one of another version.
  public let libraryKnowledge: [LibraryKnowledge]
  /// The units of the properties.
  public let units: [String: String]
  /// The best molecules, the best first.
  public let best: [MoleculeReport]

  /// Reads the state of a campaign; `top` is the number of best molecules to include.
  public init(of paths: CampaignPaths, top: Int = 10) throws(CampaignError) {
    self = try Self(reader: CampaignRecordReader(paths), top: top)
  }

  /// Reads the state of a record that is open.
  package init(reader: CampaignRecordReader, top: Int) throws(CampaignError) {
    try self.init(reader: reader, all: reader.results(), top: top)
  }

  /// - Parameters:
  ///   - all: All results of the record.
  ///   - asksLibrary: Whether the calculated molecules are looked up in the built-in library, which has to be read for it.
  init(
    reader: CampaignRecordReader, all: [CalculatedMolecule], top: Int, asksLibrary: Bool = true
  ) throws(CampaignError) {
    let results = all.filter { !$0.isTold }
    let store = reader.store
    let (iterations, fits, versions, properties) = try CampaignError.mapping {
      (try store.iterations(), try store.fits(), try store.versions(), try store.properties())
    }
    name = reader.campaign.name
    database = reader.paths.database
    seed = reader.campaign.seed
    policy = reader.specification.policy.rawValue
    acquisition = reader.specification.acquisition.name
    units = Dictionary(firstOf: properties.map { ($0.name, $0.unit) })
    let units = units
    objectives = reader.specification.objectives.texts(units: units)
    objectiveProperties = reader.specification.objectives.map(\.name)
    bounds = reader.specification.objectives.bounds
    self.versions = Dictionary(firstOf: versions.map { ($0.component, $0.version) })
    budget = reader.specification.budget.calculations
    succeeded = results.count { $0.state == .succeeded }
    failed = results.count { $0.state == .failed }
    pending = results.count { $0.state == .pending }
    withdrawn = all.count { $0.state == .withdrawn }
    declined = results.count { $0.state == .declined }
    otherProtocols = results.count { !$0.isComparable && [.succeeded, .failed].contains($0.state) }
    changes = try reader.changes()
    reused = results.count(where: \.details.calculation.isReused)
    changed = results.count { $0.details.calculation.changes != nil }
    told = all.count { $0.isTold && $0.state != .withdrawn }
    waitingIteration =
      reader.specification.isByHand
      ? results.first { $0.state == .pending }?.details.calculation.iteration : nil
    hits = results.count(where: \.isHit)
    toldHits = all.count(where: \.isHit) - hits
    screen = try reader.screen()
    confirmations = try reader.confirmationReport(results)
    let screened = Dictionary(firstOf: (screen?.iterations ?? []).map { ($0.iteration, $0) })
    endReason = reader.campaign.end?.reason.rawValue
    endMessage = reader.campaign.end?.message
    failures = results.compactMap(\.details.calculation.failureClass).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let gains = try reader.expectedGains(all)
    gain = GainSummary(gains.sorted { $0.key < $1.key }.map(\.value))
    let (preselections, listings) = (try reader.preselections(), try reader.listings())
    self.iterations = iterations.map { summary in
      let batch = all.filter { $0.details.calculation.iteration == summary.iteration.number }
      return IterationReport(
        summary, batch: batch, expectedGain: gains[summary.iteration.number],
        screen: screened[summary.iteration.number], preselection: preselections[summary.iteration.number])
    }
    front = FrontReport(try reader.front(of: all), iterations: iterations.map(\.iteration.number), units: units)
    let latest = fits.map(\.iteration).max()
    self.fits = fits.filter { $0.iteration == latest }.map(FitReport.init)
    libraryKnowledge = asksLibrary ? try LibraryKnowledge.list(reader, results, version: self.versions["library"]) : []
    let wanted = reader.specification.objectives
    best = all.bestFirst(wanted).prefix(top).map {
      MoleculeReport($0, listing: listings[$0.details.molecule.id], objectives: wanted)
    }
  }
}

/// One iteration in short.
public struct IterationReport: Encodable, Sendable {
  /// The iteration's number, from 0.
  public let number: Int
  /// How its molecules were proposed: initial, surrogate or random; `told` for values that people gave for other
  /// molecules.
  public let policy: String
  /// Strings that the designer proposed.
  public let proposals: Int
  /// Strings among them that are not molecules.
  public let invalid: Int
  /// Candidates that were ranked.
  public let candidates: Int
  /// Molecules that the filters rejected, as far as they are recorded by name.
  public let refused: Int
  /// The size of the batch.
  public let chosen: Int
  /// Calculations of the batch that gave values.
  public let succeeded: Int
  /// Calculations of the batch that failed.
  public let failed: Int
  /// Molecules of the batch that meet all objectives.
  public let hits: Int
  /// The number of times the designer widened the objectives' windows.
  public let widenings: Int
  /// The number of calculations that were pending when the batch was designed.
  public let pendingAtDesign: Int
  /// What its batch was expected to bring, and what came; nil where nothing was expected.
  public let expectedGain: ExpectedGainReport?
  /// The screen before it; nil without one.
  public let screen: IterationScreenReport?
  /// How far a large pool was examined; nil where the surrogate examined all of its molecules, or none.
  public let preselection: PreselectionReport?

  init(
    _ summary: IterationSummary, batch: [CalculatedMolecule], expectedGain: ExpectedGainReport?,
    screen: IterationScreenReport?, preselection: PreselectionReport?
  ) {
    number = summary.iteration.number
    policy = summary.iteration.policy.rawValue
    proposals = summary.iteration.proposalCount
    invalid = summary.iteration.invalidCount
    candidates = summary.rankedCount
    refused = summary.refusedCount
    chosen = summary.chosenCount
    succeeded = summary.succeededCount
    failed = summary.failedCount
    hits = batch.count(where: \.isHit)
    widenings = summary.iteration.widenings
    pendingAtDesign = summary.iteration.pending.count
    self.expectedGain = expectedGain
    (self.screen, self.preselection) = (screen, preselection)
  }
}

/// One fit of the surrogate; values in the property's unit.
public struct FitReport: Encodable, Sendable {
  /// The iteration it was made for.
  public let iteration: Int
  /// The property.
  public let property: String
  /// The number of observations that it was fitted to.
  public let observations: Int
  /// The prior mean.
  public let mean: Double
  /// The prior standard deviation.
  public let outputScale: Double
  /// The standard deviation of the noise.
  public let noise: Double
  /// The root mean square of the leave-one-out errors.
  public let leaveOneOutRMSE: Double?
  /// The mean log density of an observation given all others.
  public let leaveOneOutLogDensity: Double?
  /// The share of observations within one standard deviation of their leave-one-out prediction; 0.68 if calibrated.
  public let leaveOneOutCoverage: Double?

  init(_ record: FitRecord) {
    iteration = record.iteration
    property = record.property
    observations = record.observationCount
    mean = record.priorMean
    outputScale = record.outputScale
    noise = record.noise
    leaveOneOutRMSE = record.leaveOneOutRMSE
    leaveOneOutLogDensity = record.leaveOneOutLogDensity
    leaveOneOutCoverage = record.leaveOneOutCoverage
  }
}

/// A calculated molecule in short.
public struct MoleculeReport: Encodable, Sendable {
  /// The molecule's number in the database.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// Its name, or else its identifier, in the campaign's pool; nil if it has none.
  public let name: String?
  /// The stereoisomer that was calculated, as SMILES; nil if the molecule specifies it fully, or if it was not
  /// determined.
  public let isomer: String?
  /// The sum formula; of a repeat unit `(C4H2S)n`.
  public let formula: String
  /// The iteration in which it was chosen.
  public let iteration: Int
  /// The calculation's number.
  public let calculation: Int
  /// The calculated values, by property, in the properties' units; and those of the objectives' expressions, by
  /// expression.
  public let values: [String: Double]
  /// The standard uncertainty, by property: the spread over conformers, or what a person or program stated.
  public let uncertainties: [String: Double]
  /// Whether several conformers were calculated: an uncertainty is then the spread over the accepted ones, and no error of the
  /// value.
  public let hasSeveralConformers: Bool
  /// Whether its values needed other settings than the protocol's to converge.
  public let hasChangedSettings: Bool
  /// Whether it meets all objectives, confirmed if hits need that.
  public let isHit: Bool
  /// The values by the protocol that confirms hits, as `values`; empty if there are none.
  public let confirmedValues: [String: Double]

  init(_ result: CalculatedMolecule, listing: ListingRecord?, objectives: [Target]) {
    molecule = result.details.molecule.id
    smiles = result.details.molecule.smiles
    name = listing?.name
    isomer = result.details.calculation.isomer
    formula = formulaText(result.details.molecule.formula)
    iteration = result.details.calculation.iteration
    calculation = result.number
    values = result.values.merging(objectives.expressionValues(in: result.values)) { own, _ in own }
    uncertainties = result.uncertainties
    hasSeveralConformers = result.hasSeveralConformers
    hasChangedSettings = result.details.calculation.changes != nil
    isHit = result.isHit
    let confirmed = result.confirmation?.values ?? [:]
    confirmedValues = confirmed.merging(objectives.expressionValues(in: confirmed)) { own, _ in own }
  }
}
