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

@Test("A sentence ends with one point, also after a unit that has one")
func fullStop() {
  #expect(withFullStop("RMSE 3.2 a.u.") == "RMSE 3.2 a.u.")
  #expect(withFullStop("RMSE 3.2 eV") == "RMSE 3.2 eV.")
  #expect(withoutFullStop("It is gone.") == "It is gone")
  #expect(withoutFullStop("It is gone") == "It is gone")
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

@Test(
  "An estimate has two significant digits, and all before the point",
  arguments: [
    (3.14, "3.1"), (0.0512, "0.051"), (12.6, "13"), (1234.5, "1234"), (0, "0"), (5, "5"), (9.96, "10"),
    (-0.05, "-0.05"),
    (1e-7, "1e-07"),
  ])
func twoDigits(value: Double, text: String) {
  #expect(twoSignificant(value) == text)
}

@Test(
  "An estimate below a bound has as many digits as show it",
  arguments: [
    (0.05, 0.1, "0.05"), (0.0998, 0.1, "0.0998"), (0.09998, 0.1, "0.09998"), (99.7, 100, "99.7"),
    (1234.96, 1235, "1234.96"), (9.98e-6, 1e-5, "9.98e-06"), (0, 0.1, "0"), (0.0998, 0.05, "0.1"), (3.14, 9, "3.1"),
  ])
func twoDigitsBelow(value: Double, bound: Double, text: String) {
  #expect(twoSignificant(value, below: bound) == text)
}
