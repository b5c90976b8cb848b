import Calculation
import Chemistry
import CohobateTesting
import Testing

/// Every calculator of the register goes through the conformance suite, with its real program.
///
/// A calculator without a case here fails. `swift test --attachments-path FOLDER` leaves the table of all answers there.
@Suite struct AdapterConformanceTests {
  /// What the suite needs to know of a calculator.
  struct Case: Sendable {
    /// The name in the register.
    let program: String
    /// What tells it from other cases of the same calculator.
    var variant = ""
    var settings: CalculatorSettings = [:]
    /// What is set otherwise so that its program is not there.
    var missing: CalculatorSettings?
    /// The properties that are asked for.
    var wanted: [String] = []
    /// Molecules that it must be able to calculate: neutral ones, radicals, ions.
    var good = ["CCO", "[CH3]", "CC(=O)[O-]", "C[NH3+]"]
    var notApplicable: [CalculatorQuestion: String] = [:]
    /// Files that the settings name, by name.
    var files: [String: String] = [:]

    var title: String { variant.isEmpty ? program : "\(program) (\(variant))" }
  }

  /// A program for all ways to talk to one: the sum of 1 / distance over all pairs of atoms, in whatever unit.
  private static let repulsion = """
    import json, math, sys
    def repulsion(x):
        atoms = [x[i:i + 3] for i in range(0, len(x), 3)]
        return sum(1 / math.dist(a, b) for i, a in enumerate(atoms) for b in atoms[:i]) / (len(atoms) > 0)
    def answer(values):
        print(json.dumps(values), flush=True)
    if sys.argv[1] == "reinvent":
        answer({"version": 1, "payload": {"repulsion": [len(line.strip()) for line in sys.stdin]}})
    elif sys.argv[1] == "worker":
        for line in sys.stdin:
            q = json.loads(line)
            answer({"id": q["id"], "properties": {"repulsion": repulsion(q["coordinates"])}})
    elif sys.argv[1] == "qcschema":
        for line in sys.stdin:
            q = json.loads(line)
            answer(dict(q, schema_name="qcschema_output", success=True, properties={},
                        return_result=repulsion(q["molecule"]["geometry"])))
    else:
        lines = open(sys.argv[1]).read().splitlines()[2:]
        answer({"properties": {"repulsion": repulsion([float(x) for line in lines for x in line.split()[1:]])}})
    """

  private static func command(_ program: String, _ argument: String) -> CalculatorSettings.Value {
    .list([.text(program), .text("repulsion.py"), .text(argument)])
  }

  private static func settings(_ argument: String) -> CalculatorSettings {
    ["command": command("python3", argument), "properties": .map(["repulsion": .text("1/Å")])]
  }

  private static let schemaSettings: CalculatorSettings = [
    "command": command("python3", "qcschema"), "model": .map(["method": .text("point charges")]),
    "properties": .map(["repulsion": .map(["path": .text("return_result"), "unit": .text("1/bohr")])]),
  ]

  private static func missing(_ argument: String) -> CalculatorSettings {
    ["command": command("/nonexistent/python3", argument)]
  }

