public import Chemistry
public import Numerics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A chemical language model: the probability of every string of extended SMILES, token by token.
///
/// It is trained on each molecule written from several random root atoms, so that any part of a molecule can come last.
/// What may follow is known from the ``WritingState``: tokens that are not allowed have no probability, and the rest is
/// normalised, so that log-probabilities are exact and what is grown is always balanced. Beyond the soft length, each
/// further token doubles the odds of tokens that close something and halves those that open something, so that strings end.
public struct LanguageModel: Sendable {
  /// What it was trained with.
  public let settings: LanguageModelSettings
  /// Its tokens. A string with any other token has no probability.
  public let vocabulary: Vocabulary
  /// The length in tokens from which on strings are led to their end.
  public let softLength: Int
  /// The training molecules that are not in the language, with the reason.
  public let refused: [DesignError]
  private let tree: ContextTree

  /// The number of counts stored.
  public var countsStored: Int { tree.entryCount }

  /// Trains a model. Molecules of several components, and others that extended SMILES has no word for, are left out and
  /// kept in ``refused``.
  public init(training molecules: [Molecule], settings: LanguageModelSettings, stream: RandomStream)
    throws(DesignError)
  {
    try self.init(trainingSMILES: molecules.map(\.smiles), settings: settings, stream: stream)
  }

  package init(trainingSMILES: [String], settings: LanguageModelSettings, stream: RandomStream) throws(DesignError) {
    try settings.validate()
    var stream = stream
    var strings: [ExtendedSMILES] = []
    var refused: [DesignError] = []
    strings.reserveCapacity(trainingSMILES.count * settings.rootsPerMolecule)
    for smiles in trainingSMILES {
      do throws(DesignError) {
        let graph = try StringGraph(ExtendedSMILES(smiles: smiles))
        for _ in 0..<settings.rootsPerMolecule { strings.append(graph.written(stream: &stream)) }
      } catch {
        refused.append(error)
      }
    }
    guard !strings.isEmpty else { throw .nothingToLearnFrom }
    let vocabulary = Vocabulary(of: strings)
    var counts = ContextCounts(order: settings.order)
    var longest = 0
    for string in strings {
      // The vocabulary is made of these strings, so none is left out.
      guard let encoded = vocabulary.encode(string) else { continue }
      var state = WritingState()
      for token in encoded {
        counts.add(token, after: state)
        state.write(token, of: vocabulary)
      }
      longest = max(longest, encoded.count)
    }
    self.settings = settings
    self.vocabulary = vocabulary
    self.refused = refused
    softLength = settings.softLength ?? longest
    tree = ContextTree(counts, tokenCount: vocabulary.count)
  }

  /// The natural logarithm of a string's probability; −infinity for a string that is not in the language.
  public func logProbability(of string: ExtendedSMILES) -> Double {
    guard let encoded = vocabulary.encode(string) else { return -.infinity }
    return scored(encoded)?.logProbability ?? -.infinity
  }

  /// The probability of every token of ``vocabulary`` after the first tokens of a string: 0 for those not allowed there,
  /// and 1 in all. Nil when the tokens themselves are not in the language, or already complete.
  public func nextTokenProbabilities(after tokens: [Token]) -> [Double]? {
    guard let encoded = vocabulary.encode(ExtendedSMILES(tokens: tokens)) else { return nil }
    var state = WritingState()
    for token in encoded {
      guard state.allows(token, of: vocabulary) else { return nil }
      state.write(token, of: vocabulary)
    }
    guard !state.isComplete else { return nil }
    var workspace = Workspace(vocabulary)
    let total = weigh(after: state, in: &workspace)
    return workspace.weights.map { $0 / total }
  }

  /// A string drawn from the model. Nil if it was not complete at the greatest length, 200 tokens beyond the soft one,
  /// which is next to impossible.
  public func sample(stream: inout RandomStream) -> ExtendedSMILES? {
    grow(from: [], stream: &stream).map { vocabulary.decode($0.tokens) }
  }

