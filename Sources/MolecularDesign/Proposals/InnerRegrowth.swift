public import Numerics

/// Deletes some tokens between two cuts, and grows others in their place from the model; what comes after stays.
///
/// n tokens are deleted, n drawn uniformly from 1 to the longest deletion, at a place drawn uniformly (`!` is never
/// deleted); their number becomes m, drawn uniformly from those that differ from n by no more than the greatest change, at
/// least 1. The m tokens are drawn one by one from the model, which knows what came before but not what comes after.
/// Where the rest does not fit behind them, nothing is proposed.
///
/// A new string can be reached over every pair of cuts outside of which the two agree, so its probability is the sum over
/// these pairs of the pair's probability, that of m, and the model's probability of the tokens between.
public struct InnerRegrowth: Proposal {
  /// "inner regrowth"
  public let name = "inner regrowth"
  /// False: most strings it draws are other molecules, if they are any.
  public let preservesMolecule = false
  /// The greatest number of tokens deleted.
  public let longestDeletion: Int
  /// By how many tokens the string may grow or shrink.
  public let greatestChange: Int

  /// A proposal that deletes at most `longestDeletion` tokens (at least 1), and puts as many, give or take a few, in their place.
  public init(longestDeletion: Int, greatestChange: Int = 2) {
    precondition(longestDeletion >= 1, "An inner regrowth deletes at least one token, not \(longestDeletion).")
    precondition(greatestChange >= 0, "A greatest change of \(greatestChange) tokens is negative.")
    self.longestDeletion = longestDeletion
    self.greatestChange = greatestChange
  }

  /// Draws a string that begins and ends as the old one does; nil when the parts do not fit together.
  public func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
    // The rest has one token at least: the `!`.
    let length = string.tokens.count - 1
    guard length >= 1 else { return nil }
    let deleted = 1 + stream.uniform(below: min(longestDeletion, length))
    let kept = stream.uniform(below: length - deleted + 1)
    let counts = counts(for: deleted)
    let count = counts.lowerBound + stream.uniform(below: counts.count)
    guard let grown = model.regrow(string, kept: kept, deleted: deleted, count: count, stream: &stream) else {
      return nil
    }
    var start = 0
    let least = min(string.tokens.count, grown.tokens.count)
    while start < least, string.tokens[start] == grown.tokens[start] { start += 1 }
    var end = 0
    while end < least, string.tokens[string.tokens.count - 1 - end] == grown.tokens[grown.tokens.count - 1 - end] {
      end += 1
    }
    return Proposed(
      string: grown, forwardLogProbability: logProbability(from: string, to: grown, start: start, end: end),
      backwardLogProbability: logProbability(from: grown, to: string, start: start, end: end))
  }

  /// How many tokens may take the place of a number of deleted ones.
  private func counts(for deleted: Int) -> ClosedRange<Int> {
    max(1, deleted - greatestChange)...(deleted + greatestChange)
  }

  /// - Parameters:
  ///   - start: how many tokens the two share at their beginning.
  ///   - end: how many they share at their end.
  private func logProbability(from old: ScoredString, to new: ScoredString, start: Int, end: Int) -> Double {
    let length = old.tokens.count - 1
    let deletions = min(longestDeletion, length)
    // The log-probability of the new tokens before each place.
    var sums = [0.0]
    sums.reserveCapacity(new.tokens.count + 1)
    for token in new.tokenLogProbabilities { sums.append(sums[sums.count - 1] + token) }
    var terms: [Double] = []
    for kept in 0...min(start, length - 1) {
      for deleted in 1...deletions where kept + deleted <= length {
        let rest = old.tokens.count - kept - deleted
        let count = new.tokens.count - kept - rest
        guard rest <= end, count >= 1 else { continue }
        let counts = counts(for: deleted)
        guard counts.contains(count) else { continue }
        terms.append(
          sums[kept + count] - sums[kept] - portableLog(Double(length - deleted + 1) * Double(counts.count)))
      }
    }
    guard !terms.isEmpty else { return -.infinity }
    return logSumExp(terms) - portableLog(Double(deletions))
  }
}
