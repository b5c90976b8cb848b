import Calculation
import Chemistry
import Testing

@Suite struct ProgramAnswerTests {
  private let question: ProgramQuestion

  init() throws {
    question = ProgramQuestion(
      attempt: 1, of: try Molecule(smiles: "OCC"), in: ElectronicState(charge: 0, unpaired: 0), geometry: nil,
      properties: ["gap", "mass"])
  }

  private func read(_ text: String, needsID: Bool = false) throws(CalculationFailure) -> ProgramAnswer {
    try ProgramAnswer.read(
      text, to: question, needsID: needsID, by: AnswerReader(name: "score.py", evidence: "last words"))
  }

  @Test func valuesUncertaintiesAndNotes() throws {
    let answer = try read(
      """
      {"smiles": "C(C)O", "properties": {"gap": 4.2, "mass": 46, "other": null},
       "uncertainties": {"gap": 0.1, "mass": null}, "notes": ["two states"]}

      """)
    #expect(answer.properties == ["gap": 4.2, "mass": 46])
    #expect(answer.uncertainties == ["gap": 0.1])
    #expect(answer.notes == ["two states"])
  }

  @Test func whatIsWrittenIsRead() throws {
    let answer = ProgramAnswer(
      id: question.id, smiles: "CCO", properties: ["gap": -1e-9, "mass": 46], uncertainties: ["gap": 0], notes: ["é"])
    let read = try read(answer.line, needsID: true)
    #expect(read.properties == answer.properties)
    #expect(read.uncertainties == answer.uncertainties)
    #expect(read.notes == answer.notes)
    let failure = #expect(throws: CalculationFailure.self) {
      try self.read(ProgramAnswer(id: question.id, error: "No Xe.", failureClass: .input).line, needsID: true)
    }
    #expect(failure == CalculationFailure(.input, "score.py says: No Xe.", evidence: "last words"))
  }

  /// Bad answers, and what the sentence about each must say.
  private static let bad: [(String, FailureClass, String)] = [
    ("", .unknown, "gave no answer"),
    (" \n ", .unknown, "gave no answer"),
    ("4.2", .unknown, "is the number 4.2, where a JSON object belongs"),
    ("gap: 4.2", .unknown, "gave 'gap: 4.2' on its standard output, where one JSON object belongs"),
    ("{'properties': {'gap': 4.2}}", .unknown, "is not JSON"),
    (#"{"properties": {"gap": 4"#, .unknown, "is cut short"),
    (#"{"properties": {"gap": NaN, "mass": 1}}"#, .unknown, "has nan as 'gap', which is not a number"),
    (#"{"properties": {"gap": -Infinity, "mass": 1}}"#, .unknown, "has -inf as 'gap', which is not a number"),
    (#"{"properties": {"gap": 1e999, "mass": 1}}"#, .unknown, "The answer of score.py"),
    (#"{"properties": {"gap": "4.2", "mass": 1}}"#, .unknown, #"has the text "4.2" as 'gap', where a number belongs"#),
    (#"{"properties": {"gap": null, "mass": 1}}"#, .unknown, "has null as 'gap'"),
    (#"{"properties": {"gap": true, "mass": 1}}"#, .unknown, "has true as 'gap'"),
    (#"{"properties": {"gap": [4.2], "mass": 1}}"#, .unknown, "has a list as 'gap'"),
    (#"{"properties": {"gap": 4.2, "Mass": 1}}"#, .unknown, "has no property 'mass'; it has: Mass, gap"),
    (#"{"properties": {}}"#, .unknown, "has no property 'gap'; it has: none"),
    (#"{"properties": [4.2, 1]}"#, .unknown, "has a list as 'properties'"),
    (#"{"gap": 4.2, "mass": 1}"#, .unknown, "the values belong in 'properties'"),
    (#"{"properties": {"gap": 4.2, "mass": 1}, "uncertainty": 1}"#, .unknown, "key 'uncertainty'"),
    ("{}", .unknown, "has neither 'properties' nor 'error'"),
    (
      "Loading…\n{\"properties\": {\"gap\": 1, \"mass\": 1}}\n", .unknown,
      "such as 'Loading…'; print that to standard error"
    ),
    ("{\"properties\": {\"gap\": 1, \"mass\": 1}}\n{\"properties\": {}}\n", .unknown, "gave more than one answer"),
    (#"{"id": 3, "properties": {"gap": 1, "mass": 1}}"#, .unknown, "has the id 3, but the question's is"),
    (#"{"id": "a", "properties": {"gap": 1, "mass": 1}}"#, .unknown, #"has the id "a", but"#),
    (#"{"smiles": "CO", "properties": {"gap": 1, "mass": 1}}"#, .topologyChanged, "is about 'CO', but 'CCO' was asked"),
    (#"{"smiles": "no molecule", "properties": {"gap": 1}}"#, .topologyChanged, "is about 'no molecule'"),
    (#"{"error": "No Xe.", "failure_class": "input"}"#, .input, "score.py says: No Xe."),
    (#"{"error": "No Xe."}"#, .unknown, "score.py says: No Xe."),
    (#"{"error": "No Xe.", "failure_class": "cancelled"}"#, .unknown, "failure_class 'cancelled'; there are: input"),
    (#"{"error": 7}"#, .unknown, "has the number 7 as 'error'"),
    (
      #"{"properties": {"gap": 1, "mass": 1}, "uncertainties": {"gap": -1}}"#, .unknown,
      "as the uncertainty of 'gap', which is negative"
    ),
    (#"{"properties": {"gap": 1, "mass": 1}, "uncertainties": 1}"#, .unknown, "as 'uncertainties'"),
    (#"{"properties": {"gap": 1, "mass": 1}, "notes": [1]}"#, .unknown, "as 'notes', where a text belongs"),
  ]

  @Test(arguments: bad)
  func aBadAnswerIsAFailureWithASentence(text: String, failureClass: FailureClass, words: String) {
    let failure = #expect(throws: CalculationFailure.self) { try read(text) }
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    #expect(failure?.evidence == "last words")
  }

  @Test func anErrorOfNullIsNone() throws {
    let answer = try read(#"{"error": null, "failure_class": null, "properties": {"gap": 1, "mass": 2}}"#)
    #expect(answer.properties == ["gap": 1, "mass": 2])
  }

  @Test func aWorkerRepeatsTheNumber() throws {
    let failure = #expect(throws: CalculationFailure.self) {
      try read(#"{"properties": {"gap": 1, "mass": 1}}"#, needsID: true)
    }
    #expect(failure?.message == "The answer of score.py has no 'id'; repeat the question's, here \(question.id).")
  }
}
