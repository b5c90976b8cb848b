public import Numerics

/// One edit of a particle's string.
///
/// The Metropolis–Hastings step needs to know how probable it is to go there and to come back: then, whatever the edit,
/// what is sampled is the stated posterior. A proposal for which the two are not known exactly cannot conform.
/// `CohobateTesting.proposalViolations` holds a new one to this.
public protocol Proposal: Sendable {
  /// What the record calls the move: "suffix regrowth".
  var name: String { get }

  /// Whether the new string always spells the molecule of the old one, which then need not be evaluated again.
  var preservesMolecule: Bool { get }

  /// Draws a new string, from the model's language, given an old one; nil when it draws something outside the language.
  func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed?
}

/// What a ``Proposal`` proposes.
public struct Proposed: Sendable, Hashable {
  /// The new string.
  public let string: ScoredString
  /// The log-probability of drawing the new string from the old one.
  ///
  /// A term that is the same there and back, and for every string that can be reached, may be missing from both.
  public let forwardLogProbability: Double
  /// The log-probability of drawing the old string from the new one; −infinity where that cannot be.
  public let backwardLogProbability: Double

  /// A new string with the log-probabilities of going there and back.
  public init(string: ScoredString, forwardLogProbability: Double, backwardLogProbability: Double) {
    self.string = string
    self.forwardLogProbability = forwardLogProbability
    self.backwardLogProbability = backwardLogProbability
  }
}
