extension CountFingerprint {
  /// The positions whose count is not zero, in ascending order.
  package var positions: [Int] { sparse.identifiers.map { Int($0) } }
  /// The counts at ``positions``.
  package var positiveCounts: [UInt32] { sparse.counts }
}
