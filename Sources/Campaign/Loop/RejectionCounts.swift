import Chemistry

/// The number of molecules that each filter of a campaign file rejects, by the key that sets it.
struct RejectionCounts {
  /// The counts by key of `molecules`, or by a description for molecules that no campaign proposes.
  let counts: [String: Int]

  init(_ counts: [Rejection.Kind: Int]) {
    self.counts = Dictionary(uniqueKeysWithValues: counts.map { ($0.key.key, $0.value) })
  }

  /// "heavy_atoms 191, elements 31": the filter that rejects most first; empty if none rejects any.
  var text: String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