  static let cases: [Case] = [
    Case(program: "xtb", settings: ["conformers": .number(1)], missing: ["executable": .text("/nonexistent/xtb")]),
    Case(
      program: "xtb", variant: "GFN1, 3 conformers", settings: ["method": .text("GFN1"), "conformers": .number(3)],
      missing: ["executable": .text("no-such-xtb")]),
    Case(
      program: "libxtb", settings: ["conformers": .number(1)],
      notApplicable: [.missingProgram: "Its program is a part of Cohobate."]),
    Case(program: "mopac", settings: ["conformers": .number(1)], missing: ["executable": .text("/nonexistent/mopac")]),
    Case(
      program: "mopac", variant: "PM6", settings: ["method": .text("PM6"), "conformers": .number(1)],
      missing: ["executable": .text("/nonexistent/mopac")]),
    Case(
      program: "mopac", variant: "PM6-D3H4, 2 conformers",
      settings: ["method": .text("PM6-D3H4"), "conformers": .number(2)], missing: ["executable": .text("no-such-mopac")]
    ),
    Case(
      program: "command", settings: Self.settings("{xyz}"), missing: Self.missing("{xyz}"),
      files: ["repulsion.py": Self.repulsion]),
    Case(
      program: "worker", settings: Self.settings("worker"), missing: Self.missing("worker"),
      files: ["repulsion.py": Self.repulsion]),
    Case(
      program: "qcschema", settings: Self.schemaSettings, missing: Self.missing("qcschema"),
      files: ["repulsion.py": Self.repulsion]),
    Case(
      program: "qcschema", variant: "persistent",
      settings: CalculatorSettings(Self.schemaSettings.values.merging(["persistent": .flag(true)]) { $1 }),
      missing: Self.missing("qcschema"), files: ["repulsion.py": Self.repulsion]),
    Case(
      program: "reinvent", settings: Self.settings("reinvent"), missing: Self.missing("reinvent"),
      notApplicable: [.brokenGeometry: "A scorer of REINVENT is given no geometry."],
      files: ["repulsion.py": Self.repulsion]),
    Case(
      program: "by-hand", settings: ["properties": .map(["yield": .text("%")])], good: [],
      notApplicable: .all(
        of: CalculatorQuestion.ofMolecules + CalculatorQuestion.ofPrograms, because: "People give the values.")),
    Case(
      program: "table", settings: ["file": .text("values.csv")],
      notApplicable: .all(of: CalculatorQuestion.ofPrograms, because: "A table runs no program."),
      files: [
        "values.csv": "smiles,gap,energy\nCCO,12.9,-11.4\n[CH3],12.5,-3.6\nCC(=O)[O-],5.3,-14.2\nC[NH3+],13.5,-7.3\n"
      ]),
  ]

  @Test func everyCalculatorHasACase() {
    var programs: [String] = []
    for program in Self.cases.map(\.program) where programs.last != program { programs.append(program) }
    #expect(programs == Calculators.all.map(\.name))
  }

  @Test func everyCalculatorAnswersEveryQuestion() async throws {
    typealias Answers = [CalculatorQuestion: CalculatorAnswer]
    let given = try await withThrowingTaskGroup(of: (Int, Answers).self) { group in
      for (place, adapter) in Self.cases.enumerated() {
        group.addTask { (place, try await answers(of: adapter)) }
      }
      return try await group.reduce(into: [Int: Answers]()) { $0[$1.0] = $1.1 }
    }
    let rows = Self.cases.enumerated().map { (name: $1.title, answers: given[$0] ?? [:]) }
    Attachment.record(conformanceTable(rows), named: "conformance.md")
    for (name, answers) in rows {
      for question in CalculatorQuestion.allCases {
        switch answers[question] {
        case .right, .notApplicable: break
        case .wrong(let sentences): Issue.record("\(name), \(question.rawValue): \(sentences)")
        case nil: Issue.record("\(name) was not asked about \(question.rawValue).")
        }
      }
    }
  }

  private func answers(of adapter: Case) async throws -> [CalculatorQuestion: CalculatorAnswer] {
    let scratch = try Scratch()
    for (name, contents) in adapter.files { _ = try scratch.write(contents, to: name) }
    func make(_ changed: CalculatorSettings = [:]) throws -> any Calculator {
      let settings = CalculatorSettings(adapter.settings.values.merging(changed.values) { _, new in new })
      let setup = CalculatorSetup(settings, relativeTo: scratch.path, wanted: adapter.wanted)
      return try Calculators.make(name: adapter.program, setup)
    }
    let suite = CalculatorConformance(
      calculator: try make(), equal: try make(), missing: try adapter.missing.map { try make($0) },
      good: try adapter.good.map { try Molecule(smiles: $0) }, notApplicable: adapter.notApplicable,
      workdir: "\(scratch.path)/attempts")
    return await suite.answers()
  }
}
