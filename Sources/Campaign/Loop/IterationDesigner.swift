import Acquisition
import CachedCalculation
package import CampaignFile
package import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics
package import Prediction
package import Stores
package import TransferLearning

/// Decides the calculations of an iteration, as a function of the campaign file, its molecules and the history alone.
package struct IterationDesigner: Sendable {
  private var specification: Specification
  private var streams: RandomStreams
  private let pool: CandidatePool
  /// Nil if only molecules of the pool may be chosen.
  private let inventor: Inventor?
  /// Needs the features of the whole list of the pool, which take long, and nothing before there are values.
  private let prior: Lazy<TransferredPrior, any Error>
  /// The molecules with their features: those of the pool and of the histories, and those of the iteration being designed.
  package let features: FeatureStore

  /// - Parameter sources: the source models that the surrogate may use.
  package init(specification: Specification, molecules: CampaignMolecules, sources: [SourceModel] = []) throws {
    self.specification = specification
    let streams = RandomStreams(seed: specification.seed)
    self.streams = streams
    let list = molecules.pool
    if specification.kind == .composition {
      inventor =
        specification.proposesNewMolecules
        ? Inventor(specification, compositions: try list.molecules ?? list.reference()) : nil
    } else {
      inventor = molecules.corpus.map { Inventor(specification, corpus: $0.molecules, streams: streams) }
    }
    let model = specification.surrogate.model
    features = FeatureStore(InputRecipe(choice: model, sources: sources))
    // Missing data of RDKit are reported now, and not in the middle of a campaign.
    for representation in features.representations { _ = try representation.version }
    pool = try CandidatePool(name: molecules.poolKey, list, filter: specification.filter.compiled())
    features.keep(pool.listed ?? [])
    prior = Lazy { [features] in
      TransferredPrior(choice: model, sources: sources, reference: try features.inputs(of: list.reference()))
    }
  }

  /// The designer of another campaign on the same pool, which invents no molecules: its policy, its acquisition function,
  /// its seed and its budget may differ. Both use the same features, and the scales of the same descriptors.
  package func playing(_ specification: Specification) -> IterationDesigner {
    var designer = self
    designer.specification = specification
    designer.streams = RandomStreams(seed: specification.seed)
    return designer
  }

  /// The molecules of the pool that may be proposed, in the order of the list; nil if they are too many to be in memory.
  package var poolMolecules: [Molecule]? { pool.listed }

  /// The number of molecules of the pool that may be proposed.
  package var poolCount: Int { pool.count }

  /// The number of molecules of the pool that may not be proposed, by the first filter that rejects each.
  package var refusals: [Rejection.Kind: Int] { pool.refusals }

  /// The number of molecules of the pool that may be proposed and have the features of an earlier one: the surrogate
  /// cannot tell them apart; nil if they are too many to be in memory.
  package func indistinguishableCount() throws(ChemistryError) -> Int? {
    guard let listed = pool.listed else { return nil }
    var seen = DistinctInputs()
    var count = 0
    for input in try features.inputs(of: listed) where !seen.insert(input) { count += 1 }
    return count
  }

  /// Trains the language model and computes the features of the pool now, if they are ever needed, so that an error is
  /// known before anything is recorded. Otherwise both are made when they are first needed.
  package func makeReady() throws {
    try inventor?.train()
    guard specification.policy == .surrogate else { return }
    _ = try prior.value()
    features.forgetOthers()
  }

  /// The number of strings drawn to find out whether a first batch can have any molecule: a tenth of what a batch may
  /// draw, so that a filter that allows nothing is reported within seconds.
  private static let firstDraws = 20_000

  /// What ``canBegin()`` draws from, in words, and the greatest number of draws; nil if it draws nothing, since molecules of
  /// the pool are allowed, or none are invented.
  package var drawsBeforeBeginning: (source: String, atMost: Int)? {
    poolCount == 0 ? inventor.map { ($0.source, Self.firstDraws) } : nil
  }

  /// Whether a first batch can have any molecule at all, judged by the strings that the batch would draw first.
  package func canBegin() throws -> Bool {
    guard poolCount == 0 else { return true }
    guard let inventor else { return false }
    var stream = streams.stream(specification.policy == .random ? .random : .initial, iteration: 0)
    return try !inventor.sample(count: 1, excluding: [], drawsAtMost: Self.firstDraws, stream: &stream)
      .candidates.isEmpty
  }

  /// The plan of an iteration. Its batch has fewer molecules than wanted, or none, if no more were found.
  ///
  /// - Parameters:
  ///   - count: The number of molecules wanted; nil for the number that the budget allows.
  ///   - record: What earlier iterations recorded of the models.
  ///   - references: What they recorded of the reference point.
  ///   - earlier: The ranked candidates of the latest one. Where molecules are invented, they are considered again.
  ///   - screened: The values of a screen.
  ///   - proposals: The candidates of ``screening(iteration:history:record:references:earlier:screened:limit:)``, if it was
  ///     asked about this iteration.
  package func plan(
    iteration: Int, history: History, count wanted: Int? = nil, record: ModelRecord = .none,
    references: ReferenceRecord = .none, earlier: [CandidateOrigin] = [], screened: ScreenedValues = .none,
    proposals: Proposals? = nil
  ) throws -> IterationPlan {
    let budget = specification.budget
    let left = max(0, budget.calculations - history.chosen.count - history.pending.count)
    let isInitial = isInitial(iteration: iteration, history: history)
    let count = min(left, wanted ?? (isInitial ? budget.initial : budget.batch))
    // The chosen molecules are kept: they return with the history. The others return as earlier candidates.
    var needed: Set<String> = []
    defer { features.forgetUnused(except: needed) }
    var plan: IterationPlan
    if specification.policy == .random {
      plan = try randomPlan(iteration: iteration, count: count, history: history)
    } else if !isBySurrogate(iteration: iteration, history: history) {
      plan = try initialPlan(iteration: iteration, count: count, history: history)
    } else {
      plan = try surrogatePlan(
        iteration: iteration, count: count, history: history, record: record, references: references, earlier: earlier,
        screened: screened, proposals: proposals)
      if inventor != nil { needed = Set(plan.candidates.filter { $0.rank != nil }.map(\.molecule.smiles)) }
    }
    plan.record.pending = history.pending.map(\.calculation)
    plan.wantedCount = count
    plan.listings = pool.listings(of: plan.candidates.filter { $0.decision != .refused }.map(\.molecule.smiles))
    if plan.batch.isEmpty { plan.lack = inventor == nil ? .exhausted : .notFound(strings: plan.record.proposalCount) }
    return plan
  }

  /// Whether a batch is drawn at random because there is nothing to learn from.
  private func isInitial(iteration: Int, history: History) -> Bool {
    // Values from people may serve as well as a batch drawn at random.
    iteration == 0
      || (history.chosen.isEmpty
        && history.observed(specification.objectives.properties).count < specification.budget.initial)
  }

  /// Whether a surrogate chooses the batch of an iteration. A process needs data: until there are any, batches are drawn
  /// like the first one.
  package func isBySurrogate(iteration: Int, history: History) -> Bool {
    specification.policy == .surrogate && !isInitial(iteration: iteration, history: history)
      && history.observed(specification.objectives.properties).count >= 2
  }

  /// Draws from the pool, and from the language model if the pool has too few.
  private func initialPlan(iteration: Int, count: Int, history: History) throws -> IterationPlan {
    var stream = streams.stream(.initial, iteration: iteration)
    let (drawn, tooNear) = try drawnFromPool(count: count, history: history, stream: &stream)
    guard drawn.count < count, let inventor else {
      return IterationPlan(
        iteration: iteration, policy: .initial, drawn: drawn, reason: "drawn at random from the \(pool.name)",
        tooNear: tooNear)
    }
    let design = try inventor.sample(
      count: count - drawn.count, excluding: history.identities.union(drawn.map(\.molecule.smiles)),
      apartFrom: history.neighbours + drawn.map(\.molecule), stream: &stream)
    features.keep(design.candidates.map(\.molecule))
    return IterationPlan(
      iteration: iteration, policy: .initial, drawn: drawn + design.candidates,
      reason: "drawn at random from the \(pool.name) and \(inventor.source)", design: design, tooNear: tooNear)
  }

  /// Draws from the language model, or from the pool if nothing else may be proposed.
  private func randomPlan(iteration: Int, count: Int, history: History) throws -> IterationPlan {
    var stream = streams.stream(.random, iteration: iteration)
    guard let inventor else {
      let (drawn, tooNear) = try drawnFromPool(count: count, history: history, stream: &stream)
      return IterationPlan(
        iteration: iteration, policy: .random, drawn: drawn, reason: "drawn at random from the \(pool.name)",
        tooNear: tooNear)
    }
    let design = try inventor.sample(
      count: count, excluding: history.identities, apartFrom: history.neighbours, stream: &stream)
    features.keep(design.candidates.map(\.molecule))
    return IterationPlan(
      iteration: iteration, policy: .random, drawn: design.candidates,
      reason: "drawn at random from \(inventor.source)", design: design)
  }

  private func drawnFromPool(
    count: Int, history: History, stream: inout RandomStream
  ) throws(ChemistryError) -> (drawn: [Candidate], tooNear: Int) {
    try pool.drawn(
      count: count, history: history, minimumDistance: specification.filter.minimumDistance, features: features,
      stream: &stream)
  }

  /// The surrogate of a history and of what a screen has given, and the properties of which the screen's values could not
  /// be fitted.
  private func surrogate(
    history: History, record: ModelRecord, references: ReferenceRecord, screened: ScreenedValues
  ) throws -> (surrogate: Surrogate, unfitted: [String]) {
    let (sources, unfitted) = try sources(of: screened)
    let surrogate = try Surrogate(
      objectives: specification.objectives, history: history, prior: try prior.value().adding(sources),
      record: record, references: references, features: features)
    return (surrogate, unfitted)
  }

  private func sources(of screened: ScreenedValues) throws -> (models: [SourceModel], unfitted: [String]) {
    features.keep(screened.molecules)
    return try screened.sources(of: specification.objectives.properties, by: try prior.value(), features: features)
  }

  /// Whether a screen's values are of no use, because none of them can be fitted.
  package func cannotFit(_ screened: ScreenedValues) throws -> Bool {
    guard !screened.molecules.isEmpty else { return false }
    defer { features.forgetOthers() }
    let (models, unfitted) = try sources(of: screened)
    return models.isEmpty && !unfitted.isEmpty
  }

  /// Lets the designer sample or search, and puts the best candidates together: at least `count`, unless there are no
  /// more.
  private func proposals(
    by surrogate: Surrogate, _ function: any AcquisitionFunction, iteration: Int, count: Int, history: History,
    earlier: [CandidateOrigin]
  ) throws -> Proposals {
    var ranking = try CandidateRanking(by: surrogate, function, features: features)
    var unexamined = pool.unexamined(after: history, stream: streams.stream(.preselection, iteration: iteration))
    var known = try unexamined.examine(by: &ranking)
    var designed: DesignResult?
    if let inventor {
      known = (known + (try ranking.ranked(allowed(earlier, history: history)))).bestFirst
      designed = try design(by: &ranking, with: inventor, known: known, iteration: iteration, history: history)
    }
    let pending = try features.inputs(of: history.pending.map(\.molecule))
    let considered = try ranking.ranked((known + (designed?.candidates ?? [])).distinct)
    let identities = Set(considered.map(\.molecule.smiles))
    let learnt = surrogate.learntFeatures + pending
    let (distant, near) = try apart(considered, from: history.neighbours)
    var (candidates, inputs, twins) = try tellingApart(distant, from: learnt)
    var tooNear = near
    // That nothing is left must be known of every molecule, not of those that a preselection preferred.
    while candidates.count < min(count, specification.candidates), !unexamined.isExhausted {
      // All molecules of a large pool may be examined here, and only the kept ones stay in memory.
      let kept = Set(candidates.map(\.molecule.smiles))
      features.forgetOthers(except: kept)
      ranking.forgetOthers(except: kept)
      let further = try unexamined.examine(by: &ranking).filter { !identities.contains($0.molecule.smiles) }
      let (distant, near) = try apart(further, from: history.neighbours + candidates.map(\.molecule))
      let (new, _, same) = try tellingApart(distant, from: learnt + inputs)
      candidates = Array((candidates + new).bestFirst.prefix(specification.candidates))
      inputs = try features.inputs(of: candidates.map(\.molecule))
      (tooNear, twins) = (tooNear + near, twins + same)
    }
    return Proposals(
      iteration: iteration, candidates: candidates, inputs: inputs, pending: pending, design: designed, twins: twins,
      tooNear: tooNear,
      preselection: unexamined.examinedCount < unexamined.rankedCount
        ? PreselectionRecord(
          iteration: iteration, rankedCount: unexamined.rankedCount, examinedCount: unexamined.examinedCount) : nil)
  }

  /// What a screen is to calculate before an iteration is designed, by a surrogate that knows the screen's earlier values:
  /// first the molecules of the history from which the surrogate learns and that the screen has not seen, because only
  /// where both are known does it show what a value of the screen is worth; then the best candidates. Each are at most
  /// `limit`.
  ///
  /// - Parameters: As in ``plan(iteration:history:count:record:references:earlier:screened:proposals:)``; `screened` has the values
  ///   that were known before.
  /// - Returns: nil if no surrogate chooses the batch.
  package func screening(
    iteration: Int, history: History, record: ModelRecord = .none, references: ReferenceRecord = .none,
    earlier: [CandidateOrigin] = [], screened: ScreenedValues, limit: Int
  ) throws -> (molecules: [Molecule], proposals: Proposals)? {
    guard isBySurrogate(iteration: iteration, history: history) else { return nil }
    defer { features.forgetOthers() }
    let (surrogate, _) = try surrogate(history: history, record: record, references: references, screened: screened)
    let function = try specification.acquisition.function(stream: streams.stream(.screen, iteration: iteration))
    let proposals = try proposals(
      by: surrogate, function, iteration: iteration, count: max(specification.budget.batch, limit), history: history,
      earlier: earlier)
    let state = try surrogate.acquisitionState(at: proposals.inputs + proposals.pending).state
    let ranks = try selectBatch(count: 0, pending: proposals.pending.count, from: state, by: function).ranks
    let best = ranks.indices.sorted { ranks[$0] < ranks[$1] }.map { proposals.candidates[$0].molecule }
    func unseen(_ molecules: [Molecule]) -> ArraySlice<Molecule> {
      molecules.filter { !screened.identities.contains($0.smiles) }.prefix(limit)
    }
    return (Array(unseen(surrogate.learnt)) + unseen(best), proposals)
  }

  /// Fits the surrogate, lets the designer search, and lets the acquisition function choose.
  private func surrogatePlan(
    iteration: Int, count: Int, history: History, record: ModelRecord, references: ReferenceRecord,
    earlier: [CandidateOrigin], screened: ScreenedValues, proposals: Proposals?
  ) throws -> IterationPlan {
    let (surrogate, unfitted) = try surrogate(
      history: history, record: record, references: references, screened: screened)
    let function = try specification.acquisition.function(
      stream: streams.stream(.acquisition, iteration: iteration))
    let proposals =
      try proposals
      ?? self.proposals(
        by: surrogate, function, iteration: iteration, count: count, history: history, earlier: earlier)
    let (candidates, inputs, pending) = (proposals.candidates, proposals.inputs, proposals.pending)
    let posterior = try surrogate.acquisitionState(at: inputs + pending)
    let selection = try selectBatch(
      count: count, pending: pending.count, from: posterior.state, by: function)
    features.keep(selection.selected.map { candidates[$0.index].molecule })
    var gainStream = streams.stream(.expectedGain, iteration: iteration)
    let gain = try ExpectedGain(
      of: selection.selected.map(\.index), from: posterior.state, baseRate: surrogate.success.baseRate,
      stream: &gainStream)
    // The last digits of a prediction depend on the molecules beside it. The recorded ones are those beside the candidates
    // alone, which the state has if nothing is pending.
    let known = pending.isEmpty ? posterior.state.successes : nil
    let successes = known.map { $0.logProbabilities.map(exp) } ?? surrogate.success.probabilities(inputs)
    var plan = IterationPlan(
      iteration: iteration, ranked: candidates, selection: selection,
      predictions: pending.isEmpty ? posterior.predictions : try surrogate.predictions(inputs),
      successes: successes, surrogate: surrogate,
      expectedGain: gain, function: function.name, design: proposals.design, twins: proposals.twins,
      tooNear: proposals.tooNear)
    (plan.preselection, plan.unfittedScreens) = (proposals.preselection, unfitted)
    return plan
  }

  /// Earlier candidates that are still allowed and have not been chosen.
  private func allowed(_ earlier: [CandidateOrigin], history: History) throws -> [Candidate] {
    let open = earlier.filter { !history.identities.contains($0.smiles) }
    let molecules = try features.molecules(open.map(\.smiles), areKept: false)
    let rejections = try specification.filter.compiled().rejections(of: molecules)
    return zip(zip(open, molecules), rejections).filter { $0.1 == nil }.map { earlier, _ in
      Candidate(molecule: earlier.1, parent: earlier.0.parent, move: earlier.0.move, logLikelihood: nil)
    }
  }

  /// Runs the designer. A search starts from everything known and maximises the acquisition value; the sampler has the
  /// likelihood, and starts from the likeliest observed molecules and the best of the others.
  private func design(
    by ranking: inout CandidateRanking, with inventor: Inventor, known: [Candidate], iteration: Int, history: History
  ) throws -> DesignResult {
    let surrogate = ranking.surrogate
    let mode = specification.design.mode
    let seeds: [Molecule]
    switch mode {
    case .search:
      seeds = surrogate.learnt + known.bestFirst.prefix(specification.design.search.kept).map(\.molecule)
    case .sample:
      let observed = zip(surrogate.learnt, try surrogate.logLikelihoods(surrogate.learntFeatures))
        .map { Candidate(molecule: $0, parent: nil, move: "observed", logLikelihood: $1) }.bestFirst
      let quarter = max(1, specification.design.particles / 4)
      seeds = (observed.prefix(quarter) + known.bestFirst.prefix(quarter)).map(\.molecule)
    }
    var stream = streams.stream(.design, iteration: iteration)
    return try inventor.search(
      from: seeds, excluding: history.identities, areLogProbabilities: mode == .sample || ranking.areLogProbabilities,
      stream: &stream
    ) { molecules, widening in
      switch mode {
      case .search: try ranking.values(of: molecules, widening: widening).map { [$0] }
      case .sample: try ranking.logLikelihoods(of: molecules, widening: widening).map { [$0] }
      }
    }
  }

  /// The candidates that are sufficiently distant from each other, the best first, and from molecules chosen before; all
  /// of them if no distance is required.
  private func apart(
    _ candidates: [Candidate], from chosen: [Molecule]
  ) throws(ChemistryError) -> (candidates: [Candidate], tooNear: Int) {
    guard let distance = specification.filter.minimumDistance else { return (candidates, 0) }
    let kept = try features.bits(of: candidates.map(\.molecule)).diverse(
      minimumDistance: distance, apartFrom: features.bits(of: chosen))
    return (kept.map { candidates[$0] }, candidates.count - kept.count)
  }

  /// The best candidates that the surrogate can distinguish from each other and from its training data, with their
  /// features.
  ///
  /// Molecules with the same features, as stereoisomers often have, are the same to the surrogate, which knows their
  /// value once one of them was calculated. Calculating further ones would teach it nothing.
  private func tellingApart(
    _ candidates: [Candidate], from known: [MolecularInput]
  ) throws -> (candidates: [Candidate], features: [MolecularInput], twins: Int) {
    var seen = DistinctInputs()
    for input in known { _ = seen.insert(input) }
    var kept: [Candidate] = []
    var keptFeatures: [MolecularInput] = []
    var twins = 0
    var rest = candidates[...]
    while kept.count < specification.candidates, !rest.isEmpty {
      let next = Array(rest.prefix(specification.candidates))
      rest = rest.dropFirst(next.count)
      for (candidate, input) in zip(next, try features.inputs(of: next.map(\.molecule)))
      where kept.count < specification.candidates {
        if seen.insert(input) {
          kept.append(candidate)
          keptFeatures.append(input)
        } else {
          twins += 1
        }
      }
    }
    return (kept, keptFeatures, twins)
  }
}

extension Sequence<Candidate> {
  /// Each molecule once, at its first place.
  fileprivate var distinct: [Candidate] {
    var seen: Set<String> = []
    return filter { seen.insert($0.molecule.smiles).inserted }
  }
}