  /// exp of the mean of −log p over the tokens of the strings, and how many strings have no probability (they are not in
  /// the mean).
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

  // MARK: What the proposals work with

  /// A complete string with the log-probability of each of its tokens; nil when it is not in the language.
  package func scored(_ tokens: [TokenID]) -> ScoredString? {
    var state = WritingState()
    var workspace = Workspace(vocabulary)
    var logProbabilities: [Double] = []
    logProbabilities.reserveCapacity(tokens.count)
    for token in tokens {
      guard state.allows(token, of: vocabulary) else { return nil }
      let total = weigh(after: state, in: &workspace)
      logProbabilities.append(log(workspace.weights[Int(token)] / total))
      state.write(token, of: vocabulary)
    }
    return state.isComplete ? ScoredString(tokens: tokens, tokenLogProbabilities: logProbabilities) : nil
  }

  /// Draws tokens after the first `kept` tokens of a string until it is complete.
  package func grow(from string: ScoredString, kept: Int, stream: inout RandomStream) -> ScoredString? {
    grow(
      from: Array(string.tokens[..<kept]), logProbabilities: Array(string.tokenLogProbabilities[..<kept]),
      stream: &stream)
  }

  package func grow(
    from prefix: [TokenID], logProbabilities prefixLogProbabilities: [Double] = [], stream: inout RandomStream
  ) -> ScoredString? {
    var state = WritingState()
    for token in prefix { state.write(token, of: vocabulary) }
    var tokens = prefix
    var logProbabilities = prefixLogProbabilities
    var workspace = Workspace(vocabulary)
    while !state.isComplete {
      guard state.length < softLength + 200 else { return nil }
      let total = weigh(after: state, in: &workspace)
      let token = workspace.draw(stream.uniform() * total)
      tokens.append(TokenID(token))
      logProbabilities.append(log(workspace.weights[token] / total))
      state.write(TokenID(token), of: vocabulary)
    }
    return ScoredString(tokens: tokens, tokenLogProbabilities: logProbabilities)
  }

  private struct Workspace {
    var weights: [Double]
    var path: [Int] = []

    init(_ vocabulary: Vocabulary) { weights = Array(repeating: 0, count: vocabulary.count) }

    /// The token at which the running sum of the weights passes a target.
    func draw(_ target: Double) -> Int {
      var sum = 0.0
      var drawn = 0
      for (token, weight) in weights.enumerated() where weight > 0 {
        drawn = token
        sum += weight
        if target < sum { break }
      }
      return drawn
    }
  }

  /// Weighs the tokens that may follow a state, and returns the sum of the weights.
  private func weigh(after state: borrowing WritingState, in workspace: inout Workspace) -> Double {
    tree.probabilities(after: state, into: &workspace.weights, path: &workspace.path)
    let excess = state.length - softLength
    let closing = excess > 0 ? Double(sign: .plus, exponent: min(excess, 200), significand: 1) : 1
    let opening = 1 / closing
    func scale(_ token: Int, _ allowed: Bool, _ factor: Double) {
      workspace.weights[token] *= allowed ? factor : 0
    }
    scale(Int(Vocabulary.end), state.allowsEnd, closing)
    scale(Int(Vocabulary.branchOpening), state.allowsBranchOpening, opening)
    scale(Int(Vocabulary.branchClosing), state.allowsBranchClosing, closing)
    scale(Int(Vocabulary.ringOpening), state.allowsRingOpening, opening)
    for (place, index) in zip(vocabulary.ringClosings, vocabulary.closingIndices) {
      scale(place, state.allowsRingClosing(index), closing)
    }
    if state.allowsStartOnly { for place in vocabulary.bondedAtoms { workspace.weights[place] = 0 } }
    return workspace.weights.reduce(0, +)
  }
}
