extension [CountFingerprint] {
  /// A diverse selection: each element in turn is selected unless its distance from one selected before is below a
  /// minimum.
  ///
  /// Distances are 1 − the MinMax similarity, which is the Tanimoto similarity for ``CountFingerprint/bits``. All cores
  /// are used, and the result does not depend on their number.
  ///
  /// - Parameters:
  ///   - minimumDistance: the least distance, from 0 (only those at distance 0 are skipped) to 1.
  ///   - limit: the greatest number selected; nil for no limit.
  ///   - others: existing fingerprints, from which the same distance is kept.
  /// - Returns: the indices of the selected elements, in ascending order.
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
      // The number compared with each other at once: few at first, since the first ones may exclude most of the others.
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
  /// The rows from an index on that are near to any of some others, found on all cores.
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
  /// A diverse selection: each molecule in turn, the best first, is selected unless its Tanimoto distance from one
  /// selected before is below a minimum. The fingerprints are Morgan bits of radius 2 (ECFP4).
  ///
  /// - Parameters:
  ///   - minimumDistance: the least distance, from 0 to 1.
  ///   - limit: the greatest number selected; nil for no limit.
  ///   - others: existing molecules, from which the same distance is kept.
  /// - Returns: the indices of the selected molecules, in ascending order.
  public func diverse(
    minimumDistance: Double, atMost limit: Int? = nil, apartFrom others: [Molecule] = []
  ) throws(ChemistryError) -> [Int] {
    try distanceFingerprints().diverse(
      minimumDistance: minimumDistance, atMost: limit, apartFrom: others.distanceFingerprints())
  }

  private func distanceFingerprints() throws(ChemistryError) -> [CountFingerprint] {
    try concurrentMap(count) { index in
      Result { () throws(ChemistryError) in try self[index].distanceFingerprint() }
    }.values()
  }
}
