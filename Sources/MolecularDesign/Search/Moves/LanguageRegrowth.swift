import Chemistry
public import Numerics

/// Writes the molecule from a random atom; the language model then regrows the end of the string or, equally often, an
/// inner part.
public struct LanguageRegrowth: SearchMove {
  /// "language regrowth"
  public let name = "language regrowth"
  /// The greatest number of deleted tokens.
  public let longestDeletion: Int

  /// Creates a move that deletes at most `longestDeletion` tokens.
  public init(longestDeletion: Int = 20) { self.longestDeletion = longestDeletion }

  /// Nil if the molecule is not in the model's language, or the new string was not completed.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    let model = environment.model
    guard let string = try? ExtendedSMILES(smiles: smiles),
      let encoded = model.vocabulary.encode(StringGraph(string).written(stream: &stream)),
      let scored = model.scored(encoded)
    else { return nil }
    let proposal: any Proposal =
      stream.uniform(below: 2) == 0
      ? SuffixRegrowth(longestDeletion: longestDeletion) : InnerRegrowth(longestDeletion: min(longestDeletion, 8))
    return proposal.propose(from: scored, model: model, stream: &stream)
      .map { model.vocabulary.decode($0.string.tokens).smiles }
  }
}
