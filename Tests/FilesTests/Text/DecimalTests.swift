import Files
import Testing

@Test(
  "A number is rounded to its decimals, with a point",
  arguments: [(1.2345, 2, "1.23"), (-0.5, 3, "-0.500"), (7, 0, "7")])
func decimals(value: Double, places: Int, text: String) {
  #expect(decimal(value, places: places) == text)
}

@Test("A value has its unit behind it, and nothing where it has none")
func unit() {
  #expect(withUnit("1.5", "eV") == "1.5 eV")
  #expect(withUnit("1.5", "") == "1.5")
}

@Test(
  "A number is not shown on a bound, or on the other side of one, unless it is there",
  arguments: [
    (0.9998, [1, 1.6], "0.9998"), (1.0, [1, 1.6], "1.000"), (1.59999, [1, 1.6], "1.59999"),
    (1.2345, [1, 1.6], "1.234"),
    (1.00004, [1], "1.00004"), (-0.00001, [0], "-0.00001"), (0.9998, [], "1.000"), (.infinity, [1], "inf"),
  ])
func apartFromBounds(value: Double, bounds: [Double], text: String) {
  #expect(decimal(value, places: 3, apartFrom: bounds) == text)
}
