import Glibc
public import Numerics

/// Deletes the last n tokens, with n uniform from 1 to the longest deletion, and regrows the string from the model so
/// that it differs from the old one. (If the last tokens have no alternatives, n is drawn from the greater lengths.)
///
/// The new tokens are drawn from the model conditioned on differing from the deleted ones (Liu 1996, doi
/// 10.1093/biomet/83.3.681): their probability is the model's divided by 1 − q, where q is the model's probability of
/// the deleted tokens. No draw is rejected for this: the position of the first difference is drawn first.
///
/// A new string can be reached through each cut before which the two agree, so its probability is the sum over these
/// cuts of the cut's probability times that of the new tokens. If the new string is too long for any of these cuts to
/// be drawn again, the reverse has probability 0.
public struct SuffixRegrowth: Proposal {
  /// "suffix regrowth"
  public let name = "suffix regrowth"
  /// False: most strings it draws are other molecules or invalid.
  public let preservesMolecule = false
  /// The greatest number of tokens deleted, including `!`. A shorter string can be deleted completely.
  public let longestDeletion: Int

  /// Creates a proposal that deletes at most `longestDeletion` tokens (at least 1).
  public init(longestDeletion: Int) {
    precondition(longestDeletion >= 1, "A suffix regrowth deletes at least one token, not \(longestDeletion).")
    self.longestDeletion = longestDeletion
  }

  /// Draws another string with the same beginning; nil if it was not completed, or there is no other.
  public func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
    let length = string.tokens.count
    let cuts = cuts(of: string)
    guard !cuts.isEmpty,
      let grown = model.regrowEnd(
        of: string, kept: cuts.lowerBound + stream.uniform(below: cuts.count), stream: &stream)
    else { return nil }
    var shared = 0
    while shared < min(length, grown.tokens.count), string.tokens[shared] == grown.tokens[shared] { shared += 1 }
    return Proposed(
      string: grown,
      forwardLogProbability: logProbability(from: string, to: grown, shared: shared),
      backwardLogProbability: logProbability(from: grown, to: string, shared: shared))
  }

  /// The possible numbers of kept tokens: at most the longest deletion is removed, and an alternative exists.
  private func cuts(of string: ScoredString) -> Range<Int> {
    let first = string.tokens.count - min(longestDeletion, string.tokens.count)
    var end = string.tokens.count
    while end > first, string.tokenLogProbabilities[end - 1] >= 0 { end -= 1 }
    return first..<end
  }

  private func logProbability(from old: ScoredString, to new: ScoredString, shared: Int) -> Double {
    let cuts = cuts(of: old)
    let first = cuts.lowerBound
    // The two differ, and neither is a prefix of the other, since both end in `!`. Where they differ first, another
    // token was possible.
    guard first <= shared else { return -.infinity }
    var deleted = old.tokenLogProbabilities[shared...].reduce(0, +)
    var regrown = new.tokenLogProbabilities[shared...].reduce(0, +)
    var terms = [regrown - logOfOneMinusExp(deleted)]
    terms.reserveCapacity(shared - first + 1)
    for cut in stride(from: shared - 1, through: first, by: -1) {
      deleted += old.tokenLogProbabilities[cut]
      regrown += new.tokenLogProbabilities[cut]
      terms.append(regrown - logOfOneMinusExp(deleted))
    }
    return logSumExp(terms) - log(Double(cuts.count))
  }

  /// log(1 − eˣ) for negative x.
  private func logOfOneMinusExp(_ x: Double) -> Double { log(-expm1(x)) }
}
