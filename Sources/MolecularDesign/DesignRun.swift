package import Chemistry
import Glibc
package import Numerics

/// A design in progress: a value that is advanced step by step, and can be saved between two steps and resumed.
public struct DesignRun {
  /// The log-likelihoods of molecules in their order, one array per target; `widening` is the number of times that the
  /// targets have been widened.
  package typealias WidenedLogLikelihoods = (_ molecules: [Molecule], _ widening: Int) throws -> [[Double]]

  /// The state of the sampler or the search.
  enum Engine {
    case sampling(SequentialMonteCarlo, SamplerState)
    case searching(GeneticSearch, SearchState)
  }

  /// The designer.
  public let designer: Designer
  /// The completed steps.
  public private(set) var steps: [StepInfo]
  /// How often the targets were widened.
  public private(set) var widenings: Int
  private(set) var stream: RandomStream
  private(set) var visited: VisitedMolecules
  private(set) var engine: Engine
  /// Whether the values are log-likelihoods: those of a search may be others.
  private let areLogProbabilities: Bool

  /// Starts a run from seeds and from the language model, and evaluates its first molecules.
  ///
  /// - Parameter areLogProbabilities: false for other values than log-likelihoods, which a search may maximise.
  package init(
    _ designer: Designer, from seeds: [Molecule], excluding known: Set<String>, areLogProbabilities: Bool = true,
    stream: RandomStream, logLikelihoods: WidenedLogLikelihoods
  ) throws {
    try designer.settings.validate()
    (self.designer, self.areLogProbabilities) = (designer, areLogProbabilities)
    self.stream = stream
    (steps, widenings) = ([], 0)
    var visited = VisitedMolecules(filter: try designer.filter.compiled(), excluding: known, ends: designer.ends)
    switch designer.settings.mode {
    case .sample:
      let particles = try designer.firstParticles(from: seeds, stream: &self.stream, visited: &visited) {
        try logLikelihoods($0, 0)
      }
      let sampler = designer.sampler
      engine = .sampling(sampler, sampler.start(particles))
    case .search:
      let numbers = try designer.firstMembers(from: seeds, stream: &self.stream, visited: &visited) {
        try logLikelihoods($0, 0)
      }
      let search = try designer.geneticSearch()
      engine = .searching(search, search.start(numbers.map { visited.member($0) }))
    }
    self.visited = visited
    try widenWhereNothingIsLikely(logLikelihoods)
  }

  /// Resumes a saved run, whose values are log-likelihoods.
  init(
    _ designer: Designer, steps: [StepInfo], widenings: Int, stream: RandomStream, visited: VisitedMolecules,
    engine: Engine
  ) {
    self.designer = designer
    (self.steps, self.widenings, self.stream) = (steps, widenings, stream)
    (self.visited, self.engine) = (visited, engine)
    areLogProbabilities = true
  }

  /// Whether all steps are done, or the greatest number of molecules has been evaluated.
  public var isFinished: Bool { steps.count >= designer.settings.steps || childrenLeft == 0 }

  /// The number of molecules evaluated: the distinct allowed ones.
  public var weighedCount: Int { visited.counts.candidates + visited.counts.known }

  /// The greatest number of children in the next step of a search.
  private var childrenLeft: Int {
    let most = designer.settings.particles
    return designer.settings.weighedAtMost.map { min(most, max(0, $0 - weighedCount)) } ?? most
  }

  /// One step of the sampler or of the search.
  package mutating func step(_ logLikelihoods: WidenedLogLikelihoods) throws {
    let (widening, vocabulary) = (widenings, designer.model.vocabulary)
    switch engine {
    case .sampling(let sampler, let state):
      let (next, info) = try sampler.step(state, stream: &stream) { made in
        try visited.evaluate(made, of: vocabulary) { try logLikelihoods($0, widening) }
      }
      engine = .sampling(sampler, next)
      steps.append(info)
    case .searching(let search, let state):
      let (next, info) = try search.step(state, children: childrenLeft, stream: &stream) { made in
        let first = visited.entries.count
        var seen: Set<Int> = []
        return try visited.evaluate(made) { try logLikelihoods($0, widening) }.map { evaluation in
          guard let number = evaluation.molecule, number >= first, visited.entries[number].rejection == nil,
            seen.insert(number).inserted
          else { return nil }
          return visited.member(number)
        }
      }
      engine = .searching(search, next)
      steps.append(info)
    }
  }

