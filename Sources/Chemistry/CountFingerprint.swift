import CFingerprint
import CRDKit

/// How often each Morgan environment occurs in a molecule, folded to 2048 counts.
///
/// The counts are kept unary-expanded: bit i of level k is set when count i is greater than k, with as many levels as the
/// largest count. The minimum and maximum of two counts are then the AND and OR of bits, and the MinMax similarity is exact.
public struct CountFingerprint: Sendable, Hashable {
  /// The number of counts.
  public static let size = 2048
  private static let wordsPerLevel = size / 64

  private let words: [UInt64]
  /// The sum of all counts.
  public let total: Int

  /// Expands counts.
  ///
  /// - Precondition: there are ``size`` counts.
  public init(counts: [UInt32]) {
    precondition(counts.count == Self.size, "A fingerprint has \(Self.size) counts, not \(counts.count)")
    let levels = Int(counts.max() ?? 0)
    var words = [UInt64](repeating: 0, count: levels * Self.wordsPerLevel)
    for (index, count) in counts.enumerated() {
      for level in 0..<Int(count) {
        words[level * Self.wordsPerLevel + index / 64] |= 1 << UInt64(index % 64)
      }
    }
    self.words = words
    total = counts.reduce(0) { $0 + Int($1) }
  }

  /// The counts, one for each of the ``size`` positions.
  public var counts: [UInt32] {
    (0..<Self.size).map { index in
      stride(from: index / 64, to: words.count, by: Self.wordsPerLevel).reduce(0) { sum, word in
        sum + UInt32(words[word] >> UInt64(index % 64) & 1)
      }
    }
  }

  /// The MinMax (count Tanimoto) similarity Σ min(a, b) / Σ max(a, b), from 0 to 1; 1 for two empty fingerprints. It is
  /// a positive semi-definite kernel (doi:10.1016/j.neunet.2005.07.009).
  public func similarity(to other: CountFingerprint) -> Double {
    unsafe words.withUnsafeBufferPointer { own in
      unsafe other.words.withUnsafeBufferPointer { others in
        unsafe cfingerprint_similarity(
          cfingerprint(words: own.baseAddress, word_count: own.count, total: UInt64(total)),
          cfingerprint(words: others.baseAddress, word_count: others.count, total: UInt64(other.total)))
      }
    }
  }

  /// The similarities of all pairs, column-major: that of `a[i]` and `b[j]` is at `i + j * a.count`.
  public static func similarities(_ a: [CountFingerprint], _ b: [CountFingerprint]) -> [Double] {
    let rows = PackedFingerprints(a)
    let columns = PackedFingerprints(b)
    return unsafe [Double](unsafeUninitializedCapacity: a.count * b.count) { buffer, initializedCount in
      unsafe rows.withViews { rows in
        unsafe columns.withViews { columns in
          unsafe cfingerprint_similarities(
            rows.baseAddress, rows.count, columns.baseAddress, columns.count, buffer.baseAddress)
        }
      }
      initializedCount = a.count * b.count
    }
  }

  /// The words of many fingerprints in one block of memory, so that the C routine can walk over them.
  private struct PackedFingerprints {
    var words: [UInt64] = []
    var wordCounts: [Int] = []
    var totals: [Int] = []

    init(_ fingerprints: [CountFingerprint]) {
      words.reserveCapacity(fingerprints.reduce(0) { $0 + $1.words.count })
      for fingerprint in fingerprints {
        words += fingerprint.words
        wordCounts.append(fingerprint.words.count)
        totals.append(fingerprint.total)
      }
    }

    func withViews(_ body: (UnsafeBufferPointer<cfingerprint>) -> Void) {
      unsafe words.withUnsafeBufferPointer { words in
        var views: [cfingerprint] = unsafe []
        unsafe views.reserveCapacity(totals.count)
        var start = 0
        for (count, total) in zip(wordCounts, totals) {
          unsafe views.append(
            cfingerprint(words: words.baseAddress.map { unsafe $0 + start }, word_count: count, total: UInt64(total)))
          start += count
        }
        unsafe views.withUnsafeBufferPointer { unsafe body($0) }
      }
    }
  }
}

extension Molecule {
  /// The Morgan count fingerprint (extended connectivity, doi:10.1021/ci100050t).
  ///
  /// - Parameter radius: bonds from an atom to the edge of its largest environment; 3 gives what is known as ECFP6 counts.
  public func fingerprint(radius: Int = 3) throws(ChemistryError) -> CountFingerprint {
    try unsafe withHandle { handle throws(ChemistryError) in
      var counts = [UInt32](repeating: 0, count: CountFingerprint.size)
      _ = try unsafe callRDKit(failure: { .failed(operation: "fingerprint", smiles: smiles, reason: $0) }) { error in
        unsafe crdkit_molecule_morgan_counts(handle, UInt32(clamping: radius), &counts, counts.count, error) == 0
          ? true : nil
      }
      return CountFingerprint(counts: counts)
    }
  }
}

extension [Molecule] {
  /// The fingerprint of each molecule, computed on all cores.
  public func fingerprints(radius: Int = 3) throws(ChemistryError) -> [CountFingerprint] {
    try concurrentMap(count) { index in
      Result { () throws(ChemistryError) in try self[index].fingerprint(radius: radius) }
    }.values()
  }
}
