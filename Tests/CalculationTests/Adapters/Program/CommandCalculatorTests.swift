import Calculation
import Chemistry
import Testing

@Suite struct CommandCalculatorTests {
  @Test func anXYZFileIsNamedByItsPlaceholder() async throws {
    let program = try ScriptedProgram(
      "command",
      python: """
        import json, sys
        lines = open(sys.argv[1]).read().splitlines()
        print(json.dumps({"smiles": lines[1], "properties": {"value": int(lines[0])},
                          "uncertainties": {"value": 0.5}, "notes": sys.argv[2:]}))
        """, command: ["python3", "program.py", "{xyz}", "q={charge}", "u={unpaired}"])
    let result = try await program.result(of: "[O-]C=O").get()
    #expect(result.values == ["value": 4])
    #expect(result.spreads == ["value": 0.5])
    #expect(result.notes == ["q=-1", "u=0"])
    #expect(result.geometry?.elements.count == 4)
  }

  /// A program that is told of neither charge nor spin decides on them itself, and nothing is said of what was assumed.
  @Test(arguments: [(["{unpaired}"], 1), ([String](), 0)])
  func whatWasAssumedIsOnlySaidToThoseWhoAreTold(words: [String], count: Int) async throws {
    let program = try ScriptedProgram(
      "command", python: "print('{\"properties\": {\"value\": 1}}')",
      command: ["python3", "program.py", "{smiles}"] + words)
    #expect(try await program.result(of: "[CH2]").get().notes.count == count)
  }

  @Test func aStatedChargeReachesTheProgram() async throws {
    let settings: CalculatorSettings = [
      "input": .text("json"), "charge": .number(1), "properties": .map(["value": .text("eV")]),
    ]
    let program = try ScriptedProgram(
      "command",
      python: "import json, sys\nprint(json.dumps({'properties': {'value': json.load(sys.stdin)['charge']}}))",
      settings)
    #expect(try await program.result(of: "C").get().values == ["value": 1])
  }

  @Test(arguments: [
    ("smiles", ["python3", "program.py"], "sys.stdin.read().strip()"),
    ("smiles", ["python3", "program.py", "{smiles_file}"], "open(sys.argv[1]).read().strip()"),
    ("smiles", ["python3", "program.py", "{smiles}"], "sys.argv[1]"),
    ("json", ["python3", "program.py", "{json}"], "json.load(open(sys.argv[1]))['smiles']"),
    ("json", ["python3", "program.py"], "json.load(sys.stdin)['smiles']"),
    ("xyz", ["python3", "program.py"], "sys.stdin.read().splitlines()[1]"),
  ])
  func whatNoPlaceholderNamesComesOnStandardInput(input: String, command: [String], smiles: String) async throws {
    let program = try ScriptedProgram(
      "command",
      python: "import json, sys\nprint(json.dumps({'smiles': \(smiles), 'properties': {'value': 1}}))",
      command: command, ["input": .text(input), "properties": .map(["value": .text("eV")])])
    // A SMILES with what a shell would read as its own.
    #expect(try await program.result(of: "C(C#N)/C=C/Cl").get().values == ["value": 1])
  }

  @Test func theAnswerMayStandInAFile() async throws {
    let settings: CalculatorSettings = [
      "input": .text("smiles"), "output": .text("result.json"), "properties": .map(["value": .text("eV")]),
    ]
    let python = "print('chatter')\nopen('result.json', 'w').write('{\"properties\": {\"value\": 2}}')"
    let program = try ScriptedProgram("command", python: python, settings)
    #expect(try await program.result().get().values == ["value": 2])
    let silent = try ScriptedProgram("command", python: "print('chatter')", settings)
    #expect(try await silent.failure()?.message.contains("wrote no file 'result.json'") == true)
  }

