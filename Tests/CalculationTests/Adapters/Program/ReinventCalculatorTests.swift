import Calculation
import Testing

@Suite struct ReinventCalculatorTests {
  @Test func answersByTheConvention() async throws {
    let program = try ScriptedProgram(
      "reinvent",
      python: """
        import json, sys
        smiles = [line.strip() for line in sys.stdin]
        print(json.dumps({"version": 1, "payload": {"value": [s.count("C") for s in smiles], "other": [None]}}))
        """)
    #expect(try await program.result(of: "OCC").get().values == ["value": 2])
  }

  @Test(arguments: [
    (#"{"payload": {"value": [1]}}"#, "has nothing as 'version'"),
    (#"{"version": 2, "payload": {"value": [1]}}"#, "has the number 2 as 'version'"),
    (#"{"version": 1, "value": [1]}"#, "has nothing as 'payload'"),
    (#"{"version": 1, "payload": {"gap": [1]}}"#, "has no 'value' in its payload; it has: gap"),
    (#"{"version": 1, "payload": {"value": [1, 2]}}"#, "has 2 values as 'value'"),
    (#"{"version": 1, "payload": {"value": []}}"#, "has 0 values as 'value'"),
    (#"{"version": 1, "payload": {"value": 1}}"#, "has the number 1 as 'value'"),
    (#"{"version": 1, "payload": {"value": [NaN]}}"#, "has nan as 'value'"),
    (#"{"version": 1, "payload": {"value": [null]}}"#, "has null as 'value'"),
    ("[1]", "is a list, where a JSON object belongs"),
  ])
  func nonsenseIsAFailureWithASentence(answer: String, words: String) async throws {
    let failure = try await ScriptedProgram("reinvent", python: "print('''\(answer)''')").failure()
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }
}
