import Calculation
import Testing

@Suite struct WorkerCalculatorTests {
  private static let head = "import json, sys\nfor line in sys.stdin:\n  question = json.loads(line)\n  "

  @Test func answersTheQuestion() async throws {
    let program = try ScriptedProgram(
      "worker",
      python: Self.head
        + "print(json.dumps({'id': question['id'], 'properties': {'value': len(question['elements'])}}))")
    #expect(try await program.result().get().values == ["value": 9])
  }

  @Test func noGeometryIsMadeWhereNoneIsWanted() async throws {
    let program = try ScriptedProgram(
      "worker",
      python: Self.head + "print(json.dumps({'id': question['id'], 'properties': {'value': len(question)}}))",
      ["conformers": .number(0), "properties": .map(["value": .text("eV")])])
    // id, smiles, charge, unpaired_electrons, properties.
    #expect(try await program.result().get().values == ["value": 5])
  }

  @Test(arguments: [
    (head + "print(json.dumps({'id': question['id'] + 1, 'properties': {'value': 1}}))", "it answers another question"),
    (head + "print(json.dumps({'properties': {'value': 1}}))", "has no 'id'; repeat the question's"),
    ("print('{\"id\": 0, \"properties\": {\"value\": 1}}')", "it answers another question"),
    ("print('ready')", "is no JSON"),
    (head + "sys.exit(3)", "ended with exit status 3 instead of an answer"),
  ])
  func nonsenseIsAFailureWithASentence(python: String, words: String) async throws {
    let failure = try await ScriptedProgram("worker", python: python).failure()
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }
}
