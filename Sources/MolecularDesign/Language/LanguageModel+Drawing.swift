import Glibc
public import Numerics

extension LanguageModel {
  /// A string drawn from the model. Nil if it was not complete at the greatest length, 200 tokens beyond the soft one,
  /// or reached a state in which no token is allowed, which is nearly impossible.
  public func sample(stream: inout RandomStream) -> ExtendedSMILES? {
    grow(from: [], stream: &stream).map { vocabulary.decode($0.tokens) }
  }

  /// Draws tokens after the first `kept` tokens of a string until it is complete.
  package func grow(from string: ScoredString, kept: Int, stream: inout RandomStream) -> ScoredString? {
    grow(
      from: Array(string.tokens[..<kept]), logProbabilities: Array(string.tokenLogProbabilities[..<kept]),
      stream: &stream)
  }

  package func grow(
    from prefix: [TokenID], logProbabilities prefixLogProbabilities: [Double] = [], excluding: TokenID? = nil,
    stream: inout RandomStream
  ) -> ScoredString? {
    var workspace = TokenWeights(vocabulary)
    for token in prefix { workspace.state.write(token, of: vocabulary) }
    var tokens = prefix
    var logProbabilities = prefixLogProbabilities
    tokens.reserveCapacity(prefix.count + 64)
    logProbabilities.reserveCapacity(prefix.count + 64)
    while !workspace.state.isComplete {
      guard workspace.state.length < softLength + Self.greatestExcess,
        let token = workspace.draw(
          self, excluding: tokens.count == prefix.count ? excluding : nil, stream: &stream, &logProbabilities)
      else { return nil }
      tokens.append(token)
    }
    return ScoredString(tokens: tokens, tokenLogProbabilities: logProbabilities)
  }

  /// Draws tokens after the first `kept` tokens of a string until it is complete, conditioned on differing from the old
  /// string; nil if it is not completed, or there is no other string.
  package func regrowEnd(of string: ScoredString, kept: Int, stream: inout RandomStream) -> ScoredString? {
    // The position of the first difference is drawn with the probability that the model draws the old tokens up to
    // there, and then another one.
    var sum = 0.0
    var same = 0.0
    var weights: [Double] = []
    weights.reserveCapacity(string.tokens.count - kept)
    for logProbability in string.tokenLogProbabilities[kept...] {
      let weight = exp(same) * -expm1(logProbability)
      weights.append(weight)
      sum += weight
      same += logProbability
    }
    guard sum > 0 else { return nil }
    var target = stream.uniform() * sum
    var parting = 0
    for (place, weight) in weights.enumerated() where weight > 0 {
      parting = place
      target -= weight
      if target < 0 { break }
    }
    return grow(
      from: Array(string.tokens[..<(kept + parting)]),
      logProbabilities: Array(string.tokenLogProbabilities[..<(kept + parting)]),
      excluding: string.tokens[kept + parting], stream: &stream)
  }

  /// Replaces `deleted` tokens of a string after the first `kept` by `count` new ones drawn from the model, and keeps
  /// the tokens after them; nil if the result is not in the language.
  package func regrow(
    _ string: ScoredString, kept: Int, deleted: Int, count: Int, stream: inout RandomStream
  ) -> ScoredString? {
    var workspace = TokenWeights(vocabulary)
    for token in string.tokens[..<kept] { workspace.state.write(token, of: vocabulary) }
    var tokens = Array(string.tokens[..<kept])
    var logProbabilities = Array(string.tokenLogProbabilities[..<kept])
    tokens.reserveCapacity(string.tokens.count + count)
    logProbabilities.reserveCapacity(string.tokens.count + count)
    for _ in 0..<count {
      guard !workspace.state.isComplete, let token = workspace.draw(self, stream: &stream, &logProbabilities) else {
        return nil
      }
      tokens.append(token)
    }
    let rest = string.tokens[(kept + deleted)...]
    guard workspace.read(rest, self, &logProbabilities) else { return nil }
    tokens.append(contentsOf: rest)
    return ScoredString(tokens: tokens, tokenLogProbabilities: logProbabilities)
  }
}
