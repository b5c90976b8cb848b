public import Numerics

/// One edit of a particle's string.
///
/// The Metropolis–Hastings step needs the probabilities of the edit and of its reverse; with these, the stated
/// posterior is sampled, whatever the edit. A proposal must know both exactly. `CohobateTesting.proposalViolations`
/// tests this.
public protocol Proposal: Sendable {
  /// The name of the proposal in the record: "suffix regrowth".
  var name: String { get }

  /// Whether the new string always represents the same molecule as the old one, which then need not be evaluated again.
  var preservesMolecule: Bool { get }

  /// Draws a new string of the model's language from an old one; nil if the draw is outside the language.
  func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed?
}

/// The result of a ``Proposal``.
public struct Proposed: Sendable, Hashable {
  /// The new string.
  public let string: ScoredString
  /// The log-probability of drawing the new string from the old one.
  ///
  /// A term that is equal for both directions and for all reachable strings may be omitted from both.
  public let forwardLogProbability: Double
  /// The log-probability of drawing the old string from the new one; −infinity if that is impossible.
  public let backwardLogProbability: Double

  /// Creates a result from the new string and the log-probabilities of both directions.
  public init(string: ScoredString, forwardLogProbability: Double, backwardLogProbability: Double) {
    self.string = string
    self.forwardLogProbability = forwardLogProbability
    self.backwardLogProbability = backwardLogProbability
  }
}
