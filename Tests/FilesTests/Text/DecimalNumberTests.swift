import Files
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("1.5", 1.5), ("-3", -3), ("+2e-3", 0.002), ("0", 0), ("-0.0", 0), ("1E5", 100_000), (".5", 0.5), ("1e100", 1e100),
    ("-1e-100", -1e-100),
  ])
  func decimalsAreRead(text: String, value: Double) { #expect(decimalNumber(text) == value) }

  @Test(arguments: [
    "", " ", "0x10", "nan", "inf", "-infinity", "1,5", "1 eV", "1e999", "1e101", "-1e200", "1e-300", "--1", "1e", "١",
  ])
  func otherTextsAreNone(text: String) { #expect(decimalNumber(text) == nil) }

  @Test func whatHasNoSquareIsNotUsable() {
    #expect(!isUsable(.nan) && !isUsable(-.infinity) && !isUsable(.greatestFiniteMagnitude))
    #expect(!isUsable(.leastNonzeroMagnitude))
    #expect(isUsable(0) && isUsable(-1e100) && isUsable(1e-100))
  }
}
