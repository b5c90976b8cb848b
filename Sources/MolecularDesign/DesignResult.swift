public import Chemistry

/// A distinct, valid, allowed molecule that a design run visited.
public struct Candidate: Sendable, Hashable {
  /// The molecule.
  public let molecule: Molecule
  /// The canonical SMILES of the molecule it was made from; nil when it was not made from one.
  public let parent: String?
  /// What made it first: a proposal's name, "seed" or "language model".
  public let move: String
  /// The log-likelihood, −infinity among its values; nil when none was asked for.
  public let logLikelihood: Double?

  /// A candidate, however it came about.
  public init(molecule: Molecule, parent: String?, move: String, logLikelihood: Double?) {
    self.molecule = molecule
    self.parent = parent
    self.move = move
    self.logLikelihood = logLikelihood
  }
}

/// A distinct molecule that the filter took out.
public struct RejectedCandidate: Sendable, Hashable {
  /// Its canonical SMILES.
  public let smiles: String
  /// The canonical SMILES of the molecule it was made from; nil when it was not made from one.
  public let parent: String?
  /// What made it first.
  public let move: String
  /// Why the filter took it out.
  public let reason: Rejection
}

/// What became of the strings that a design run looked at: each is counted under one of ``invalid``, ``repeated``,
/// ``refused``, ``known`` and ``candidates``.
public struct DesignCounts: Sendable, Hashable, Codable {
  /// All strings whose molecule was looked at: seeds, draws from the language model and proposals.
  public internal(set) var strings = 0
  /// Those that are no molecule.
  public internal(set) var invalid = 0
  /// Those that are a molecule seen before in the run.
  public internal(set) var repeated = 0
  /// The distinct molecules that the filter took out, by reason.
  public internal(set) var refused: [Rejection.Kind: Int] = [:]
  /// The distinct allowed molecules that are among those to exclude.
  public internal(set) var known = 0
  /// The distinct allowed molecules besides.
  public internal(set) var candidates = 0
  /// The seeds that the language model has no word for.
  public internal(set) var seedsOutsideLanguage = 0
  /// The draws from the language model that did not end.
  public internal(set) var unfinished = 0

  /// Nothing yet.
  public init() {}
}

/// What a design run gives.
public struct DesignResult: Sendable {
  /// The candidates: of a design, the likeliest first and those of equal likelihood by SMILES; of a sample, as drawn.
  public let candidates: [Candidate]
  /// The first ``DesignSettings/rejectionsKept`` molecules that the filter took out.
  public let rejections: [RejectedCandidate]
  /// What became of the strings.
  public let counts: DesignCounts
  /// The steps of the sampler or of the search; none for a sample.
  public let steps: [StepInfo]
  /// The distinct molecules of the particles at the end, or of a search the molecules kept, the likeliest first; none for
  /// a sample.
  public let survivors: [Candidate]
  /// The mean likelihood over the particles, or over the elite of a search; nil for a sample.
  public let meanLikelihood: Double?
  /// How often the targets were widened, since nothing had any likelihood.
  public let widenings: Int
  /// The estimate of the log-evidence log Σ p(s) L(s), exact in the limit when no seeds were given; nil for a sample and a
  /// search, and for a design that ended before β = 1.
  public let logEvidence: Double?

  init(
    candidates: [Candidate], rejections: [RejectedCandidate], counts: DesignCounts, steps: [StepInfo],
    survivors: [Candidate], meanLikelihood: Double?, widenings: Int, logEvidence: Double?
  ) {
    (self.candidates, self.rejections, self.counts) = (candidates, rejections, counts)
    (self.steps, self.survivors, self.meanLikelihood) = (steps, survivors, meanLikelihood)
    (self.widenings, self.logEvidence) = (widenings, logEvidence)
  }

  /// A result without candidates, which says what became of all that was drawn.
  public init(_ draw: FruitlessDraw) {
    self.init(
      candidates: [], rejections: draw.rejections, counts: draw.counts, steps: [], survivors: [], meanLikelihood: nil,
      widenings: 0, logEvidence: nil)
  }
}

extension Sequence<Candidate> {
  /// The likeliest first; among equals in the order of their SMILES.
  package var bestFirst: [Candidate] {
    sorted { first, second in
      let (a, b) = (first.logLikelihood ?? -.infinity, second.logLikelihood ?? -.infinity)
      return a != b ? a > b : first.molecule.smiles < second.molecule.smiles
    }
  }
}
