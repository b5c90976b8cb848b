public import Chemistry

/// A distinct, valid, allowed molecule found by a design run.
public struct Candidate: Sendable, Hashable {
  /// The molecule.
  public let molecule: Molecule
  /// The canonical SMILES of the molecule it was made from; nil if there is none.
  public let parent: String?
  /// Its first origin: a proposal's or move's name, "seed" or "language model".
  public let move: String
  /// The value by which it is ranked, possibly −infinity: the log-likelihood, or what a search maximises or an acquisition
  /// function searches for in its place; nil if it was not evaluated.
  public let logLikelihood: Double?

  /// Creates a candidate.
  public init(molecule: Molecule, parent: String?, move: String, logLikelihood: Double?) {
    self.molecule = molecule
    self.parent = parent
    self.move = move
    self.logLikelihood = logLikelihood
  }
}

/// A distinct molecule that the filter rejected.
public struct RejectedCandidate: Sendable, Hashable {
  /// The molecule.
  public let molecule: Molecule
  /// The canonical SMILES of the molecule it was made from; nil if there is none.
  public let parent: String?
  /// Its first origin.
  public let move: String
  /// Why the filter rejected it.
  public let reason: Rejection
}

/// The outcomes of the strings that a design run evaluated: each is counted under one of ``invalid``, ``repeated``,
/// ``refused``, ``known`` and ``candidates``.
public struct DesignCounts: Sendable, Hashable, Codable {
  /// All strings that were evaluated: seeds, draws from the language model and proposals.
  public internal(set) var strings = 0
  /// Strings that are not molecules.
  public internal(set) var invalid = 0
  /// Molecules that were seen before in the run.
  public internal(set) var repeated = 0
  /// The distinct molecules that the filter rejected, by reason.
  public internal(set) var refused: [Rejection.Kind: Int] = [:]
  /// The distinct allowed molecules that are excluded because they are known.
  public internal(set) var known = 0
  /// The other distinct allowed molecules.
  public internal(set) var candidates = 0
  /// The seeds that are not in the language.
  public internal(set) var seedsOutsideLanguage = 0
  /// The draws from the language model that were not completed.
  public internal(set) var unfinished = 0

  /// All counts are zero.
  public init() {}
}

/// The result of a design run.
public struct DesignResult: Sendable {
  /// The candidates: of a design, in order of decreasing likelihood, then by SMILES; of a sample, as drawn.
  public let candidates: [Candidate]
  /// The first molecules that the filter rejected, at most ``DesignSettings/rejectionsKept``.
  public let rejections: [RejectedCandidate]
  /// The outcomes of the strings.
  public let counts: DesignCounts
  /// The steps of the sampler or of the search; none for a sample.
  public let steps: [StepInfo]
  /// The distinct molecules of the last particles, or the members of a search, in order of decreasing likelihood; empty
  /// for a sample.
  public let survivors: [Candidate]
  /// The mean likelihood over the particles, or over the elite of a search; nil for a sample.
  public let meanLikelihood: Double?
  /// How often the targets were widened because no molecule had any likelihood.
  public let widenings: Int
  /// The estimate of the log-evidence log Σ p(s) L(s), asymptotically exact without seeds; nil for a sample, a search,
  /// and a design that ended before β = 1.
  public let logEvidence: Double?

  init(
    candidates: [Candidate], rejections: [RejectedCandidate], counts: DesignCounts, steps: [StepInfo],
    survivors: [Candidate], meanLikelihood: Double?, widenings: Int, logEvidence: Double?
  ) {
    (self.candidates, self.rejections, self.counts) = (candidates, rejections, counts)
    (self.steps, self.survivors, self.meanLikelihood) = (steps, survivors, meanLikelihood)
    (self.widenings, self.logEvidence) = (widenings, logEvidence)
  }

  /// Creates a result without candidates, with the outcomes of all draws.
  public init(_ draw: FruitlessDraw) {
    self.init(
      candidates: [], rejections: draw.rejections, counts: draw.counts, steps: [], survivors: [], meanLikelihood: nil,
      widenings: 0, logEvidence: nil)
  }
}

extension Sequence<Candidate> {
  /// Sorted by decreasing value, then by SMILES.
  package var bestFirst: [Candidate] {
    sorted { first, second in
      let (a, b) = (first.logLikelihood ?? -.infinity, second.logLikelihood ?? -.infinity)
      return a != b ? a > b : first.molecule.smiles < second.molecule.smiles
    }
  }
}
