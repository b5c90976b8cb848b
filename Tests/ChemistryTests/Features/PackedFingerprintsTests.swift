import Chemistry
import Testing

@Suite struct PackedFingerprintsTests {
  /// MinMax by its definition, over counts.
  private func reference(_ a: [UInt32], _ b: [UInt32]) -> Double {
    let minimum = zip(a, b).reduce(0) { $0 + Int(min($1.0, $1.1)) }
    let maximum = zip(a, b).reduce(0) { $0 + Int(max($1.0, $1.1)) }
    return maximum == 0 ? 1 : Double(minimum) / Double(maximum)
  }

  /// Counts at few positions, some of them frequent, and some too large for a byte.
  private func samples(_ number: Int, size: Int = 70) -> [[UInt32]] {
    var state: UInt64 = 7
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    return (0..<number).map { sample in
      var counts = [UInt32](repeating: 0, count: size)
      for _ in 0..<next(12) { counts[next(5)] += UInt32(1 + next(60)) }
      for _ in 0..<next(6) { counts[5 + next(size - 5)] += 1 }
      if sample.isMultiple(of: 50) { counts[next(size)] = UInt32(200 + next(2000)) }
      return counts
    }
  }

  /// More than two blocks of rows.
  @Test func everyPairAgreesWithTheDefinition() {
    let counts = samples(4500)
    let columns = Array(counts.prefix(30)) + samples(40).suffix(10)
    let packed = PackedFingerprints(counts.map { CountFingerprint(counts: $0) })
    #expect(packed.count == 4500)
    let block = packed.similarities(to: PackedFingerprints(columns.map { CountFingerprint(counts: $0) }))
    #expect(block.count == 4500 * 40)
    var wrong = 0
    for (j, b) in columns.enumerated() {
      for (i, a) in counts.enumerated() where block[i + j * 4500] != reference(a, b) { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test func aGramMatrixIsSymmetricWithOnesOnItsDiagonal() {
    let packed = PackedFingerprints(samples(300).map { CountFingerprint(counts: $0) })
    let gram = packed.symmetricSimilarities()
    for i in 0..<300 {
      #expect(gram[i + i * 300] == 1)
      for j in 0..<i where gram[i + j * 300] != gram[j + i * 300] { Issue.record("\(i), \(j) is not \(j), \(i).") }
    }
    #expect(gram == packed.similarities(to: packed))
  }

  @Test(arguments: [(0..<1, 0..<3), (2040..<2060, 5..<6), (100..<4200, 7..<9), (4095..<4096, 0..<20), (5..<5, 0..<3)])
  func blocksOfACallersMatrixAreFilledAndNothingElse(rows: Range<Int>, columns: Range<Int>) {
    let fingerprints = samples(4200).map { CountFingerprint(counts: $0) }
    let packed = PackedFingerprints(fingerprints)
    let others = PackedFingerprints(Array(fingerprints.prefix(20)))
    let leadingDimension = rows.count + 3
    var matrix = [Double](repeating: -7, count: leadingDimension * columns.count)
    unsafe matrix.withUnsafeMutableBufferPointer { buffer in
      unsafe packed.similarities(
        rows: rows, to: others, columns: columns, into: buffer, leadingDimension: leadingDimension)
    }
    for place in matrix.indices {
      let (i, j) = (place % leadingDimension, place / leadingDimension)
      let expected =
        i < rows.count
        ? fingerprints[rows.lowerBound + i].similarity(to: fingerprints[columns.lowerBound + j]) : -7
      if matrix[place] != expected { Issue.record("\(i), \(j) is \(matrix[place]), not \(expected).") }
    }
  }

  @Test func whatTheRowsLackCountsInTheTotals() {
    let rows = PackedFingerprints([ExactCounts(identifiers: [5, 8], counts: [300, 2])])
    let columns = PackedFingerprints([
      ExactCounts(identifiers: [1, 5, 9], counts: [10, 400, 3]), ExactCounts(identifiers: [2], counts: [1]),
    ])
    #expect(rows.similarities(to: columns) == [300.0 / 415, 0])
  }

  @Test func nothingIsComparedWithNothing() {
    let none = PackedFingerprints([CountFingerprint]())
    let one = PackedFingerprints([CountFingerprint(counts: [1, 2])])
    #expect(none.count == 0)
    #expect(none.symmetricSimilarities().isEmpty)
    #expect(none.similarities(to: one).isEmpty)
    #expect(one.similarities(to: none).isEmpty)
    #expect(one.symmetricSimilarities() == [1])
  }
}
