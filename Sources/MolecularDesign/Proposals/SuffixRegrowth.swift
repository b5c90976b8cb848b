public import Numerics

/// Deletes the last n tokens, n drawn uniformly from 1 to the longest deletion, and grows the string anew from the model.
///
/// A new string can be reached over each cut at which the two still agree, so its probability is the sum over these cuts
/// of the cut's probability times the model's probability of the new tokens. Where the new string is too long for any of
/// these cuts to be drawn again, the way back has probability 0.
public struct SuffixRegrowth: Proposal {
  /// "suffix regrowth"
  public let name = "suffix regrowth"
  /// False: most strings it draws are other molecules, if they are any.
  public let preservesMolecule = false
  /// The greatest number of tokens deleted, `!` among them. A shorter string can be deleted whole.
  public let longestDeletion: Int

  /// A proposal that deletes at most so many tokens (at least 1).
  public init(longestDeletion: Int) {
    precondition(longestDeletion >= 1, "A suffix regrowth deletes at least one token, not \(longestDeletion).")
    self.longestDeletion = longestDeletion
  }

  /// Draws a string that starts as the old one does; nil when it did not end.
  public func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
    let length = string.tokens.count
    let deleted = 1 + stream.uniform(below: min(longestDeletion, length))
    guard let grown = model.grow(from: string, kept: length - deleted, stream: &stream) else { return nil }
    var shared = 0
    while shared < min(length, grown.tokens.count), string.tokens[shared] == grown.tokens[shared] { shared += 1 }
    return Proposed(
      string: grown,
      forwardLogProbability: logProbability(from: string, to: grown, shared: shared),
      backwardLogProbability: logProbability(from: grown, to: string, shared: shared))
  }

  private func logProbability(from old: ScoredString, to new: ScoredString, shared: Int) -> Double {
    let length = old.tokens.count
    let cuts = min(longestDeletion, length)
    let first = length - cuts
    let last = min(shared, length - 1)
    guard first <= last else { return -.infinity }
    var regrowth = new.tokenLogProbabilities[last...].reduce(0, +)
    var terms = [regrowth]
    for cut in stride(from: last - 1, through: first, by: -1) {
      regrowth += new.tokenLogProbabilities[cut]
      terms.append(regrowth)
    }
    return logSumExp(terms) - logSumExp(Array(repeating: 0, count: cuts))
  }
}
