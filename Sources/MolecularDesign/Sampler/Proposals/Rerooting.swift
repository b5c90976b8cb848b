public import Numerics

/// Rewrites the molecule from a random atom, so that another part of it comes last and can be regrown.
///
/// Both log-probabilities are those of a single walk over the graph; the number of walks that give the same string is
/// the same for all strings of the molecule, and is omitted from both (see ``StringGraph/writing(stream:)``).
public struct Rerooting: Proposal {
  /// "re-rooting"
  public let name = "re-rooting"
  /// True: only the writing changes.
  public let preservesMolecule = true

  /// Creates the proposal; it has no settings.
  public init() {}

  /// Draws a new writing of the string's molecule; nil if it needs a token that the model lacks.
  public func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
    let graph = model.vocabulary.graph(of: string.tokens)
    let (writing, forward) = graph.codes(stream: &stream)
    guard let encoded = model.vocabulary.encode(writing), let scored = model.scored(encoded) else { return nil }
    return Proposed(
      string: scored, forwardLogProbability: forward, backwardLogProbability: graph.logProbabilityAsWritten)
  }
}
