import CohobateTesting
import Testing

@Suite struct ConformanceTableTests {
  @Test func everyCalculatorHasALineAndEveryRemarkASentence() {
    var right: [CalculatorQuestion: CalculatorAnswer] = [:]
    for question in CalculatorQuestion.allCases { right[question] = .right }
    var other = right
    other[.ion] = .wrong(["One.", "Two."])
    other[.timeout] = .notApplicable("It runs nothing.")
    other[.kill] = .notApplicable("It runs nothing.")
    other[.garbage] = nil
    let lines = conformanceTable([("one", right), ("other", other)]).split(separator: "\n")
    #expect(lines[0].hasPrefix("| | description | settings | good molecule | radical | ion |"))
    #expect(lines[2] == "| one | yes | yes | yes | yes | yes | yes | yes | yes | yes | yes | yes | yes | yes | yes |")
    #expect(
      lines[3] == "| other | yes | yes | yes | yes | NO | yes | yes | yes | – | – | not asked | yes | yes | yes |")
    #expect(
      lines[4...] == ["- other, ion: One.", "- other, ion: Two.", "- other, timeout, kill: It runs nothing."])
  }

  @Test func everyQuestionIsASentence() {
    for question in CalculatorQuestion.allCases { #expect(question.sentence.hasSuffix(".")) }
    let sentences = Set(CalculatorQuestion.allCases.map(\.sentence))
    #expect(sentences.count == CalculatorQuestion.allCases.count)
  }
}
