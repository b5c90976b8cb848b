import Chemistry
import Testing

@Suite struct CountFingerprintTests {
  /// MinMax by its definition, over counts.
  private func reference(_ a: [UInt32], _ b: [UInt32]) -> Double {
    let minimum = zip(a, b).reduce(0) { $0 + Int(min($1.0, $1.1)) }
    let maximum = zip(a, b).reduce(0) { $0 + Int(max($1.0, $1.1)) }
    return maximum == 0 ? 1 : Double(minimum) / Double(maximum)
  }

  /// Fingerprints with 0 to 40 levels, from a linear congruential generator.
  private var samples: [[UInt32]] {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    return (0..<24).map { sample in
      var counts = [UInt32](repeating: 0, count: CountFingerprint.defaultSize)
      for _ in 0..<(sample * 12) {
        counts[Int(next() % UInt64(CountFingerprint.defaultSize))] += UInt32(next() % UInt64(1 + 2 * sample % 41))
      }
      return counts
    }
  }

  @Test func aCanonicalSMILESHasTheFingerprintOfItsMolecule() throws {
    for text in ["CCO", "c1ccccc1C(=O)[O-]", "C[C@H](N)C(=O)O", "[Na+].[Cl-]", "F/C=C/Cl"] {
      let molecule = try Molecule(smiles: text)
      #expect(try CountFingerprint(canonicalSMILES: molecule.smiles) == molecule.fingerprint())
    }
    #expect(throws: ChemistryError.self) { try CountFingerprint(canonicalSMILES: "no molecule") }
  }

  @Test func everyPairAgreesWithTheDefinition() {
    let fingerprints = samples.map { CountFingerprint(counts: $0) }
    let block = CountFingerprint.similarities(fingerprints, Array(fingerprints.dropLast(3)))
    #expect(block.count == 24 * 21)
    for (i, a) in samples.enumerated() {
      for (j, b) in samples.dropLast(3).enumerated() {
        #expect(fingerprints[i].similarity(to: fingerprints[j]) == reference(a, b))
        #expect(block[i + j * 24] == reference(a, b))
      }
    }
  }

  @Test func countsAreGivenBack() {
    for counts in samples {
      let fingerprint = CountFingerprint(counts: counts)
      #expect(fingerprint.counts == counts)
      #expect(fingerprint.total == counts.reduce(0) { $0 + Int($1) })
    }
  }

  @Test func emptyFingerprintsAndBlocks() {
    let empty = CountFingerprint(counts: [UInt32](repeating: 0, count: CountFingerprint.defaultSize))
    let other = CountFingerprint(counts: samples[5])
    #expect(empty.similarity(to: empty) == 1)
    #expect(empty.similarity(to: other) == 0)
    #expect(CountFingerprint.similarities([], [other]).isEmpty)
    #expect(CountFingerprint.similarities([other], []).isEmpty)
    #expect(CountFingerprint.similarities([empty], [empty, other]) == [1, 0])
  }

  @Test func moleculesAreComparedByTheirEnvironments() throws {
    let ethanol = try Molecule(smiles: "CCO").fingerprint(radius: 1)
    // Radius 0: C, C, O give one count each (CH3, CH2, OH); radius 1: one environment around each atom.
    #expect(ethanol.total == 6)
    let octane = try Molecule(smiles: "CCCCCCCC").fingerprint()
    let nonane = try Molecule(smiles: "CCCCCCCCC").fingerprint()
    let benzene = try Molecule(smiles: "c1ccccc1").fingerprint()
    #expect(octane.similarity(to: octane) == 1)
    #expect(octane.similarity(to: nonane) > 0.8)
    #expect(octane.similarity(to: nonane) < 1)
    #expect(octane.similarity(to: benzene) == 0)
    #expect(try Molecule(smiles: "c1ccccc1").fingerprint(radius: 0) != benzene)
  }
  @Test func manyMoleculesGiveTheSameAsOneByOne() throws {
    let molecules = try (1...40).map { try Molecule(smiles: String(repeating: "C", count: $0) + "O") }
    #expect(try molecules.fingerprints() == molecules.map { try $0.fingerprint() })
    #expect(try [Molecule]().fingerprints().isEmpty)
  }

  @Test func bitsAreCountsCappedAtOne() {
    let fingerprint = CountFingerprint(counts: [0, 3, 1, 0, 900])
    #expect(fingerprint.bits == CountFingerprint(counts: [0, 1, 1, 0, 1]))
    #expect(fingerprint.size == 5)
    #expect(fingerprint.bits.total == 3)
  }

  @Test func theSimilarityOfJoinedCountsIsMinMaxOverAll() {
    let samples = samples
    for (a, b) in zip(samples, samples.dropFirst()) {
      let tail: [UInt32] = [4, 0, 1], other: [UInt32] = [2, 2, 1]
      let left = CountFingerprint(counts: a) + CountFingerprint(counts: tail)
      let right = CountFingerprint(counts: b) + CountFingerprint(counts: other)
      #expect(left.counts == a + tail)
      #expect(left.size == CountFingerprint.defaultSize + 3)
      #expect(left.similarity(to: right) == reference(a + tail, b + other))
      #expect(CountFingerprint.similarities([left], [right]) == [reference(a + tail, b + other)])
    }
    #expect(CountFingerprint(counts: []) + CountFingerprint(counts: [1]) == CountFingerprint(counts: [1]))
  }

  @Test func allPairsOfTheSameAreSymmetric() {
    let fingerprints = samples.map { CountFingerprint(counts: $0) }
    #expect(
      CountFingerprint.symmetricSimilarities(fingerprints) == CountFingerprint.similarities(fingerprints, fingerprints))
  }
}
