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

  /// A designer.
  public init(model: LanguageModel, filter: MoleculeFilter, settings: DesignSettings) {
    self.model = model
    self.filter = filter
    self.settings = settings
  }

  /// Sequential Monte Carlo from seeds and from the language model towards the posterior p(s) · L(s).
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
    try settings.validate()
    let filter = try filter.compiled()
    return try withoutActuallyEscaping(logLikelihood) { logLikelihood in
      var visited = VisitedMolecules(
        vocabulary: model.vocabulary, filter: filter, excluding: known, logLikelihood: logLikelihood)
      let sampler = SequentialMonteCarlo(
        model: model,
        moves: [
          .init(Rerooting(), probability: settings.rerootingProbability),
          .init(SuffixRegrowth(longestDeletion: settings.longestDeletion)),
        ],
        sweeps: settings.sweeps, effectiveShareKept: settings.effectiveShareKept,
        resamplingShare: settings.resamplingShare)
      var particles = try particles(from: seeds, stream: &stream, visited: &visited)
      particles += try drawn(
        count: settings.particles - particles.count, stream: &stream, visited: &visited)
      guard !particles.isEmpty else {
        throw tooNarrow(visited.counts, found: 0, wanted: settings.particles)
      }
      var state = sampler.start(particles)
      var steps: [StepInfo] = []
      for _ in 0..<settings.steps {
        let (next, info) = try sampler.step(state, stream: &stream) { try visited.evaluate($0) }
        state = next
        steps.append(info)
      }
      let candidates = visited.candidates.sorted {
        let (a, b) = ($0.logLikelihood ?? -.infinity, $1.logLikelihood ?? -.infinity)
        return a != b ? a > b : $0.molecule.smiles < $1.molecule.smiles
      }
      return DesignResult(
        candidates: candidates, rejections: visited.rejections(atMost: settings.rejectionsKept),
        counts: visited.counts, steps: steps, logEvidence: state.temperature == 1 ? state.logEvidence : nil)
    }
  }

  /// Distinct new molecules from the language model alone, which the filter lets through.
  ///
  /// Fewer than `count` when ``DesignSettings/drawsPerMolecule`` draws for each have not given more.
  /// - Throws: ``DesignError/filterTooNarrow(drawn:found:wanted:reasons:)`` when there is none at all.
  public func sample(count: Int, excluding known: Set<String>, stream: inout RandomStream) throws -> DesignResult {
    try settings.validate()
    var visited = VisitedMolecules(
      vocabulary: model.vocabulary, filter: try filter.compiled(), excluding: known, logLikelihood: nil)
    var drawn = 0
    while visited.counts.candidates < count, drawn < count * settings.drawsPerMolecule {
      let batch = min(max(64, count - visited.counts.candidates), 1024)
      _ = try draw(batch, stream: &stream, visited: &visited)
      drawn += batch
    }
    guard count == 0 || visited.counts.candidates > 0 else {
      throw tooNarrow(visited.counts, found: 0, wanted: count)
    }
    return DesignResult(
      candidates: Array(visited.candidates.prefix(count)),
      rejections: visited.rejections(atMost: settings.rejectionsKept), counts: visited.counts, steps: [],
      logEvidence: nil)
  }

  /// Particles on the first seeds that are in the language and allowed, each written at random.
  private func particles(
    from seeds: [Molecule], stream: inout RandomStream, visited: inout VisitedMolecules
  ) throws -> [Particle] {
    var strings: [ScoredString] = []
    for seed in seeds.prefix(Int(Double(settings.particles) * settings.seedShare)) {
      if let string = try? ExtendedSMILES(smiles: seed.smiles),
        let encoded = model.vocabulary.encode(StringGraph(string).written(stream: &stream)),
        let scored = model.scored(encoded)
      {
        strings.append(scored)
      } else {
        visited.countSeedOutsideLanguage()
      }
    }
    let evaluations = try visited.evaluate(strings.map { Visit(string: $0, parent: nil, move: "seed") })
    return allowed(strings, evaluations, visited)
  }

  /// Particles drawn from the language model, restricted to allowed molecules by drawing again.
  private func drawn(count: Int, stream: inout RandomStream, visited: inout VisitedMolecules) throws -> [Particle] {
    var particles: [Particle] = []
    var drawn = 0
    while particles.count < count, drawn < count * settings.drawsPerMolecule {
      let batch = min(max(64, count - particles.count), 1024)
      particles += try draw(batch, stream: &stream, visited: &visited)
      drawn += batch
    }
    return Array(particles.prefix(count))
  }

  private func draw(_ count: Int, stream: inout RandomStream, visited: inout VisitedMolecules) throws -> [Particle] {
    let (model, streams) = (model, (0..<count).map { _ in RandomStream(seed: stream.next()) })
    let grown = concurrentMap(count) { index -> ScoredString? in
      var stream = streams[index]
      return model.grow(from: [], stream: &stream)
    }
    for string in grown where string == nil { visited.countUnfinished() }
    let strings = grown.compactMap { $0 }
    let evaluations = try visited.evaluate(strings.map { Visit(string: $0, parent: nil, move: "language model") })
    return allowed(strings, evaluations, visited)
  }

  private func allowed(_ strings: [ScoredString], _ evaluations: [Evaluation], _ visited: VisitedMolecules)
    -> [Particle]
  {
    zip(strings, evaluations).compactMap { string, evaluation in
      guard let number = evaluation.molecule, visited.entries[number].rejection == nil else { return nil }
      return Particle(string: string, evaluation: evaluation)
    }
  }

  private func tooNarrow(_ counts: DesignCounts, found: Int, wanted: Int) -> DesignError {
    let refused = counts.refused.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    var reasons = refused.map { "\($0.value) refused for \($0.key.rawValue)" }
    if counts.known > 0 { reasons.append("\(counts.known) known already") }
    if counts.invalid > 0 { reasons.append("\(counts.invalid) invalid") }
    return .filterTooNarrow(drawn: counts.strings, found: found, wanted: wanted, reasons: reasons)
  }
}
