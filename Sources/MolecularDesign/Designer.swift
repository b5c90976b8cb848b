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
  /// Fewer than `count` when ``DesignSettings/drawsPerMolecule`` draws for each have not given more.
  /// - Throws: ``DesignError/filterTooNarrow(drawn:found:wanted:reasons:)`` when there is none at all.
  public func sample(count: Int, excluding known: Set<String>, stream: inout RandomStream) throws -> DesignResult {
    try settings.validate()
    var visited = VisitedMolecules(filter: try filter.compiled(), excluding: known, ends: ends)
    var drawn = 0
    while visited.counts.candidates < count, drawn < count * settings.drawsPerMolecule {
      let batch = min(max(64, count - visited.counts.candidates), 1024)
      _ = try draw(batch, stream: &stream, visited: &visited, by: unweighed)
      drawn += batch
    }
    guard count == 0 || visited.counts.candidates > 0 else {
      throw tooNarrow(visited.counts, found: 0, wanted: count)
    }
    return DesignResult(
      candidates: Array(visited.candidates.prefix(count)),
      rejections: visited.rejections(atMost: settings.rejectionsKept), counts: visited.counts, steps: [],
      survivors: [], meanLikelihood: nil, widenings: 0, logEvidence: nil)
  }
}
