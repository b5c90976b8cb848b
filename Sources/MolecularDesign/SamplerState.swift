/// What the chemistry says of a string.
public struct Evaluation: Sendable, Hashable {
  /// The log-likelihood; −infinity for a string that is no allowed molecule.
  public let logLikelihood: Double
  /// That of each target, in their order, whose sum it is; empty where there is but one, or none.
  public let terms: [Double]
  /// A number for the molecule's identity: equal for strings of the same molecule. Nil for a string that is none.
  public let molecule: Int?

  /// An evaluation.
  public init(logLikelihood: Double, terms: [Double] = [], molecule: Int?) {
    self.logLikelihood = logLikelihood
    self.terms = terms
    self.molecule = molecule
  }
}

/// A string that the sampler looks at, and where it came from.
public struct Visit: Sendable, Hashable {
  /// The string.
  public let string: ScoredString
  /// The molecule of the particle it was made from, nil when it was drawn from the language model.
  public let parent: Int?
  /// The name of the move that made it.
  public let move: String

  /// A visit.
  public init(string: ScoredString, parent: Int?, move: String) {
    self.string = string
    self.parent = parent
    self.move = move
  }
}

/// A string in the sampler.
public struct Particle: Sendable, Hashable {
  /// The string.
  public let string: ScoredString
  /// What the chemistry says of it.
  public let evaluation: Evaluation

  /// A particle.
  public init(string: ScoredString, evaluation: Evaluation) {
    self.string = string
    self.evaluation = evaluation
  }
}

/// What the next step needs.
public struct SamplerState: Sendable, Hashable {
  /// β, from 0 (the prior) to 1 (the posterior).
  public internal(set) var temperature: Double
  /// The particles.
  public internal(set) var particles: [Particle]
  /// Their log-weights, not normalised.
  public internal(set) var logWeights: [Double]
  /// The estimate of log Σ p(s) L(s)^β, over the prior restricted to allowed molecules.
  public internal(set) var logEvidence: Double

  package init(temperature: Double, particles: [Particle], logWeights: [Double], logEvidence: Double) {
    self.temperature = temperature
    self.particles = particles
    self.logWeights = logWeights
    self.logEvidence = logEvidence
  }
}

/// What became of the proposals of one move in one step.
public struct MoveCounts: Sendable, Hashable, Codable {
  /// The move's name.
  public let move: String
  /// How often it was tried.
  public var tried = 0
  /// How often it proposed a string outside the language.
  public var outside = 0
  /// How often it proposed another string than the particle's own.
  public var changed = 0
  /// How often its proposal was accepted.
  public var accepted = 0

  /// Zero counts of a move.
  public init(move: String) { self.move = move }
}

/// What a person wants to know of a step.
public struct StepInfo: Sendable, Hashable, Codable {
  /// β after the step.
  public let temperature: Double
  /// The effective sample size after weighing, before resampling.
  public let effectiveSampleSize: Double
  /// Whether the particles were resampled.
  public let resampled: Bool
  /// What became of the proposals, by move.
  public let moves: [MoveCounts]
  /// The distinct molecules among the particles after the step.
  public let distinct: Int

  /// The info of a step.
  public init(temperature: Double, effectiveSampleSize: Double, resampled: Bool, moves: [MoveCounts], distinct: Int) {
    self.temperature = temperature
    self.effectiveSampleSize = effectiveSampleSize
    self.resampled = resampled
    self.moves = moves
    self.distinct = distinct
  }

  /// The share of all proposals that was accepted.
  public var acceptance: Double {
    let tried = moves.reduce(0) { $0 + $1.tried }
    return tried > 0 ? Double(moves.reduce(0) { $0 + $1.accepted }) / Double(tried) : 0
  }
}
