import Campaign
import Testing

@Test(
  "A number is rounded to its decimals, with a point",
  arguments: [(1.2345, 2, "1.23"), (-0.5, 3, "-0.500"), (7, 0, "7")])
func decimals(value: Double, places: Int, text: String) {
  #expect(decimal(value, places: places) == text)
}
