internal import CFingerprint

/// Counts by identifier: the identifiers that occur, in ascending order, and their counts.
struct SparseCounts: Sendable, Hashable {
  let identifiers: [UInt64]
  let counts: [UInt32]
  /// The sum of the counts.
  let total: Int

  /// - Precondition: identifiers ascend, without repetition, no count is 0, and the counts add up to less than 2³¹.
  init(identifiers: [UInt64], counts: [UInt32]) {
    precondition(identifiers.count == counts.count, "There must be a count for each identifier.")
    var total = 0
    for index in identifiers.indices {
      precondition(counts[index] > 0, "A count of 0 is not stored.")
      precondition(index == 0 || identifiers[index - 1] < identifiers[index], "The identifiers must ascend.")
      total += Int(counts[index])
    }
    precondition(total <= Int(Int32.max), "The counts of a fingerprint add up to \(total), more than 2³¹ − 1.")
    self.identifiers = identifiers
    self.counts = counts
    self.total = total
  }

  /// The same with every count 1.
  var bits: SparseCounts { SparseCounts(identifiers: identifiers, counts: counts.map { _ in 1 }) }

  /// Σ min(a, b) / Σ max(a, b); 1 if both are empty.
  func similarity(to other: SparseCounts) -> Double {
    unsafe withView { own in unsafe other.withView { others in unsafe cfingerprint_similarity(own, others) } }
  }

  private func withView<Result>(_ body: (cfingerprint) -> Result) -> Result {
    unsafe identifiers.withUnsafeBufferPointer { identifiers in
      unsafe counts.withUnsafeBufferPointer { counts in
        unsafe body(
          cfingerprint(
            identifiers: identifiers.baseAddress, counts: counts.baseAddress, entries: counts.count,
            total: Double(total)))
      }
    }
  }
}