  @Test func whatAnAnswerInAFileSaysCountsMoreThanTheStatus() async throws {
    let settings: CalculatorSettings = [
      "input": .text("smiles"), "output": .text("result.json"), "properties": .map(["value": .text("eV")]),
    ]
    func failure(_ answer: String) async throws -> CalculationFailure? {
      try await ScriptedProgram(
        "command", python: "open('result.json', 'w').write('\(answer)')\nexit(3)", settings
      ).failure()
    }
    #expect(
      try await failure(#"{"error": "no parameters", "failure_class": "input"}"#)?.message
        == "python3 program.py says: no parameters")
    #expect(try await failure(#"{"properties": {"value": 1}}"#)?.message.contains("exit status 3") == true)
    #expect(
      try await failure(#"{"error": null, "properties": {"value": 1}}"#)?.message.contains("exit status 3") == true)
  }

  @Test func anErrorOfNullIsNone() async throws {
    let python = "print('{\"error\": null, \"properties\": {\"value\": 1}}')"
    let settings: CalculatorSettings = ["input": .text("smiles"), "properties": .map(["value": .text("eV")])]
    #expect(try await ScriptedProgram("command", python: python, settings).result().get().values == ["value": 1])
    let failed = try ScriptedProgram("command", python: python + "; exit(3)", settings)
    #expect(try await failed.failure()?.message.contains("ended with exit status 3") == true)
  }

  @Test func whereTheAnswerStandsIsAPartOfTheProtocol() throws {
    func protocolJSON(_ output: String?) throws -> String {
      var settings: CalculatorSettings = [
        "command": .list([.text("true")]), "input": .text("smiles"), "properties": .map(["value": .text("eV")]),
      ]
      settings.values["output"] = output.map { .text($0) }
      return try Calculators.make(name: "command", CalculatorSetup(settings)).calculationProtocol.json
    }
    #expect(try Set([nil, "a.json", "b.json"].map { try protocolJSON($0) }).count == 3)
  }

  @Test func theConformerOfLowestEnergyCountsAndItsUncertaintyAddsToTheSpread() async throws {
    let program = try ScriptedProgram(
      "command",
      python: """
        import json, os
        k = int(os.getcwd()[-1])
        print(json.dumps({"properties": {"energy": [0, -1, -3, -2][k], "value": 10.0 * k}, "uncertainties": {"value": 1}}))
        """,
      [
        "input": .text("xyz"), "conformers": .number(3),
        "properties": .map(["value": .text("eV"), "energy": .text("Eh")]),
      ])
    let result = try await program.result(of: "CCCCCCO").get()
    #expect(result.values == ["value": 20, "energy": -3])
    // Of 10, 20, 30 the deviation is 10; and 1 is the program's own.
    #expect(abs((result.spreads["value"] ?? 0) - 101.0.squareRoot()) < 1e-12)
  }

  /// Scripts that answer nonsense, the class that comes of each, and words that the sentence must have.
  private static let nonsense: [(String, FailureClass, String)] = [
    ("print('4.2 eV')", .unknown, "print that to standard error"),
    ("print('{\"properties\": {\"value\": NaN}}')", .unknown, "has nan as 'value', which is not a number"),
    ("import json; print(json.dumps({'properties': {'value': float('inf')}}))", .unknown, "has inf as 'value'"),
    ("print('{\"properties\": {\"gap\": 1}}')", .unknown, "has no property 'value'; it has: gap"),
    ("print('{\"properties\": {\"value\": \"4.2\"}}')", .unknown, "has the text \"4.2\" as 'value'"),
    ("print('hello'); print('{\"properties\": {\"value\": 1}}')", .unknown, "print that to standard error"),
    ("print('{\"properties\": {\"value\": 1}}\\n' * 2)", .unknown, "gave more than one answer"),
    ("pass", .unknown, "gave no answer"),
    ("print('{\"properties\": {\"va')", .unknown, "is cut short"),
    ("import nonexistent_module", .resource, "ended with exit status 1"),
    ("print('{\"properties\": {\"value\": 1}}'); exit(3)", .unknown, "ended with exit status 3"),
    ("print('{\"error\": \"no parameters\", \"failure_class\": \"input\"}'); exit(3)", .input, "says: no parameters"),
    ("import os; os.kill(os.getpid(), 9)", .random, "was ended by signal 9"),
    ("print('{\"smiles\": \"CO\", \"properties\": {\"value\": 1}}')", .topologyChanged, "'CCO' was asked"),
    ("while True: print('x' * 1000, flush=True)", .resource, "wrote more than 65536 bytes"),
  ]

  @Test(arguments: nonsense)
  func nonsenseIsAFailureWithASentence(python: String, failureClass: FailureClass, words: String) async throws {
    let program = try ScriptedProgram(
      "command", python: python, ["input": .text("smiles"), "properties": .map(["value": .text("eV")])])
    let failure = try await program.failure(executor: LocalExecutor(outputLimitBytes: 1 << 16))
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    #expect(failure?.message.contains("python3 program.py") == true)
  }

  @Test func whatThePythonInterpreterSaysIsTheEvidence() async throws {
    let program = try ScriptedProgram(
      "command", python: "import nonexistent_module",
      ["input": .text("smiles"), "properties": .map(["value": .text("eV")])])
    #expect(try await program.failure()?.evidence.contains("No module named 'nonexistent_module'") == true)
  }

  @Test func neverAnsweringEndsAtTheTimeLimit() async throws {
    let program = try ScriptedProgram(
      "command", python: "import signal; signal.pause()",
      ["input": .text("smiles"), "time_limit": .number(0.3), "properties": .map(["value": .text("eV")])])
    #expect(try await program.failure()?.failureClass == .timeout)
  }

  @Test func theEnvironmentIsTheFilesAndNotOurs() async throws {
    let program = try ScriptedProgram(
      "command",
      python: """
        import json, os
        print(json.dumps({"properties": {"value": 1}, "notes": [os.environ["OMP_NUM_THREADS"], os.environ["MINE"],
                          os.environ.get("LOGNAME", "none")]}))
        """,
      [
        "input": .text("smiles"), "environment": .map(["MINE": .text("x")]),
        "properties": .map(["value": .text("eV")]),
      ])
    #expect(try await program.result().get().notes == ["1", "x", "none"])
  }

  @Test(arguments: [nil, "2.0"] as [String?])
  func aChangedScriptIsAChangedVersionWhateverIsStated(stated: String?) async throws {
    var settings: CalculatorSettings = ["properties": .map(["value": .text("eV")])]
    settings.values["version"] = stated.map { .text($0) }
    let program = try ScriptedProgram(
      "command", python: "pass", command: ["python3", "program.py", "{smiles}"], settings)
    let before = try await program.calculator.version(on: LocalExecutor())
    #expect(try await program.calculator.version(on: LocalExecutor()) == before)
    #expect(before.hasPrefix("2.0 ") == (stated != nil))
    _ = try program.scratch.write("print()", to: "program.py")
    #expect(try await program.calculator.version(on: LocalExecutor()) != before)
  }

  private static let refused: [(CalculatorSettings, String)] = [
    ([:], "'command'"),
    (["command": .list([.text("true")])], "'input'"),
    (["command": .text("python3 score.py {xyz}")], #"a list of words: [python3, score.py, "{xyz}"]"#),
    (["command": .list([.text("true"), .text("{xzy}")])], "without '{xzy}': here it may have {charge}, {json}"),
    (["command": .list([.text("true"), .text("{xyz}")])], "'properties'"),
    (["command": .list([.text("true"), .text("{xzy}")]), "input": .text("xyz")], "without '{xzy}'"),
    (
      ["command": .list([.text("true"), .text("{xyz}")]), "properties": .map(["gap": .text("kcal/mol")])], "'gap' in eV"
    ),
    (
      [
        "command": .list([.text("true"), .text("{xyz}")]), "properties": .map(["gap": .text("eV")]),
        "conformers": .number(4),
      ], "1 unless 'energy'"
    ),
    (
      [
        "command": .list([.text("true"), .text("{xyz}")]), "output": .text("../x"),
        "properties": .map(["a": .text("")]),
      ],
      "'output'"
    ),
    (
      [
        "command": .list([.text("true"), .text("{smiles}")]), "conformers": .number(1),
        "properties": .map(["a": .text("b")]),
      ],
      "'conformers'"
    ),
    (
      [
        "command": .list([.text("true"), .text("{xyz}"), .text("{unpaired}")]), "charge": .number(1),
        "properties": .map(["a": .text("b")]),
      ],
      "left out if the command has no {charge}"
    ),
    (
      [
        "command": .list([.text("true"), .text("{smiles}")]), "unpaired": .number(2),
        "properties": .map(["a": .text("b")]),
      ],
      "left out if the command has no {unpaired}"
    ),
  ]

  @Test(arguments: refused)
  func senselessSettingsAreRefused(settings: CalculatorSettings, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) {
      try Calculators.make(name: "command", CalculatorSetup(settings))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}
