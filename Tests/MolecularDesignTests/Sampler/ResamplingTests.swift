import Foundation
import MolecularDesign
import Testing

@Suite struct ResamplingTests {
  @Test func theEffectiveSampleSizeCountsEqualWeights() {
    #expect(abs(effectiveSampleSize(logWeights: [-700, -700, -.infinity, -700]) - 3) < 1e-12)
    #expect(effectiveSampleSize(logWeights: [0, -2000]) == 1)
    #expect(effectiveSampleSize(logWeights: [-.infinity, -.infinity]) == 0)
    let uneven = effectiveSampleSize(logWeights: [log(0.5), log(0.25), log(0.25)])
    #expect(abs(uneven - 1 / 0.375) < 1e-12)
  }

  @Test(arguments: [0, 0.3, 0.999_999_9]) func eachIsDrawnAsOftenAsItsShareRoundedUpOrDown(offset: Double) {
    let weights = [0.05, 0.4, 0, 0.25, 0.3]
    let ancestors = systematicResample(logWeights: weights.map { log($0) - 1000 }, offset: offset)
    #expect(ancestors.count == 5)
    #expect(ancestors == ancestors.sorted())
    for (index, weight) in weights.enumerated() {
      let number = ancestors.filter { $0 == index }.count
      #expect(Double(number) > weight * 5 - 1 && Double(number) < weight * 5 + 1)
    }
  }

  @Test func onAverageEachIsDrawnByItsWeight() {
    let weights = [0.1, 0.6, 0.3]
    var counts = [0, 0, 0]
    for step in 0..<1000 {
      for ancestor in systematicResample(logWeights: weights.map { log($0) }, offset: (Double(step) + 0.5) / 1000) {
        counts[ancestor] += 1
      }
    }
    for (count, weight) in zip(counts, weights) { #expect(abs(Double(count) / 3000 - weight) < 1e-3) }
  }
}