  /// The state of the run in numbers; for a search, over the elite, the best hundred or so. There is no mean likelihood of
  /// values that are no log-likelihoods.
  package var likelihoodSummary: (temperature: Double, meanLikelihood: Double?, distinct: Int) {
    switch engine {
    case .sampling(_, let state):
      let total = logSumExp(state.logWeights)
      let weighted = zip(state.particles, state.logWeights).map { $0.evaluation.logLikelihood + $1 }
      return (
        state.temperature, exp(logSumExp(weighted) - total), Set(state.particles.map(\.evaluation.molecule)).count
      )
    case .searching(let search, let state):
      let best = state.members.prefix(search.settings.elite)
      let mean = best.reduce(0) { $0 + exp($1.logLikelihood) } / Double(max(1, best.count))
      return (1, areLogProbabilities ? mean : nil, best.count)
    }
  }

  /// The result so far.
  package var result: DesignResult {
    let numbers: [Int]
    var logEvidence: Double?
    switch engine {
    case .sampling(_, let state):
      numbers = state.particles.compactMap(\.evaluation.molecule)
      if state.temperature == 1 { logEvidence = state.logEvidence }
    case .searching(_, let state): numbers = state.members.map(\.molecule)
    }
    return DesignResult(
      candidates: visited.candidates.bestFirst,
      rejections: visited.rejections(atMost: designer.settings.rejectionsKept), counts: visited.counts, steps: steps,
      survivors: Set(numbers).sorted().map(visited.candidate).bestFirst,
      meanLikelihood: likelihoodSummary.meanLikelihood,
      widenings: widenings, logEvidence: logEvidence)
  }

  /// Below this log-likelihood, a probability of one in 10²¹, the targets are widened if allowed. Other values have no
  /// scale on which one but −∞ would be too small.
  private static let unlikely = -50.0

  private var nothingIsLikely: Bool {
    areLogProbabilities ? bestLogLikelihood < Self.unlikely : bestLogLikelihood == -.infinity
  }

  /// Widens the targets, as often as the settings allow, until some molecule is not too unlikely. A run may begin with
  /// unlikely molecules, but not if none has any likelihood.
  private mutating func widenWhereNothingIsLikely(_ logLikelihoods: WidenedLogLikelihoods) throws {
    while nothingIsLikely {
      guard widenings < designer.settings.widenings else {
        guard bestLogLikelihood > -.infinity else { throw DesignError.noLikelihood(molecules: weighedCount) }
        return
      }
      widenings += 1
      let widening = widenings
      try visited.weighAgain { try logLikelihoods($0, widening) }
      switch engine {
      case .sampling(let sampler, let state):
        let particles = state.particles.map { particle in
          Particle(
            string: particle.string,
            evaluation: particle.evaluation.molecule.map(visited.evaluation) ?? particle.evaluation)
        }
        engine = .sampling(sampler, sampler.start(particles))
      case .searching(let search, let state):
        engine = .searching(search, search.start(state.members.map { visited.member($0.molecule) }))
      }
    }
  }

  private var bestLogLikelihood: Double {
    switch engine {
    case .sampling(_, let state): state.particles.map(\.evaluation.logLikelihood).max() ?? -.infinity
    case .searching(_, let state): state.members.map(\.logLikelihood).max() ?? -.infinity
    }
  }
}

extension VisitedMolecules {
  /// A molecule as a member of a search.
  func member(_ number: Int) -> SearchMember {
    SearchMember(
      molecule: number, smiles: entries[number].molecule.smiles, logLikelihood: evaluation(of: number).logLikelihood,
      cell: ArchiveCell(entries[number].molecule))
  }

  /// A molecule as a candidate of a result.
  func candidate(_ number: Int) -> Candidate {
    let entry = entries[number]
    return Candidate(
      molecule: entry.molecule, parent: entry.parent.map { entries[$0].molecule.smiles }, move: entry.move,
      logLikelihood: entry.logLikelihood)
  }
}
