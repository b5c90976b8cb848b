import Glibc

/// A chemical language model: the probability of every string of extended SMILES, token by token.
///
/// It is trained on each molecule written from several random root atoms, so that any part of a molecule can come last.
/// The ``WritingState`` determines the allowed tokens: other tokens have probability 0, and the rest is normalised, so
/// that log-probabilities are exact and the drawn strings are balanced and, except in rare cases, molecules. Beyond the
/// soft length, each further token doubles the odds of closing tokens and halves those of opening tokens, so that
/// strings end.
///
/// ```swift
/// let general = try LanguageModel(training: corpus.molecules, settings: .init(), stream: stream)
/// let best = try LanguageModel(training: hits, weights: likelihoods, settings: .init(), stream: stream)
/// let model = try general.merged(with: best, weight: 0.3)
/// ```
public struct LanguageModel: Sendable, Hashable {
  /// A trained table of counts, and its share in the mixture.
  struct Component: Sendable, Hashable {
    var tree: ContextTree
    var share: Double
  }

  /// The settings of the training.
  public let settings: LanguageModelSettings
  /// The tokens. A string with any other token has probability 0.
  public let vocabulary: Vocabulary
  /// The length in tokens beyond which strings are driven to end.
  public let softLength: Int
  /// The training molecules that are not in the language, with the reasons. Empty for a model read from a file.
  public let refused: [DesignError]
  /// The tables of the mixture; their shares sum to 1.
  let components: [Component]

  /// Strings that exceed the soft length by more than this are discarded.
  static let greatestExcess = 200

  init(
    settings: LanguageModelSettings, vocabulary: Vocabulary, softLength: Int, refused: [DesignError],
    components: [Component]
  ) {
    self.settings = settings
    self.vocabulary = vocabulary
    self.softLength = softLength
    self.refused = refused
    self.components = components
  }

  /// The number of stored counts.
  public var countsStored: Int { components.reduce(0) { $0 + $1.tree.entryCount } }

  /// The memory of the tables, in bytes.
  public var bytesStored: Int { components.reduce(0) { $0 + $1.tree.byteCount } }

  /// A mixture of two models, with the token probabilities (1 − weight) × this model's + weight × the other's.
  ///
  /// No count is changed, so that this takes hardly any time, and the probabilities are exactly those of the two
  /// models, over the tokens of both. A token that one model lacks still has a small probability in it. The writing
  /// rules allow what either model allows. Merging again reduces the shares of the earlier parts.
  ///
  /// - Throws: ``DesignError/invalidSetting(name:value:allowed:)`` for a weight outside 0…1.
  public func merged(with other: LanguageModel, weight: Double) throws(DesignError) -> LanguageModel {
    guard weight >= 0, weight <= 1 else {
      throw .invalidSetting(name: "weight of the other model", value: "\(weight)", allowed: "from 0 to 1")
    }
    let union = vocabulary.united(with: other.vocabulary)
    let parts =
      components.map { Component(tree: $0.tree.renumbered(vocabulary, union), share: $0.share * (1 - weight)) }
      + other.components.map {
        Component(tree: $0.tree.renumbered(other.vocabulary, union), share: $0.share * weight)
      }
    return LanguageModel(
      settings: settings, vocabulary: union, softLength: max(softLength, other.softLength), refused: [],
      components: parts.filter { $0.share > 0 })
  }

  /// The natural logarithm of a string's probability; −infinity if the string is not in the language.
  public func logProbability(of string: ExtendedSMILES) -> Double {
    guard let encoded = vocabulary.encode(string) else { return -.infinity }
    return scored(encoded)?.logProbability ?? -.infinity
  }

  /// The probability of every token of ``vocabulary`` after the first tokens of a string: 0 for those not allowed
  /// there; the sum is 1. Nil if the tokens themselves are not in the language, or no token is allowed.
  public func nextTokenProbabilities(after tokens: [Token]) -> [Double]? {
    guard let encoded = vocabulary.encode(ExtendedSMILES(tokens: tokens)) else { return nil }
    var workspace = TokenWeights(vocabulary)
    for token in encoded {
      guard workspace.state.allows(token, of: vocabulary) else { return nil }
      workspace.state.write(token, of: vocabulary)
    }
    guard !workspace.state.isComplete else { return nil }
    let total = workspace.weigh(self)
    return total > 0 ? workspace.weights.map { $0 / total } : nil
  }

  /// exp of the mean of −log p over the tokens of the strings, and the number of strings with probability 0, which are
  /// excluded from the mean.
  public func perplexity(of strings: [ExtendedSMILES]) -> (perToken: Double, outside: Int) {
    var sum = 0.0
    var tokens = 0
    var outside = 0
    for string in strings {
      let logProbability = logProbability(of: string)
      if logProbability > -.infinity {
        sum += logProbability
        tokens += string.tokens.count
      } else {
        outside += 1
      }
    }
    return (exp(-sum / Double(max(tokens, 1))), outside)
  }

  /// A complete string with the log-probability of each of its tokens; nil if it is not in the language.
  package func scored(_ tokens: [TokenID]) -> ScoredString? {
    var workspace = TokenWeights(vocabulary)
    var logProbabilities: [Double] = []
    logProbabilities.reserveCapacity(tokens.count)
    guard workspace.read(tokens[...], self, &logProbabilities), workspace.state.isComplete else { return nil }
    return ScoredString(tokens: tokens, tokenLogProbabilities: logProbabilities)
  }
}
