import Chemistry
import Numerics

/// The start of a run.
extension Designer {
  /// The sampler with these settings.
  var sampler: SequentialMonteCarlo {
    SequentialMonteCarlo(
      model: model,
      moves: [
        .init(Rerooting(), probability: settings.rerootingProbability),
        .init(SuffixRegrowth(longestDeletion: settings.longestDeletion)),
        .init(
          InnerRegrowth(longestDeletion: min(settings.longestDeletion, 8)),
          probability: settings.innerRegrowthProbability),
      ],
      sweeps: settings.sweeps, effectiveShareKept: settings.effectiveShareKept,
      resamplingShare: settings.resamplingShare, tempering: settings.tempering,
      lastTemperature: settings.lastTemperature)
  }

  /// The search with these settings.
  func geneticSearch() throws(ChemistryError) -> GeneticSearch {
    GeneticSearch(
      environment: try sharedEnvironment(), children: settings.particles, settings: settings.search)
  }

  /// What the moves of a search use: made before, or now from the corpus.
  func sharedEnvironment() throws(ChemistryError) -> SearchEnvironment {
    if let environment { return environment }
    return try SearchEnvironment(model: model, corpus: corpus, filter: filter)
  }

  /// The particles from the first seeds, filled up from the language model.
  func firstParticles(
    from seeds: [Molecule], stream: inout RandomStream, visited: inout VisitedMolecules,
    by logLikelihoods: LogLikelihoods
  ) throws -> [Particle] {
    var particles = try particles(from: seeds, stream: &stream, visited: &visited, by: logLikelihoods)
    particles += try drawn(
      count: settings.particles - particles.count, stream: &stream, visited: &visited, by: logLikelihoods)
    guard !particles.isEmpty else { throw tooNarrow(visited) }
    return particles
  }

  /// The numbers of all allowed seeds and, if these are fewer than the search keeps, of molecules drawn from the
  /// language model.
  func firstMembers(
    from seeds: [Molecule], stream: inout RandomStream, visited: inout VisitedMolecules,
    by logLikelihoods: LogLikelihoods
  ) throws -> [Int] {
    _ = try visited.evaluate(seeds.map { SMILESWithOrigin($0, move: "seed") }, by: logLikelihoods)
    let wanted = min(settings.search.kept, settings.particles)
    let missing = wanted - visited.entries.count { $0.rejection == nil }
    if missing > 0 { _ = try drawn(count: missing, stream: &stream, visited: &visited, by: logLikelihoods) }
    // All evaluated molecules, so that none is lost.
    let numbers = visited.entries.indices.filter { visited.entries[$0].rejection == nil }
    guard !numbers.isEmpty else { throw tooNarrow(visited) }
    return numbers
  }

  /// Particles from the first seeds that are in the language and allowed, each written randomly.
  private func particles(
    from seeds: [Molecule], stream: inout RandomStream, visited: inout VisitedMolecules,
    by logLikelihoods: LogLikelihoods
  ) throws -> [Particle] {
    var strings: [ScoredString] = []
    for seed in seeds.prefix(Int(Double(settings.particles) * settings.seedShare)) {
      if let string = try? ExtendedSMILES(smiles: seed.smiles),
        let encoded = model.vocabulary.encode(StringGraph(string).written(stream: &stream)),
        let scored = model.scored(encoded)
      {
        strings.append(scored)
      } else {
        visited.counts.seedsOutsideLanguage += 1
      }
    }
    let evaluations = try visited.evaluate(
      strings.map { StringWithOrigin(string: $0, parent: nil, move: "seed") }, of: model.vocabulary, by: logLikelihoods)
    return allowed(strings, evaluations, visited)
  }

  /// Particles drawn from the language model, restricted to allowed molecules by rejection: until there are `count`, or
  /// the greatest number of strings for each has been drawn. If no allowed molecule has been found at all, drawing
  /// continues.
  private func drawn(
    count: Int, stream: inout RandomStream, visited: inout VisitedMolecules, by logLikelihoods: LogLikelihoods
  ) throws -> [Particle] {
    var particles: [Particle] = []
    var drawing = Drawing(wanted: count, settings: settings)
    let hasOthers = visited.entries.contains { $0.rejection == nil }
    while particles.count < count,
      drawing.isWithinFirst || (particles.isEmpty && !hasOthers && !drawing.isHopeless)
    {
      let before = visited.entries.count
      let batch = drawing.next(missing: count - particles.count)
      particles += try draw(batch, stream: &stream, visited: &visited, by: logLikelihoods)
      drawing.count(batch, new: visited.entries.count - before)
    }
    return Array(particles.prefix(count))
  }

  /// Allowed particles among `count` strings drawn from the language model.
  func draw(
    _ count: Int, stream: inout RandomStream, visited: inout VisitedMolecules, by logLikelihoods: LogLikelihoods
  ) throws -> [Particle] {
    let (model, streams) = (model, (0..<count).map { _ in RandomStream(seed: stream.next()) })
    let grown = concurrentMap(count) { index -> ScoredString? in
      var stream = streams[index]
      return model.grow(from: [], stream: &stream)
    }
    for string in grown where string == nil { visited.counts.unfinished += 1 }
    let strings = grown.compactMap { $0 }
    let evaluations = try visited.evaluate(
      strings.map { StringWithOrigin(string: $0, parent: nil, move: "language model") }, of: model.vocabulary,
      by: logLikelihoods)
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

  func tooNarrow(_ visited: VisitedMolecules) -> DesignError {
    .filterTooNarrow(
      FruitlessDraw(counts: visited.counts, rejections: visited.rejections(atMost: settings.rejectionsKept)))
  }
}
