import Calculation
import Testing

@Suite struct AnswerReaderTests {
  private let answerReader = AnswerReader(name: "tool", place: "in 'result.json'", evidence: "last words")

  @Test func findsTheDocumentWhateverBlankIsAroundIt() throws {
    #expect(try answerReader.document(in: "\r\n\n {\"a\":\n 1}\n\n") == ["a": .number(1)])
  }

  @Test(arguments: [
    ("", "tool gave no answer: there is nothing in 'result.json', where one JSON object belongs."),
    ("[1]", "The answer of tool is a list, where a JSON object belongs: {…}."),
    ("{}\n{}", "tool gave more than one answer in 'result.json', where one belongs."),
    (
      "50 %\n{}\n",
      "tool gave other text than its answer in 'result.json', such as '50 %'; print that to standard error, and only the "
        + "answer there."
    ),
    (
      "{\"a\": [1",
      "The answer of tool is cut short: there is the beginning of a JSON object in 'result.json', without its end."
    ),
  ])
  func saysWhoWhatAndWhere(text: String, sentence: String) {
    let failure = #expect(throws: CalculationFailure.self) { try answerReader.document(in: text) }
    #expect(failure == CalculationFailure(.unknown, sentence, evidence: "last words"))
  }

  @Test func onlyTheBeginningOfGarbageIsLookedInto() throws {
    func problem(_ text: String) throws -> String {
      let failure = #expect(throws: CalculationFailure.self) { try answerReader.document(in: text) }
      return try #require(failure).message
    }
    let chatter = String(repeating: "chatter\n", count: 999)
    #expect(try problem(chatter + "{}\n").contains("such as 'chatter'"))
    #expect(
      try problem(chatter + "chatter\n{}\n").contains(
        "tool gave 'chatter' in 'result.json', where one JSON object belongs"))
    #expect(try problem(String(repeating: "{}\n", count: 3)).contains("more than one answer"))
  }

  @Test func aLongLineIsQuotedInPart() throws {
    let failure = #expect(throws: CalculationFailure.self) {
      try answerReader.document(in: String(repeating: "x", count: 100_000))
    }
    #expect(try #require(failure).message.count < 400)
  }

  @Test func aNumberIsFiniteAndATextIsText() throws {
    #expect(try answerReader.number(.number(-0.5), "'gap'") == -0.5)
    #expect(try answerReader.text(.text("a"), "error") == "a")
    for value in [JSONValue.number(.nan), .number(-.infinity), .text("1"), .flag(true), .null] {
      #expect(throws: CalculationFailure.self) { try answerReader.number(value, "'gap'") }
    }
    #expect(throws: CalculationFailure.self) { try answerReader.text(.number(1), "error") }
  }
}
