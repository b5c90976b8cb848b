import Reports
import Testing

@Suite("The mean and the band over seeds")
struct ReplaySpreadTests {
  @Test("For fewer than ten seeds the band is from the least to the greatest value")
  func range() {
    let spread = ReplaySpread(of: [3, 1, 8])
    #expect(spread.mean == 4 && spread.low == 1 && spread.high == 8)
    #expect(ReplaySpread.Band(seeds: 9) == .range)
    let single = ReplaySpread(of: [2])
    #expect(single.mean == 2 && single.low == 2 && single.high == 2)
  }

  @Test("From ten seeds on it is from the tenth percentile to the ninetieth")
  func percentiles() {
    // The percentiles of 0…10 are values of the list; those of ten values lie between two.
    let eleven = ReplaySpread(of: (0...10).reversed().map(Double.init))
    #expect(eleven.mean == 5 && eleven.low == 1 && eleven.high == 9)
    let ten = ReplaySpread(of: (0..<10).map(Double.init))
    #expect(abs(ten.low - 0.9) < 1e-12 && abs(ten.high - 8.1) < 1e-12)
    #expect(ReplaySpread.Band(seeds: 10) == .percentiles)
  }
}
