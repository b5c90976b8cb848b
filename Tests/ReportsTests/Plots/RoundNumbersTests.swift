import Reports
import Testing

@Suite("The ticks of an axis")
struct RoundNumbersTests {
  @Test(
    "They are multiples of 1, 2 or 5 times a power of ten",
    arguments: [
      (0.0, 100.0, [0.0, 20, 40, 60, 80, 100]), (0, 60, [0, 20, 40, 60]), (-1, 2.5, [-1, 0, 1, 2]),
      (3, 3, [3]),
    ])
  func round(least: Double, most: Double, ticks: [Double]) {
    #expect(roundNumbers(from: least, to: most) == ticks)
  }
}
