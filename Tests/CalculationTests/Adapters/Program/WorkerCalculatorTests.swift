import Calculation
import Testing

@Suite struct WorkerCalculatorTests {
  private static let head = "import json, sys\nfor line in sys.stdin:\n  question = json.loads(line)\n  "

  @Test func answersTheQuestion() async throws {
    let program = try ScriptedProgram(
      "worker",
      python: Self.head
        + "print(json.dumps({'id': question['id'], 'properties': {'value': len(question['elements'])}}), flush=True)")
    #expect(try await program.result().get().values == ["value": 9])
  }

  @Test func noGeometryIsMadeWhereNoneIsWanted() async throws {
    let program = try ScriptedProgram(
      "worker",
      python: Self.head
        + "print(json.dumps({'id': question['id'], 'properties': {'value': len(question)}}), flush=True)",
      ["conformers": .number(0), "properties": .map(["value": .text("eV")])])
    // id, smiles, charge, unpaired_electrons, properties.
    #expect(try await program.result().get().values == ["value": 5])
  }

  @Test(arguments: [
    (
      head + "print(json.dumps({'id': question['id'] + 1, 'properties': {'value': 1}}), flush=True)",
      "it answers another question"
    ),
    (head + "print(json.dumps({'properties': {'value': 1}}), flush=True)", "has no 'id'; repeat the question's"),
    ("print('{\"id\": 0, \"properties\": {\"value\": 1}}')", "it answers another question"),
    ("print('ready')", "print that to standard error"),
    (head + "sys.exit(3)", "ended with exit status 3 instead of an answer"),
    ("open('weights.bin')", "it did not find 'weights.bin': a relative path leads into the scratch folder"),
  ])
  func nonsenseIsAFailureWithASentence(python: String, words: String) async throws {
    let failure = try await ScriptedProgram("worker", python: python).failure()
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }

  /// What a worker does for methanol before it answers, the class that comes of it, and words of the sentence.
  private static let accidents: [(String, FailureClass, String)] = [
    ("print('warming up', flush=True)", .unknown, "'warming up'"),
    ("print(json.dumps({'id': 1, 'properties': {'value': 1}}), flush=True)", .unknown, "it answers another question"),
    ("os.kill(os.getpid(), 9)", .random, "was ended by signal 9"),
    ("sys.exit(0)", .unknown, "ended with exit status 0, or printed an empty line"),
    ("print(flush=True)", .unknown, "printed an empty line, instead of an answer"),
    ("signal.pause()", .timeout, "had said nothing: an answer waits in a buffer unless it is flushed"),
    ("os.write(1, b'x' * 70000); signal.pause()", .resource, "wrote more than 65536 bytes"),
  ]

  @Test(arguments: accidents)
  func afterAnAccidentTheNextAnswerIsToTheNextQuestion(
    accident: String, failureClass: FailureClass, words: String
  ) async throws {
    let program = try Self.program(whenAskedForMethanol: accident)
    let executor = LocalExecutor(outputLimitBytes: 1 << 16)
    let before = try await program.result(of: "CCO", calculation: 1, executor: executor).get()
    let again = try await program.result(of: "CCCCO", calculation: 2, executor: executor).get()
    #expect((before.values, again.values) == (["value": 3], ["value": 5]))
    #expect(before.notes == again.notes)
    guard case .failure(let failure) = try await program.result(of: "CO", calculation: 3, executor: executor) else {
      Issue.record("There is no answer to the question.")
      return
    }
    #expect(failure.failureClass == failureClass)
    #expect(failure.message.contains(words), "\(failure.message)")
    let after = try await program.result(of: "CCCO", calculation: 4, executor: executor).get()
    #expect(after.values == ["value": 4])
    #expect(after.notes != before.notes)
  }

  @Test func aLateLineBelongsToNoQuestion() async throws {
    // One that has answered before says more as soon as it is asked again.
    let program = try Self.program(whenAskedForMethanol: "if asked > 1: print('done', flush=True)")
    let executor = LocalExecutor()
    #expect(try await program.result(of: "CCO", calculation: 1, executor: executor).get().values == ["value": 3])
    #expect(try await program.result(of: "CO", calculation: 2, executor: executor).get().values == ["value": 2])
  }

  @Test func whoWritesTooMuchIsShortOfMeans() async throws {
    let program = try Self.program(whenAskedForMethanol: "open('big', 'wb').write(b'x' * 100000)")
    let executor = LocalExecutor(outputLimitBytes: 1 << 16)
    guard case .failure(let failure) = try await program.result(of: "CO", calculation: 1, executor: executor) else {
      Issue.record("A file came to be larger than is allowed.")
      return
    }
    #expect(failure.failureClass == .resource)
    #expect(failure.message.contains("a file reached the maximum size"), "\(failure.message)")
    #expect(failure.evidence.contains("File too large"))
  }

  @Test(arguments: ["1e200", "-1e101", "1e-300"])
  func whatCannotBeCalculatedWithIsNoValue(value: String) async throws {
    let program = try ScriptedProgram(
      "worker",
      python: """
        import json, sys
        for line in sys.stdin:
          print('{"id": %d, "properties": {"value": \(value)}}' % json.loads(line)['id'], flush=True)
        """)
    let failure = try await program.failure()
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.message.contains("is out of range; numbers must be") == true, "\(failure?.message ?? "")")
  }

  @Test func aSecondLineIsNobodysAnswer() async throws {
    let program = try Self.program(
      whenAskedForMethanol:
        "os.write(1, (json.dumps({'id': question['id'], 'properties': {'value': 2}}) + '\\n').encode() * 2)")
    let executor = LocalExecutor()
    #expect(try await program.result(of: "CO", calculation: 1, executor: executor).get().values == ["value": 2])
    #expect(try await program.result(of: "CCCO", calculation: 2, executor: executor).get().values == ["value": 4])
  }

  /// A worker that tells the SMILES' length, and its process in a note.
  private static func program(whenAskedForMethanol accident: String) throws -> ScriptedProgram {
    try ScriptedProgram(
      "worker",
      python: """
        import json, os, signal, sys
        asked = 0
        for line in sys.stdin:
          question = json.loads(line)
          asked += 1
          if question["smiles"] == "CO":
            \(accident)
          print(json.dumps({"id": question["id"], "properties": {"value": len(question["smiles"])},
                            "notes": [str(os.getpid())]}), flush=True)
        """,
      [
        "conformers": .number(0), "time_limit": .number(accident == "signal.pause()" ? 20 : 300),
        "properties": .map(["value": .text("eV")]),
      ])
  }
}
