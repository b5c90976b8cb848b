/// A language model, for people and machines.
public struct LanguageModelReport: Encodable, Sendable {
  /// The file it was written to.
  public let file: String
  /// Where it learnt.
  public let source: String
  /// The distinct molecules it learnt from; nil of a merged model.
  public let molecules: Int?
  /// How many tokens of the context it sees.
  public let order: Int
  /// How often each molecule was written.
  public let roots: Int
  /// How it goes from counts to probabilities.
  public let smoothing: String
  /// The number of its tokens.
  public let tokens: Int
  /// The number of counts stored.
  public let counts: Int
  /// The memory of its tables in bytes.
  public let bytes: Int
  /// The length in tokens from which on strings are led to their end.
  public let softLength: Int
  /// The number of `*` in every string; nil where it varies.
  public let ends: Int?
  /// Lines of the corpus that were left out.
  public let refusedLines: Int
  /// The first of them, with the reason.
  public let firstRefusal: String?
}

/// Strings drawn from a language model.
public struct LanguageSample: Encodable, Sendable {
  /// A string.
  public struct Drawn: Encodable, Sendable {
    /// Canonical SMILES.
    public let smiles: String
    /// The natural logarithm of the probability of the string that was drawn: one of those of the molecule.
    public let logProbability: Double
  }

  /// The model's file.
  public let model: String
  /// The seed.
  public let seed: UInt64
  /// How many strings were drawn.
  public let drawn: Int
  /// How many of them were no molecules, unfinished ones among them.
  public let invalid: Int
  /// The molecules, in the order in which they were drawn.
  public let molecules: [Drawn]
}

/// How well a language model foretells molecules.
public struct LanguagePerplexity: Encodable, Sendable {
  /// The model's file.
  public let model: String
  /// Where the molecules came from.
  public let corpus: String
  /// The distinct molecules.
  public let molecules: Int
  /// exp of the mean of −log p over the tokens of those in the language; nil if none is.
  public let perToken: Double?
  /// How many molecules have no probability: a token, or a bond, that the model has never seen.
  public let outside: Int
  /// Lines of the corpus that were left out.
  public let refusedLines: Int
}
