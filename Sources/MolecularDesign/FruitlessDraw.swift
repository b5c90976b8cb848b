internal import Chemistry

/// The outcome of drawing from the language model if no string is a new molecule that the filter allows.
public struct FruitlessDraw: Sendable, Hashable, CustomStringConvertible {
  /// The outcomes of the strings.
  public let counts: DesignCounts
  /// The first molecules that the filter rejected.
  public let rejections: [RejectedCandidate]

  /// Creates the outcome of strings without a candidate.
  public init(counts: DesignCounts, rejections: [RejectedCandidate]) {
    (self.counts, self.rejections) = (counts, rejections)
  }

  /// The number of strings drawn, their outcomes, and what to do.
  public var description: String {
    let reasons = counts.reasons
    return
      "None of the \(counts.strings) strings drawn from the language model is a new molecule that the filter allows"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))")
      + ". Widen the filter, or give a corpus that has such molecules."
  }
}

extension DesignCounts {
  /// The outcomes of strings that are not candidates, the most frequent reason for rejection first: `12 molecules
  /// rejected by heavy_atoms`.
  public var reasons: [String] {
    let rejected = refused.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return rejected.map { "\($0.value) \($0.value == 1 ? "molecule" : "molecules") rejected by \($0.key.key)" }
      + (known > 0 ? ["\(known) known already"] : [])
      + (repeated > 0 ? ["\(repeated) drawn before"] : [])
      + (invalid > 0 ? ["\(invalid) no molecule"] : [])
  }
}
