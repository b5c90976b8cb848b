extension [CountFingerprint] {
  /// A choice of which no two are alike: each in its turn, the first first, unless one chosen before it is nearer than a distance.
  ///
  /// Distances are 1 less the MinMax similarity; of ``CountFingerprint/bits`` that is Tanimoto's. All cores are used, and the
  /// choice does not depend on their number.
  ///
  /// - Parameters:
  ///   - minimumDistance: from 0, where only those at no distance at all are left out, to 1.
  ///   - limit: how many are chosen at most; nil for all that can be.
  ///   - others: what is there already, and leaves out what is nearer to it than the distance.
  /// - Returns: the places of those chosen, in ascending order.
  /// - Precondition: all have the same size.
  public func diverse(
    minimumDistance: Double, atMost limit: Int? = nil, apartFrom others: [CountFingerprint] = []
  ) -> [Int] {
    let limit = limit ?? .max
    let packed = PackedFingerprints(self)
    var chosen: [Int] = []
    var isOut = [Bool](repeating: false, count: count)
    for row in packed.rows(from: 0, nearTo: PackedFingerprints(others), minimumDistance) { isOut[row] = true }
    var next = 0
    while next < count, chosen.count < limit {
      // So many are compared with each other at once: few at first, since the first may leave out most of the others.
      let width = Swift.min(256, Swift.max(16, chosen.count / 2))
      var group: [Int] = []
      while next < count, group.count < width {
        if !isOut[next] { group.append(next) }
        next += 1
      }
      let similarities = PackedFingerprints(group.map { self[$0] }).symmetricSimilarities()
      var own: [Int] = []
      for place in group.indices where chosen.count < limit {
        let column = place * group.count
        guard !own.contains(where: { isNear(similarities[$0 + column], minimumDistance) }) else { continue }
        own.append(place)
        chosen.append(group[place])
      }
      guard next < count, chosen.count < limit else { break }
      let added = PackedFingerprints(own.map { self[group[$0]] })
      for row in packed.rows(from: next, nearTo: added, minimumDistance) { isOut[row] = true }
    }
    return chosen
  }
}

extension PackedFingerprints {
  /// The rows from a place on that are near to any of some others, found on all cores.
  fileprivate func rows(from first: Int, nearTo others: PackedFingerprints, _ minimumDistance: Double) -> [Int] {
    guard first < count, others.count > 0 else { return [] }
    let pieceLength = 512
    return concurrentMap((count - first + pieceLength - 1) / pieceLength) { piece -> [Int] in
      let start = first + piece * pieceLength
      let rows = start..<min(start + pieceLength, count)
      var similarities = [Double](repeating: 0, count: rows.count * others.count)
      unsafe similarities.withUnsafeMutableBufferPointer { buffer in
        unsafe self.similarities(
          rows: rows, to: others, columns: 0..<others.count, into: buffer, leadingDimension: rows.count)
      }
      return rows.filter { row in
        stride(from: row - start, to: similarities.count, by: rows.count).contains {
          isNear(similarities[$0], minimumDistance)
        }
      }
    }.flatMap(\.self)
  }
}

private func isNear(_ similarity: Double, _ minimumDistance: Double) -> Bool {
  minimumDistance > 0 ? 1 - similarity < minimumDistance : similarity >= 1
}

extension [Molecule] {
  /// A choice of which no two are alike: each in its turn, the best first, unless one chosen before it is nearer than a Tanimoto
  /// distance of Morgan fingerprints of radius 2 (known as ECFP4).
  ///
  /// - Parameters:
  ///   - minimumDistance: from 0 to 1.
  ///   - limit: how many are chosen at most; nil for all that can be.
  ///   - others: what is there already, and leaves out what is nearer to it than the distance.
  /// - Returns: the places of those chosen, in ascending order.
  public func diverse(
    minimumDistance: Double, atMost limit: Int? = nil, apartFrom others: [Molecule] = []
  ) throws(ChemistryError) -> [Int] {
    try fingerprints(radius: 2).map(\.bits).diverse(
      minimumDistance: minimumDistance, atMost: limit, apartFrom: others.fingerprints(radius: 2).map(\.bits))
  }
}
