/// The chemical evaluation of a string.
public struct Evaluation: Sendable, Hashable {
  /// The log-likelihood; −infinity for a string that is not an allowed molecule.
  public let logLikelihood: Double
  /// The log-likelihood of each target, in their order; their sum is the total. Empty if there is at most one target.
  public let terms: [Double]
  /// The number of the molecule, equal for all strings of the same molecule. Nil for a string that is not a molecule.
  public let molecule: Int?

  /// Creates an evaluation.
  public init(logLikelihood: Double, terms: [Double] = [], molecule: Int?) {
    self.logLikelihood = logLikelihood
    self.terms = terms
    self.molecule = molecule
  }
}

/// A string that the sampler evaluates, and its origin.
public struct StringWithOrigin: Sendable, Hashable {
  /// The string.
  public let string: ScoredString
  /// The molecule of the particle it was made from, nil if it was drawn from the language model.
  public let parent: Int?
  /// The name of the proposal that made it.
  public let move: String

  /// Creates a string with its origin.
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
  /// The chemical evaluation of the string.
  public let evaluation: Evaluation

  /// Creates a particle.
  public init(string: ScoredString, evaluation: Evaluation) {
    self.string = string
    self.evaluation = evaluation
  }
}

/// The state for the next step.
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

/// The outcomes of one proposal in one step.
public struct MoveCounts: Sendable, Hashable, Codable {
  /// The proposal's name.
  public let move: String
  /// The number of tries.
  public var tried = 0
  /// The number of strings proposed outside the language.
  public var outside = 0
  /// The number of proposed strings that differ from the particle's own.
  public var changed = 0
  /// The number of accepted proposals.
  public var accepted = 0

  /// Creates zero counts.
  public init(move: String) { self.move = move }
}

/// Information on a step, for display.
public struct StepInfo: Sendable, Hashable, Codable {
  /// β after the step.
  public let temperature: Double
  /// The effective sample size after weighing, before resampling.
  public let effectiveSampleSize: Double
  /// Whether the particles were resampled.
  public let resampled: Bool
  /// The outcomes of the proposals, by name.
  public let moves: [MoveCounts]
  /// The number of distinct molecules among the particles after the step.
  public let distinct: Int

  /// Creates the information on a step.
  public init(temperature: Double, effectiveSampleSize: Double, resampled: Bool, moves: [MoveCounts], distinct: Int) {
    self.temperature = temperature
    self.effectiveSampleSize = effectiveSampleSize
    self.resampled = resampled
    self.moves = moves
    self.distinct = distinct
  }

  /// The fraction of all proposals that were accepted.
  public var acceptance: Double {
    let tried = moves.reduce(0) { $0 + $1.tried }
    return tried > 0 ? Double(moves.reduce(0) { $0 + $1.accepted }) / Double(tried) : 0
  }
}
