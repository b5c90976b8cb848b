import Files
import Testing

@Suite struct StableHashTests {
  @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func isFNV1a(text: String, hash: String) {
    #expect(stableHash(text) == hash)
  }

  @Test func allDigitsOfAHashAreWritten() {
    #expect(hexadecimalDigits(0xA0) == "00000000000000a0")
    #expect(hexadecimalDigits(.max) == "ffffffffffffffff")
  }
}
