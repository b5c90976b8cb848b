import Numerics
import Testing

/// The golden numbers were made by a second implementation, in Python's integers, of the published algorithms
/// (SplitMix64, xoshiro256++, Lemire's bounded integers, Marsaglia's polar method) and of the hash as the doc comment
/// describes it.
struct RandomStreamsTests {
  static let design = RandomStreams(seed: 42).stream("design", iteration: 3, index: 7)

  @Test func bitsAreGolden() {
    var zero = RandomStream(seed: 0)
    let expected: [UInt64] = [
      0x5317_5d61_490b_23df, 0x61da_6f3d_c380_d507, 0x5c0f_df91_ec9a_7bfc, 0x02ee_bf8c_3bbe_5e1a,
    ]
    #expect(expected.map { _ in zero.next() } == expected)
    var stream = Self.design
    let named: [UInt64] = [
      0xe05f_beea_061e_935e, 0xc178_e9c1_1a83_150d, 0x5ebd_10fc_1c18_6dff, 0x660a_e41a_24f3_fc9d,
    ]
    #expect(named.map { _ in stream.next() } == named)
    var longName = RandomStreams(seed: 42).stream("acquisition über", iteration: -1)
    #expect([longName.next(), longName.next()] == [0x08c2_e0bb_25ca_abea, 0xb4f8_eda4_d1ad_f1d0])
  }

  @Test func transformsAreGolden() {
    var stream = Self.design
    #expect((0..<3).map { _ in stream.uniform() } == [0.876460964331381, 0.7557512375301594, 0.37007242350600367])
    stream = Self.design
    #expect((0..<12).map { _ in stream.uniform(below: 10) } == [8, 7, 3, 3, 9, 9, 8, 2, 9, 9, 6, 8])
    stream = Self.design
    let normals = [0.5073574823581652, -1.6610106922150518, 0.9098784863767984, 0.3776799496429855]
    for expected in normals { #expect(abs(stream.normal() - expected) < 4e-16 * max(1, abs(expected))) }
    // To the last bit what they were on the first day.
    stream = Self.design
    let bits: [UInt64] = [
      0x3fe0_3c45_c243_7eb4, 0xbffa_937f_f295_eb65, 0x3fed_1db9_7cca_5088, 0x3fd8_2be8_8604_9445,
    ]
    #expect(bits.map { _ in stream.normal().bitPattern } == bits)
  }

  @Test func streamsDoNotDependOnTheOrderOfAsking() {
    let streams = RandomStreams(seed: 9)
    var first = streams.stream("a", iteration: 1)
    var other = streams.stream("b")
    _ = other.next()
    let draws = (0..<5).map { _ in first.next() }
    var again = RandomStreams(seed: 9).stream("a", iteration: 1)
    #expect(draws == (0..<5).map { _ in again.next() })
  }

  @Test func everyPartOfTheNameMakesAnotherStream() {
    var firsts: Set<UInt64> = []
    for seed in [0, 1, UInt64.max] {
      for name in ["", "a", "b", "ab", "ba", "a\0", "design", "designs and more"] {
        for iteration in 0..<5 {
          for index in 0..<5 {
            var stream = RandomStreams(seed: seed).stream(name, iteration: iteration, index: index)
            firsts.insert(stream.next())
          }
        }
      }
    }
    #expect(firsts.count == 3 * 8 * 25)
  }

  @Test func neighbouringStreamsAreUncorrelated() {
    let streams = RandomStreams(seed: 3)
    let count = 4000
    func draws(_ name: String, _ iteration: Int, _ index: Int) -> [Double] {
      var stream = streams.stream(name, iteration: iteration, index: index)
      return (0..<count).map { _ in stream.normal() }
    }
    let sets = [draws("a", 0, 0), draws("a", 1, 0), draws("a", 0, 1), draws("b", 0, 0)]
    for (position, a) in sets.enumerated() {
      for b in sets.dropFirst(position + 1) {
        let correlation = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
        #expect(abs(correlation) < 4 / Double(count).squareRoot())
      }
    }
  }

  @Test func momentsAreThoseOfTheDistributions() {
    var stream = RandomStream(seed: 11)
    let count = 200_000
    let uniforms = (0..<count).map { _ in stream.uniform() }
    #expect(uniforms.allSatisfy { (0..<1).contains($0) })
    func moment(_ values: [Double], _ order: Int) -> Double {
      values.reduce(0) { sum, value in sum + (0..<order).reduce(1) { power, _ in power * value } } / Double(count)
    }
    #expect(abs(moment(uniforms, 1) - 0.5) < 0.003)
    #expect(abs(moment(uniforms, 2) - 1 / 3.0) < 0.003)
    let normals = (0..<count).map { _ in stream.normal() }
    #expect(abs(moment(normals, 1)) < 0.01)
    #expect(abs(moment(normals, 2) - 1) < 0.02)
    #expect(abs(moment(normals, 3)) < 0.04)
    #expect(abs(moment(normals, 4) - 3) < 0.12)
    let beyondTwo = normals.filter { abs($0) > 2 }.count
    #expect(abs(Double(beyondTwo) / Double(count) - 0.0455) < 0.002)
  }

  @Test func boundedIntegersAreUnbiased() {
    var stream = RandomStream(seed: 5)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.uniform(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    // Just above half of the range nearly every other number must be rejected, or the upper half would be twice as
    // rare.
    let bound = Int.max / 3 * 2
    let lower = (0..<20_000).filter { _ in stream.uniform(below: bound) < bound / 2 }.count
    #expect(abs(lower - 10_000) < 300)
    #expect(stream.uniform(below: 1) == 0)
  }

  @Test func categoricalFollowsTheWeights() {
    var stream = RandomStream(seed: 6)
    var counts = [Int](repeating: 0, count: 4)
    let weights = [-1000.0, -1000 + 1.0986122886681098, -Double.infinity, -1000]
    for _ in 0..<50_000 { counts[stream.categorical(logWeights: weights)] += 1 }
    #expect(counts[2] == 0)
    #expect(abs(counts[0] - 10_000) < 400 && abs(counts[1] - 30_000) < 500 && abs(counts[3] - 10_000) < 400)
    #expect(stream.categorical(logWeights: [-.infinity, 3, -.infinity]) == 1)
  }

  @Test func everyOrderIsAsProbable() {
    var stream = RandomStream(seed: 8)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var elements = [0, 1, 2, 3]
      stream.shuffle(&elements)
      counts[elements, default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 160 })
  }

  @Test func samplesAreWithoutReplacement() {
    var stream = RandomStream(seed: 8)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<10_000 {
      let drawn = stream.sample(count: 3, from: 0..<10)
      #expect(Set(drawn).count == 3)
      for element in drawn { counts[element] += 1 }
    }
    #expect(counts.allSatisfy { abs($0 - 3000) < 220 })
    #expect(stream.sample(count: 5, from: ["a", "b"]).sorted() == ["a", "b"])
    #expect(stream.sample(count: 0, from: 0..<3).isEmpty)
  }

  @Test func invalidRequestsStop() async {
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1)
      _ = stream.uniform(below: 0)
    }
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1)
      _ = stream.categorical(logWeights: [-Double.infinity, -Double.infinity])
    }
  }
}
