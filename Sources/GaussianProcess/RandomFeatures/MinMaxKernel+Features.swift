public import Chemistry
public import Numerics

extension MinMaxKernel {
  /// One sign for each draw of a hash function.
  ///
  /// A count c is treated as the c elements (position, 1) … (position, c). The probability that two fingerprints have
  /// the same element of least hash is exactly their MinMax similarity (Broder, *On the resemblance and containment of
  /// documents*, 1997). Each element has a random sign, which makes different elements uncorrelated.
  public func features(draws: Int, like example: CountFingerprint, from stream: inout RandomStream)
    -> FeatureMap<CountFingerprint>
  {
    let seeds = (0..<draws).map { _ in stream.next() }
    let size = 1 / Double(draws).squareRoot()
    return FeatureMap(count: draws, draws: draws) { fingerprints in
      var storage: [Double] = []
      storage.reserveCapacity(draws * fingerprints.count)
      for fingerprint in fingerprints {
        let elements = unaryElements(of: fingerprint)
        for seed in seeds {
          var least = UInt64.max
          for element in elements { least = min(least, SplitMix64.mixed(element ^ seed)) }
          // The lowest bit is independent of the size of a hash, and the same for an element in every fingerprint.
          storage.append(least & 1 == 0 ? size : -size)
        }
      }
      return Matrix(rows: draws, columns: fingerprints.count, storage: storage)
    }
  }
}

/// A hash of each (position, k) with k from 1 to the position's count. An empty fingerprint has one special element,
/// since two empty fingerprints are equal.
private func unaryElements(of fingerprint: CountFingerprint) -> [UInt64] {
  var elements: [UInt64] = []
  for (position, count) in fingerprint.counts.enumerated() where count > 0 {
    for k in 1...UInt64(count) { elements.append(SplitMix64.mixed(UInt64(position) << 32 | k)) }
  }
  return elements.isEmpty ? [SplitMix64.mixed(0)] : elements
}
