import Chemistry
import Testing

@Suite struct DiversityTests {
  /// Counts that a small recurrence makes, many of them alike.
  private static func fingerprints(_ count: Int) -> [CountFingerprint] {
    (0..<count).map { number in
      var state = UInt32(truncatingIfNeeded: (number / 3) &* 7919 &+ 13)
      var counts = [UInt32](repeating: 0, count: 64)
      for _ in 0..<12 {
        state = state &* 1_664_525 &+ 1_013_904_223
        counts[Int(state >> 16) % 64] = 1
      }
      counts[number % 3 * 5] += 1
      return CountFingerprint(counts: counts).bits
    }
  }

  private func naive(
    _ fingerprints: [CountFingerprint], _ distance: Double, _ others: [CountFingerprint] = []
  ) -> [Int] {
    var kept: [Int] = []
    for (place, fingerprint) in fingerprints.enumerated() {
      let isNear = (kept.map { fingerprints[$0] } + others).contains {
        let similarity = $0.similarity(to: fingerprint)
        return distance > 0 ? 1 - similarity < distance : similarity >= 1
      }
      if !isNear { kept.append(place) }
    }
    return kept
  }

  @Test(arguments: [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
  func theChoiceIsThatOfAskingEachInItsTurn(distance: Double) {
    let all = Self.fingerprints(1_500)
    let expected = naive(all, distance)
    #expect(expected.count > 1 && expected.count < all.count)
    #expect(all.diverse(minimumDistance: distance) == expected)
    #expect(all.diverse(minimumDistance: distance, atMost: 5) == Array(expected.prefix(5)))
  }

  @Test func whatIsThereAlreadyLeavesOutWhatIsNear() {
    let all = Self.fingerprints(400)
    let (others, rest) = (Array(all.prefix(40)), Array(all.dropFirst(30)))
    #expect(rest.diverse(minimumDistance: 0.6, apartFrom: others) == naive(rest, 0.6, others))
  }

  @Test func ofNoneNoneIsChosen() {
    #expect([CountFingerprint]().diverse(minimumDistance: 0.5).isEmpty)
    #expect(Self.fingerprints(3).diverse(minimumDistance: 0.5, atMost: 0).isEmpty)
  }

  @Test func ofMoleculesTheBestOfEachKindStays() throws {
    let molecules = try ["CCCCCCCCCCO", "CCCCCCCCCCCO", "c1ccccc1", "c1ccccc1C#N"].map { try Molecule(smiles: $0) }
    #expect(try molecules.diverse(minimumDistance: 0.4) == [0, 2, 3])
    #expect(try molecules.diverse(minimumDistance: 0.4, apartFrom: [Molecule(smiles: "c1ccccc1")]) == [0, 3])
  }
}
