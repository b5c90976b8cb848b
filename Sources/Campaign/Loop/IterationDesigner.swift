import Acquisition
package import CampaignFile
package import Chemistry
import Foundation
import GaussianProcess
package import MolecularDesign
import Numerics
package import Prediction
import Stores
package import TransferLearning

/// Decides the calculations of an iteration, as a function of the campaign file, the corpus and the history alone.
package struct IterationDesigner {
  private let specification: Specification
  private let streams: RandomStreams
  /// The molecules of the corpus that may be proposed, with their features.
  private let pool: [(molecule: Molecule, features: MolecularInput)]
  private let prior: TransferredPrior
  private let designer: Designer
  /// The number of molecules of the corpus that may not be proposed, by the first filter that rejects each.
  package let refusals: [Rejection.Kind: Int]

  /// - Parameter sources: the source models that the surrogate may use.
  package init(specification: Specification, corpus: Corpus, sources: [SourceModel] = []) throws {
    self.specification = specification
    streams = RandomStreams(seed: specification.seed)
    let language = try LanguageModel(
      training: corpus.molecules, settings: specification.languageModel, stream: streams.stream("language model"))
    designer = Designer(
      model: language, filter: specification.filter, settings: specification.design, corpus: corpus.molecules)
    let rejections = try specification.filter.compiled().rejections(of: corpus.molecules)
    refusals = rejections.reduce(into: [:]) { counts, rejection in
      if let rejection { counts[rejection.kind, default: 0] += 1 }
    }
    let model = specification.surrogate.model
    // The scale of a descriptor is that of the whole corpus: the few calculated molecules hardly determine it.
    let reference = try corpus.molecules.inputs(model.representations)
    prior = TransferredPrior(model: model, sources: sources, reference: reference)
    let hasMore = prior.representations.count > model.representations.count
    let seen = hasMore ? try prior.features(of: corpus.molecules) : reference
    pool = zip(zip(corpus.molecules, seen), rejections).filter { $0.1 == nil }.map { ($0.0.0, $0.0.1) }
  }

  /// The number of molecules of the corpus that may be proposed.
  package var poolCount: Int { pool.count }

  /// The number of strings drawn to find out whether a first batch can have any molecule: a tenth of what a batch may
  /// draw, so that a filter that allows nothing is reported within seconds.
  private static let firstDraws = 20_000

  /// Whether a first batch can have any molecule at all, judged by the strings that the batch would draw first.
  package func canBegin() throws -> Bool {
    guard poolCount == 0 else { return true }
    guard specification.proposesNewMolecules else { return false }
    var stream = streams.stream(specification.policy == .random ? "random" : "initial", iteration: 0)
    do {
      _ = try designer.sample(count: 1, excluding: [], drawsAtMost: Self.firstDraws, stream: &stream)
      return true
    } catch DesignError.filterTooNarrow {
      return false
    }
  }

  /// Whether an empty batch proves that no molecule is left: only molecules of the corpus may be proposed, and each of
  /// them is considered. The language model never proves it.
  package var isFinite: Bool { !specification.proposesNewMolecules }

  /// The plan of an iteration. Its batch has fewer molecules than wanted, or none, if no more were found.
  ///
  /// - Parameter count: The number of molecules wanted; nil for the number that the budget allows.
  package func plan(iteration: Int, history: History, count wanted: Int? = nil) throws -> IterationPlan {
    let budget = specification.budget
    let properties = specification.objectives.properties
    let left = max(0, budget.calculations - history.chosen.count - history.pending.count)
    // Values from people may serve as well as a batch drawn at random.
    let isInitial =
      iteration == 0 || (history.chosen.isEmpty && history.observed(properties).count < budget.initial)
    let count = min(left, wanted ?? (isInitial ? budget.initial : budget.batch))
    var plan: IterationPlan
    if specification.policy == .random {
      plan = try randomPlan(iteration: iteration, count: count, history: history)
    } else if isInitial || history.observed(properties).count < 2 {
      // A process needs data: until there are any, batches are drawn like the first one.
      plan = try initialPlan(iteration: iteration, count: count, history: history)
    } else {
      plan = try surrogatePlan(iteration: iteration, count: count, history: history)
    }
    plan.record.pending = history.pending.map(\.calculation)
    plan.wantedCount = count
    return plan
  }

  /// Draws from the corpus, and from the language model if the corpus has too few.
  private func initialPlan(iteration: Int, count: Int, history: History) throws -> IterationPlan {
    var stream = streams.stream("initial", iteration: iteration)
    let (drawn, tooNear) = try drawnFromCorpus(count: count, history: history, stream: &stream)
    guard drawn.count < count, specification.proposesNewMolecules else {
      return try IterationPlan(
        iteration: iteration, policy: .initial, drawn: drawn, reason: "drawn at random from the corpus",
        tooNear: tooNear)
    }
    let design = try sample(
      count: count - drawn.count, excluding: history.identities.union(drawn.map(\.molecule.smiles)),
      apartFrom: history.neighbours + drawn.map(\.molecule), stream: &stream)
    return try IterationPlan(
      iteration: iteration, policy: .initial, drawn: drawn + design.candidates,
      reason: "drawn at random from the corpus and the language model", design: design, tooNear: tooNear)
  }

  /// Draws from the language model, or from the corpus if nothing else may be proposed.
  private func randomPlan(iteration: Int, count: Int, history: History) throws -> IterationPlan {
    var stream = streams.stream("random", iteration: iteration)
    guard specification.proposesNewMolecules else {
      let (drawn, tooNear) = try drawnFromCorpus(count: count, history: history, stream: &stream)
      return try IterationPlan(
        iteration: iteration, policy: .random, drawn: drawn, reason: "drawn at random from the corpus",
        tooNear: tooNear)
    }
    let design = try sample(
      count: count, excluding: history.identities, apartFrom: history.neighbours, stream: &stream)
    return try IterationPlan(
      iteration: iteration, policy: .random, drawn: design.candidates,
      reason: "drawn at random from the language model", design: design)
  }

  private func drawnFromCorpus(
    count: Int, history: History, stream: inout RandomStream
  ) throws -> (drawn: [Candidate], tooNear: Int) {
    var molecules = pool.map(\.molecule).filter { !history.identities.contains($0.smiles) }
    stream.shuffle(&molecules)
    var tooNear = 0
    if let distance = specification.filter.minimumDistance {
      let kept = try molecules.diverse(minimumDistance: distance, atMost: count, apartFrom: history.neighbours)
      // The remaining ones are known to be too close only if all were considered.
      if kept.count < count { tooNear = molecules.count - kept.count }
      molecules = kept.map { molecules[$0] }
    }
    return (
      molecules.prefix(count).map { Candidate(molecule: $0, parent: nil, move: "corpus", logLikelihood: nil) }, tooNear
    )
  }

  /// Draws the wanted number of molecules from the language model, sufficiently distant from each other and from
  /// earlier ones; fewer if no more are found.
  private func sample(
    count: Int, excluding known: Set<String>, apartFrom others: [Molecule], stream: inout RandomStream
  ) throws -> DesignResult {
    do {
      return try designer.sample(count: count, excluding: known, apartFrom: others, stream: &stream)
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }

  /// Fits the surrogate, lets the designer search, and lets the acquisition function choose.
  private func surrogatePlan(iteration: Int, count: Int, history: History) throws -> IterationPlan {
    let surrogate = try Surrogate(objectives: specification.objectives, history: history, prior: prior)
    let considered = pool.filter { !history.identities.contains($0.molecule.smiles) }
    let fromCorpus = zip(considered, try surrogate.logLikelihoods(considered.map(\.features))).map {
      Candidate(molecule: $0.molecule, parent: nil, move: "corpus", logLikelihood: $1)
    }.bestFirst
    let design =
      specification.proposesNewMolecules
      ? try search(by: surrogate, fromCorpus: fromCorpus, iteration: iteration, history: history) : nil
    let (proposed, tooNear) = try apart(
      (fromCorpus + (design?.candidates ?? [])).distinct.bestFirst, from: history.neighbours)
    let pending = history.pending.map(\.molecule)
    let pendingFeatures = try prior.features(of: pending)
    let (candidates, features, twins) = try tellingApart(proposed, from: surrogate.learntFeatures + pendingFeatures)
    let selection = try selectBatch(
      count: count, pending: pending.count, from: try surrogate.acquisitionState(at: features + pendingFeatures),
      by: try specification.acquisition.function(stream: streams.stream("acquisition", iteration: iteration)))
    return try IterationPlan(
      iteration: iteration, ranked: candidates, selection: selection,
      predictions: try surrogate.predictions(features),
      surrogate: surrogate, function: specification.acquisition.name, design: design, twins: twins, tooNear: tooNear)
  }

  /// Runs the designer from the best observed molecules and the best of the corpus.
  private func search(
    by surrogate: Surrogate, fromCorpus: [Candidate], iteration: Int, history: History
  ) throws -> DesignResult {
    let best = zip(surrogate.learnt, try surrogate.logLikelihoods(surrogate.learntFeatures))
      .map { Candidate(molecule: $0, parent: nil, move: "observed", logLikelihood: $1) }.bestFirst
    let quarter = max(1, specification.design.particles / 4)
    var stream = streams.stream("design", iteration: iteration)
    do {
      return try designer.design(
        from: (best.prefix(quarter) + fromCorpus.prefix(quarter)).map(\.molecule), excluding: history.identities,
        stream: &stream
      ) { molecules, widening in
        try surrogate.logLikelihoods(prior.features(of: molecules), widening: widening).map { [$0] }
      }
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }

  /// The candidates that are sufficiently distant from each other, the likeliest first, and from molecules chosen
  /// before; all of them if no distance is required.
  private func apart(
    _ candidates: [Candidate], from chosen: [Molecule]
  ) throws(ChemistryError) -> (candidates: [Candidate], tooNear: Int) {
    guard let distance = specification.filter.minimumDistance else { return (candidates, 0) }
    let kept = try candidates.map(\.molecule).diverse(minimumDistance: distance, apartFrom: chosen)
    return (kept.map { candidates[$0] }, candidates.count - kept.count)
  }

  /// The likeliest candidates that the surrogate can distinguish from each other and from its training data, with their
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
      for (candidate, features) in zip(next, try prior.features(of: next.map(\.molecule)))
      where kept.count < specification.candidates {
        if seen.insert(features) {
          kept.append(candidate)
          keptFeatures.append(features)
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
