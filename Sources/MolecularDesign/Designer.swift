public import Chemistry
public import Numerics

/// Designs molecules: draws from a language model, led to where a likelihood is high.
///
///     let corpus = try Corpus.builtIn()
///     let model = try LanguageModel(training: corpus.molecules, settings: .init(), stream: streams.stream("language"))
///     let designer = Designer(model: model, filter: filter, settings: .init())
///     let result = try designer.design(from: best, excluding: measured, stream: &stream) { molecules in
///       molecules.map { logNormalInterval(…) }
///     }
public struct Designer: Sendable {
  /// The language model, which is the prior.
  public let model: LanguageModel
  /// Molecules it refuses have no probability.
  public let filter: MoleculeFilter
  /// How much a run does.
  public let settings: DesignSettings
  /// What a search cuts into pieces and takes partners from.
  public let corpus: [Molecule]
  let ends: RepeatUnitEnds

  /// A designer.
  public init(model: LanguageModel, filter: MoleculeFilter, settings: DesignSettings, corpus: [Molecule] = []) {
    self.model = model
    self.filter = filter
    self.settings = settings
    self.corpus = corpus
    ends = RepeatUnitEnds(of: corpus)
  }

  /// Sequential Monte Carlo from seeds and from the language model towards the posterior p(s) · L(s), or a search from
  /// them for the greatest L, as ``DesignSettings/mode`` says.
  ///
  /// - Parameters:
  ///   - seeds: molecules to start from; the first ``DesignSettings/seedShare`` of the particles is made of the first of
  ///     these, one each, so put the best first. The others are drawn from the language model.
  ///   - known: canonical SMILES that are not returned as candidates. Particles may sit on them.
  ///   - stream: all the randomness of the run.
  ///   - logLikelihood: the log-likelihoods of molecules in their order, −infinity among the values allowed; it is called
  ///     with new, distinct, allowed molecules only, all those of a sweep at once.
  /// - Returns: every molecule visited, those that were proposed and not accepted among them.
  /// - Throws: ``DesignError``; ``ChemistryError`` for a filter that cannot be used; what `logLikelihood` throws.
  public func design(
    from seeds: [Molecule], excluding known: Set<String>, stream: inout RandomStream,
    logLikelihood: @Sendable ([Molecule]) throws -> [Double]
  ) throws -> DesignResult {
    try design(from: seeds, excluding: known, stream: &stream) { molecules, _ in
      try logLikelihood(molecules).map { [$0] }
    }
  }

  /// As above, with the log-likelihoods of several targets, which the settings' tempering may bring in one after the other,
  /// and of targets widened as often as the settings allow.
  public func design(
    from seeds: [Molecule], excluding known: Set<String>, stream: inout RandomStream,
    logLikelihoods: (_ molecules: [Molecule], _ widening: Int) throws -> [[Double]]
  ) throws -> DesignResult {
    var run = try DesignRun(
      self, from: seeds, excluding: known, stream: stream, weighing: logLikelihoods)
    while !run.isFinished { try run.step(logLikelihoods) }
    stream = run.stream
    return run.result
  }

  /// Distinct new molecules from the language model alone, which the filter lets through.
  ///
  /// Where the filter has a minimum distance, they keep it from each other and from `others`. Fewer than `count` when
  /// ``DesignSettings/drawsAtMost`` draws have not given more, or the model has given nothing new for long.
  /// - Parameter drawsAtMost: Fewer draws than the settings allow, where it is enough to know whether there is a molecule.
  /// - Throws: ``DesignError/filterTooNarrow(_:)`` when there is none at all.
  public func sample(
    count: Int, excluding known: Set<String>, apartFrom others: [Molecule] = [], drawsAtMost: Int? = nil,
    stream: inout RandomStream
  ) throws -> DesignResult {
    try settings.validate()
    var visited = VisitedMolecules(filter: try filter.compiled(), excluding: known, ends: ends)
    var limits = settings
    limits.drawsAtMost = min(settings.drawsAtMost, drawsAtMost ?? settings.drawsAtMost)
    var drawing = Drawing(wanted: count, settings: limits)
    var chosen: [Candidate] = []
    var neighbours = filter.minimumDistance == nil ? [] : try others.fingerprints(radius: 2).map(\.bits)
    while chosen.count < count, !drawing.isHopeless {
      let before = visited.entries.count
      let batch = drawing.next(missing: count - chosen.count)
      _ = try draw(batch, stream: &stream, visited: &visited, by: unweighed)
      drawing.count(batch, new: visited.entries.count - before)
      let new = visited.candidates(from: before)
      guard let distance = filter.minimumDistance else {
        chosen += new.prefix(count - chosen.count)
        continue
      }
      let bits = try new.map(\.molecule).fingerprints(radius: 2).map(\.bits)
      let kept = bits.diverse(minimumDistance: distance, atMost: count - chosen.count, apartFrom: neighbours)
      chosen += kept.map { new[$0] }
      neighbours += kept.map { bits[$0] }
      visited.countTooNear((chosen.count < count ? new.count : (kept.last ?? -1) + 1) - kept.count)
    }
    guard count == 0 || !chosen.isEmpty else { throw tooNarrow(visited) }
    return DesignResult(
      candidates: chosen,
      rejections: visited.rejections(atMost: settings.rejectionsKept), counts: visited.counts, steps: [],
      survivors: [], meanLikelihood: nil, widenings: 0, logEvidence: nil)
  }
}
