import Calculation
import Testing

/// What is JSON and what is not, to the letter.
@Suite struct JSONReaderTests {
  @Test(arguments: [
    (#"{"v": 1, "v": 2}"#, "the key \"v\" occurs twice"), (#"{"a": {"b": 1, "b": 1}}"#, "the key \"b\" occurs twice"),
    ("{\"a\": 1, \"\\u0061\": 2}", "the key \"a\" occurs twice"),
    (#"{"v": 0x10, "n": "Infinity"}"#, "',' or '}' belongs here"),
    ("[1, 2,]", "this is not a value"), ("[+1]", "this is not a value"), ("[.5]", "this is not a value"),
    ("[5.]", "a digit belongs here"), ("[010]", "a number has a leading zero"), ("[1e]", "a digit belongs here"),
    ("// a\n1", "this is not a value"), ("{'a': 1}", "a key in quotation marks belongs here"),
    ("[1] 2", "text follows"),
    ("[1, 2", "',' or ']' belongs here"), ("[\"a", "a text is not terminated"), ("[\"a\tb\"]", "a control character"),
    (#"["\x"]"#, "this is not an escape sequence"), (#"["\ud800"]"#, "half of a surrogate pair"),
    (#"["\udc00"]"#, "half of a surrogate pair"),
    (#"["\u12g4"]"#, "four hexadecimal digits"), ("[-Infinit]", "this is not a value"),
    ("", "it ends where a value belongs"),
    (String(repeating: "[", count: 100_000), "more than 512 levels"),
  ])
  func whatIsNoJSONIsRefusedByReason(text: String, reason: String) {
    let error = #expect(throws: JSONValue.Malformed.self) { try JSONValue(text: text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test func thePlaceOfAMistakeIsNamed() {
    let error = #expect(throws: JSONValue.Malformed.self) { try JSONValue(text: "{\n  \"a\": 1\n  \"b\": 2}") }
    #expect(error?.description == "',' or '}' belongs here, at character 3 of line 3")
  }

  @Test func textsAreReadWithAllThatIsEscapedInThem() throws {
    let text = #"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é", "", "𝛽"]"#
    #expect(
      try JSONValue(text: text)
        == .list([.text("\"\\/\u{8}\u{c}\n\r\té😀é"), .text(""), .text("𝛽")]))
  }

  @Test func numbersAreThoseOfTheirDigits() throws {
    #expect(
      try JSONValue(text: "\u{FEFF}[0, -0, 1.5, -2E+3, 1e-400, 1e400, 123456789012345678901234567890]")
        == .list([0, -0.0, 1.5, -2000, 0, .infinity, 1.2345678901234568e29].map(JSONValue.number)))
  }
}
