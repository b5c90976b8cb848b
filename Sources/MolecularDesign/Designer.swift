public import Chemistry
public import Numerics

/// Designs molecules: draws from a language model, guided to regions of high likelihood.
///
///     let corpus = try Corpus.builtIn()
///     let model = try LanguageModel(training: corpus.molecules, settings: .init(), stream: stream)
///     let designer = Designer(model: model, filter: filter, settings: .init())
///     let result = try designer.design(from: best, excluding: measured, stream: &stream) { molecules in
///       molecules.map { logNormalInterval(…) }
///     }
public struct Designer: Sendable {
  /// The language model, which is the prior.
  public let model: LanguageModel
  /// The filter; molecules that it rejects have probability 0.
  public let filter: MoleculeFilter
  /// The size and the method of a run.
  public let settings: DesignSettings
  /// The molecules from which a search takes fragments and reaction partners.
  public let corpus: [Molecule]
  let ends: RepeatUnitEnds
  /// What the moves of a search use; nil if each run makes it from the corpus.
  private(set) var environment: SearchEnvironment?

  /// Creates a designer.
  public init(model: LanguageModel, filter: MoleculeFilter, settings: DesignSettings, corpus: [Molecule] = []) {
    self.model = model
    self.filter = filter
    self.settings = settings
    self.corpus = corpus
    ends = RepeatUnitEnds(of: corpus)
  }

  /// The same designer, which has cut the corpus into fragments already if it searches: for several runs.
  package func prepared() throws(ChemistryError) -> Designer {
    var designer = self
    if settings.mode == .search {
      designer.environment = try sharedEnvironment()
    }
    return designer
  }

  /// Runs sequential Monte Carlo from seeds and the language model towards the posterior p(s) · L(s), or a search from
  /// them for the greatest L, depending on ``DesignSettings/mode``.
  ///
  /// - Parameters:
  ///   - seeds: molecules to start from; they give at most the fraction ``DesignSettings/seedShare`` of the particles,
  ///     one each, in their order, so the best should be first. The others are drawn from the language model.
  ///   - known: canonical SMILES that are not returned as candidates, though particles may have them.
  ///   - stream: the source of randomness.
  ///   - logLikelihood: the log-likelihoods of molecules in their order, possibly −infinity; it is called only with
  ///     new, distinct, allowed molecules, all those of a sweep at once.
  /// - Returns: every molecule visited, including those that were proposed but not accepted.
  /// - Throws: ``DesignError``; `ChemistryError` for an invalid filter; the errors of `logLikelihood`.
  public func design(
    from seeds: [Molecule], excluding known: Set<String>, stream: inout RandomStream,
    logLikelihood: @Sendable ([Molecule]) throws -> [Double]
  ) throws -> DesignResult {
    try design(from: seeds, excluding: known, stream: &stream) { molecules, _ in
      try logLikelihood(molecules).map { [$0] }
    }
  }

  /// As above, with the log-likelihoods of several targets, which the settings' tempering may introduce one after the
  /// other, and which are widened as often as the settings allow.
  ///
  /// - Parameter areLogProbabilities: false for other values than log-likelihoods, which a search may maximise: only −∞ is
  ///   then too unlikely.
  public func design(
    from seeds: [Molecule], excluding known: Set<String>, areLogProbabilities: Bool = true, stream: inout RandomStream,
    logLikelihoods: (_ molecules: [Molecule], _ widening: Int) throws -> [[Double]]
  ) throws -> DesignResult {
    var run = try DesignRun(
      self, from: seeds, excluding: known, areLogProbabilities: areLogProbabilities, stream: stream,
      logLikelihoods: logLikelihoods)
    while !run.isFinished { try run.step(logLikelihoods) }
    stream = run.stream
    return run.result
  }

  /// Distinct new molecules that are drawn only from the language model and that the filter allows.
  ///
  /// If the filter has a minimum distance, it holds among them and to `others`. There are fewer than `count` if
  /// ``DesignSettings/drawsAtMost`` draws gave no more, or the model has long given nothing new.
  /// - Parameter drawsAtMost: Fewer draws than the settings allow, to check only whether there is a molecule.
  /// - Throws: ``DesignError/filterTooNarrow(_:)`` if there is none.
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
