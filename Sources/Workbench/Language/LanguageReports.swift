/// A language model, for people and machines.
public struct LanguageModelReport: Encodable, Sendable {
  /// The file it was written to.
  public let file: String
  /// The source of its training data.
  public let source: String
  /// The number of distinct molecules that it was trained on; nil for a merged model.
  public let molecules: Int?
  /// The number of context tokens that it uses.
  public let order: Int
  /// The number of times each molecule was written.
  public let roots: Int
  /// The smoothing method, from counts to probabilities.
  public let smoothing: String
  /// The number of its tokens.
  public let tokens: Int
  /// The number of counts stored.
  public let counts: Int
  /// The memory of its tables in bytes.
  public let bytes: Int
  /// The length in tokens beyond which ending is favoured.
  public let softLength: Int
  /// The number of `*` in every string; nil if it varies.
  public let ends: Int?
  /// The number of corpus lines that were left out.
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
    /// The natural logarithm of the probability of the drawn string, which is one of the molecule's strings.
    public let logProbability: Double
  }

  /// The model's file.
  public let model: String
  /// The seed.
  public let seed: UInt64
  /// The number of strings drawn.
  public let drawn: Int
  /// The number of them that were not molecules, including unfinished ones.
  public let invalid: Int
  /// The molecules, in the order in which they were drawn.
  public let molecules: [Drawn]
}

/// How well a language model predicts molecules.
public struct LanguagePerplexity: Encodable, Sendable {
  /// The model's file.
  public let model: String
  /// The source of the molecules.
  public let corpus: String
  /// The number of distinct molecules.
  public let molecules: Int
  /// exp of the mean of −log p over the tokens of the molecules in the language; nil if none is.
  public let perToken: Double?
  /// The number of molecules without a probability, which have a token or a bond that the model has never seen.
  public let outside: Int
  /// The number of corpus lines that were left out.
  public let refusedLines: Int
}
