import Chemistry

extension DesignRun {
  /// The run in a form that can be saved.
  package var checkpoint: DesignCheckpoint {
    var (sampler, search): (DesignCheckpoint.Sampler?, SearchState?) = (nil, nil)
    switch engine {
    case .sampling(_, let state):
      sampler = DesignCheckpoint.Sampler(
        temperature: state.temperature, logEvidence: state.logEvidence, logWeights: state.logWeights,
        tokens: state.particles.map(\.string.tokens), molecules: state.particles.map(\.evaluation.molecule))
    case .searching(_, let state): search = state
    }
    return DesignCheckpoint(
      molecules: visited.entries.map { entry in
        DesignCheckpoint.Molecule(
          smiles: entry.molecule.smiles, parent: entry.parent, move: entry.move,
          rejection: entry.rejection.map { .init(kind: $0.kind.rawValue, reason: $0.reason) }, terms: entry.terms)
      }, counts: visited.counts, steps: steps, widenings: widenings, stream: stream, sampler: sampler, search: search)
  }

  /// Resumes a run that was saved with the same designer.
  ///
  /// - Throws: ``DesignError/foreignCheckpoint`` if it was another designer.
  package init(_ designer: Designer, from checkpoint: DesignCheckpoint, excluding known: Set<String>) throws {
    let (ramps, terms) = (designer.settings.tempering.ramps.count, checkpoint.molecules.map(\.terms.count).max() ?? 0)
    guard checkpoint.isInRange, checkpoint.widenings <= designer.settings.widenings, ramps == 0 || terms == ramps else {
      throw DesignError.foreignCheckpoint
    }
    let saved = checkpoint.molecules
    let entries = concurrentMap(saved.count) { index -> VisitedMolecules.Entry? in
      guard let molecule = try? Molecule(smiles: saved[index].smiles, isRepeatUnit: true) else { return nil }
      let rejection = saved[index].rejection.flatMap { rejection in
        Rejection.Kind(rawValue: rejection.kind).map { Rejection(kind: $0, reason: rejection.reason) }
      }
      guard (rejection == nil) == (saved[index].rejection == nil) else { return nil }
      return VisitedMolecules.Entry(
        molecule: molecule, parent: saved[index].parent, move: saved[index].move, rejection: rejection,
        terms: saved[index].terms)
    }
    let members = checkpoint.search.map { $0.members + $0.archive.elites } ?? []
    let parents = saved.compactMap(\.parent) + members.map(\.molecule)
    let sampled = checkpoint.sampler.map { [$0.tokens.count, $0.molecules.count, $0.logWeights.count] } ?? []
    let distinct = Set(entries.compactMap { $0?.molecule.smiles })
    guard entries.allSatisfy({ $0 != nil }), distinct.count == entries.count,
      parents.allSatisfy(saved.indices.contains),
      Set(sampled).count <= 1
    else { throw DesignError.foreignCheckpoint }
    let visited = VisitedMolecules(
      filter: try designer.filter.compiled(), excluding: known, ends: designer.ends,
      entries: entries.compactMap(\.self), counts: checkpoint.counts)
    let engine: Engine
    switch designer.settings.mode {
    case .sample:
      guard let saved = checkpoint.sampler else { throw DesignError.foreignCheckpoint }
      var particles: [Particle] = []
      for (tokens, molecule) in zip(saved.tokens, saved.molecules) {
        guard tokens.allSatisfy({ Int($0) < designer.model.vocabulary.count }),
          let string = designer.model.scored(tokens), molecule.map(visited.entries.indices.contains) ?? true
        else { throw DesignError.foreignCheckpoint }
        particles.append(
          Particle(
            string: string,
            evaluation: molecule.map(visited.evaluation) ?? Evaluation(logLikelihood: -.infinity, molecule: nil)))
      }
      engine = .sampling(
        designer.sampler,
        SamplerState(
          temperature: saved.temperature, particles: particles, logWeights: saved.logWeights,
          logEvidence: saved.logEvidence))
    case .search:
      let search = try designer.geneticSearch()
      guard let state = checkpoint.search, state.credits.map(\.move) == search.moves.map(\.name),
        !state.members.isEmpty, !state.archive.elites.isEmpty, state.archive.isInOrder,
        members.allSatisfy({ visited.entries[$0.molecule].rejection == nil && visited.member($0.molecule) == $0 })
      else { throw DesignError.foreignCheckpoint }
      engine = .searching(search, state)
    }
    self.init(
      designer, steps: checkpoint.steps, widenings: checkpoint.widenings, stream: checkpoint.stream, visited: visited,
      engine: engine)
  }
}
