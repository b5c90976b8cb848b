import Chemistry
import Testing

@Suite struct ExactCountsTests {
  private let samples = [
    ExactCounts(identifiers: [], counts: []),
    ExactCounts(identifiers: [3, 7, 1 << 40], counts: [2, 1, 5]),
    ExactCounts(identifiers: [7, 9, 1 << 40, .max], counts: [4, 1, 3, 1000]),
    ExactCounts(identifiers: [0, 9], counts: [1, 1]),
  ]

  @Test func similaritiesFollowTheDefinition() {
    // Between the second and the third: 1 + 3 in common of 8 + 1008.
    #expect(samples[1].similarity(to: samples[2]) == 4.0 / (8 + 1008 - 4))
    #expect(samples[0].similarity(to: samples[0]) == 1)
    #expect(samples[0].similarity(to: samples[1]) == 0)
  }

  @Test func manyAreTheSameAsOneByOne() {
    let rows = Array(samples.dropLast())
    let block = ExactCounts.similarities(rows, samples)
    for (j, b) in samples.enumerated() {
      for (i, a) in rows.enumerated() { #expect(block[i + j * rows.count] == a.similarity(to: b)) }
    }
    let gram = ExactCounts.symmetricSimilarities(samples)
    #expect(gram == samples.flatMap { b in samples.map { $0.similarity(to: b) } })
  }

  @Test func nothingIsFolded() throws {
    let exact = try Representation(named: "morgan-exact-r3")
    // RDKit for Python 2026.09.1: GetMorganGenerator(3).GetSparseCountFingerprint of aspirin.
    guard case .exactCounts(let aspirin) = try exact.features(of: Molecule(smiles: "CC(=O)Oc1ccccc1C(=O)O")) else {
      Issue.record("The features are no exact counts.")
      return
    }
    #expect(aspirin.identifiers.count == 32)
    #expect(aspirin.total == 42)
    #expect(aspirin.counts.count == 32)
    #expect(aspirin.identifiers.contains(98_513_984))
  }
}
