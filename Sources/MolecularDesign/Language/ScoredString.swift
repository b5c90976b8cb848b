/// A complete string as numbers of a vocabulary, with the log-probability of each token under the model of that vocabulary.
public struct ScoredString: Sendable, Hashable {
  /// The tokens; the last is ``Token/end``.
  public let tokens: [TokenID]
  /// The natural logarithm of each token's probability given the tokens before it.
  public let tokenLogProbabilities: [Double]
  /// The natural logarithm of the string's probability: their sum.
  public let logProbability: Double

  package init(tokens: [TokenID], tokenLogProbabilities: [Double]) {
    self.tokens = tokens
    self.tokenLogProbabilities = tokenLogProbabilities
    logProbability = tokenLogProbabilities.reduce(0, +)
  }
}
