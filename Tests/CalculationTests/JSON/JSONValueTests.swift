import Calculation
import Testing

@Suite struct JSONValueTests {
  @Test func everyKindIsReadAndWritten() throws {
    let text = #"{"a/b":[null,true,1,-2.5,"é\n"],"c":{"d":{}},"e":[],"f":1e-09}"#
    let value = try JSONValue(text: "\n \(text) \n")
    #expect(
      value
        == .map([
          "a/b": .list([.null, .flag(true), .number(1), .number(-2.5), .text("é\n")]), "c": .map(["d": .map([:])]),
          "e": .list([]), "f": .number(1e-9),
        ]))
    #expect(try JSONValue(text: value.line) == value)
    #expect(!value.line.contains("\n"))
    #expect(value["e"] == .list([]))
    #expect(value["g"] == nil)
    #expect(JSONValue.list([])["e"] == nil)
  }

  @Test func onesAndZerosAreNumbersAndNoFlags() throws {
    #expect(try JSONValue(text: "[1, 0, true, false]") == .list([.number(1), .number(0), .flag(true), .flag(false)]))
  }

  @Test func whatPythonWritesForNumbersThatAreNoneIsRead() throws {
    guard case .list(let values) = try JSONValue(text: "[NaN, Infinity, -Infinity, 1.5]") else {
      Issue.record("It is a list.")
      return
    }
    let numbers = values.map { if case .number(let number) = $0 { number } else { Double.zero } }
    #expect(numbers[0].isNaN)
    #expect(numbers[1...] == [.infinity, -.infinity, 1.5])
    #expect(JSONValue.list(values).line == #"["NaN","Infinity","-Infinity",1.5]"#)
  }

  @Test func aNumberThatIsTooLargeIsInfinite() throws {
    let document = try JSONValue(text: #"{"a": 1e400, "b": [-2.5E+999], "c": 1e100, "d": "1e400 \" 1e400"}"#)
    #expect(document["a"] == .number(.infinity))
    #expect(document["b"] == .list([.number(-.infinity)]))
    #expect(document["c"] == .number(1e100))
    #expect(document["d"] == .text("1e400 \" 1e400"))
  }

  /// As many as a flood of output may have: they are looked through once.
  @Test(arguments: [400, 5000, 1_000_000]) func manyDigitsAreInfinite(count: Int) throws {
    let digits = String(repeating: "7", count: count)
    #expect(try JSONValue(text: "[-\(digits)]") == .list([.number(-.infinity)]))
  }

  @Test(arguments: [
    "", "4.2 eV", "{'a': 1}", "{a: 1}", "[1, 2", "{\"a\": 1}{\"b\": 2}", "nul", "// c\n1", "\u{0}",
    String(repeating: "[", count: 100_000), "{\"a\": \"\\ud800\"}",
  ])
  func whatIsNoJSONIsRefusedWithAReason(text: String) {
    let error = #expect(throws: JSONValue.Malformed.self) { try JSONValue(text: text) }
    #expect(error?.description.isEmpty == false)
  }

  @Test func namesItselfInSentences() {
    let words: [(JSONValue, String)] = [
      (.null, "null"), (.flag(false), "false"), (.number(4.5), "the number 4.5"), (.number(.nan), "nan"),
      (.text("a"), #"the text "a""#), (.list([.null]), "a list"), (.map([:]), "a mapping"),
    ]
    for (value, expected) in words { #expect(value.inWords == expected) }
    #expect(JSONValue.text(String(repeating: "x", count: 10_000)).inWords.count < 100)
  }
}
