public import Numerics

/// Deletes the tokens between two cuts and grows others from the model in their place; the tokens after them are kept.
///
/// n tokens are deleted, with n uniform from 1 to the longest deletion, at a uniformly drawn position (`!` is never
/// deleted). Their number becomes m, uniform among the numbers, at least 1, that differ from n by at most the greatest
/// change. The m tokens are drawn one by one from the model, which knows the tokens before but not those after them. If
/// the rest does not fit after them, nothing is proposed.
///
/// A new string can be reached through every pair of cuts outside of which the two strings agree. So its probability is
/// the sum over these pairs of the product of the pair's probability, that of m, and the model's probability of the
/// tokens between.
public struct InnerRegrowth: Proposal {
  /// "inner regrowth"
  public let name = "inner regrowth"
  /// False: most strings it draws are other molecules or invalid.
  public let preservesMolecule = false
  /// The greatest number of tokens deleted.
  public let longestDeletion: Int
  /// The greatest change of the string's length, in tokens.
  public let greatestChange: Int

  /// Creates a proposal that deletes at most `longestDeletion` tokens (at least 1), and replaces them by a similar
  /// number.
  public init(longestDeletion: Int, greatestChange: Int = 2) {
    precondition(longestDeletion >= 1, "An inner regrowth deletes at least one token, not \(longestDeletion).")
    precondition(greatestChange >= 0, "A greatest change of \(greatestChange) tokens is negative.")
    self.longestDeletion = longestDeletion
    self.greatestChange = greatestChange
  }

  /// Draws a string that begins and ends like the old one; nil if the parts do not fit together.
  public func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
    // The rest has at least one token, the `!`.
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

  /// The allowed numbers of new tokens for a number of deleted ones.
  private func counts(for deleted: Int) -> ClosedRange<Int> {
    max(1, deleted - greatestChange)...(deleted + greatestChange)
  }

  /// - Parameters:
  ///   - start: the number of tokens that the two share at the beginning.
  ///   - end: the number that they share at the end.
  private func logProbability(from old: ScoredString, to new: ScoredString, start: Int, end: Int) -> Double {
    let length = old.tokens.count - 1
    let deletions = min(longestDeletion, length)
    // The log-probability of the new tokens before each position.
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
