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
    /// Other settings, each of which changes values.
    var different: [CalculatorSettings] = []
    /// Whether it was written for one program whose messages it can read.
    var knowsItsProgram = true
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
        answer({"version": 1, "payload": {"repulsion": [len(line.strip()) / 8 for line in sys.stdin]}})
    elif sys.argv[1] == "worker":
        for line in sys.stdin:
            q = json.loads(line)
            answer({"id": q["id"], "properties": {"repulsion": repulsion(q.get("coordinates", [0, 0, 0, 1, 2, 2]))}})
    elif sys.argv[1] == "qcschema":
        for line in sys.stdin:
            q = json.loads(line)
            answer(dict(q, schema_name="qcschema_output", success=True, properties={},
                        return_result=repulsion(q["molecule"]["geometry"])))
    elif sys.argv[1] == "smiles":
        answer({"smiles": sys.argv[2], "properties": {"repulsion": len(sys.argv[2]) / 8}})
    elif sys.argv[1] == "json":
        q = json.load(open(sys.argv[2]))
        answer({"id": q["id"], "properties": {"repulsion": repulsion(q["coordinates"])}})
    else:
        lines = open(sys.argv[1]).read().splitlines()[1:]
        values = {"repulsion": repulsion([float(x) for line in lines[1:] for x in line.split()[1:]])}
        if len(sys.argv) > 2:
            sys.stdout = open(sys.argv[2], "w")
        answer({"smiles": lines[0], "properties": values})
    """

  private static func command(_ program: String, _ arguments: [String]) -> CalculatorSettings {
    ["command": .list(([program, "repulsion.py"] + arguments).map { .text($0) })]
  }

  private static func settings(_ arguments: String...) -> CalculatorSettings {
    command("python3", arguments).with(["properties": .map(["repulsion": .text("1/Å")])])
  }

  private static func missing(_ arguments: String...) -> CalculatorSettings {
    command("/nonexistent/python3", arguments)
  }

  private static let schemaSettings: CalculatorSettings = command("python3", ["qcschema"]).with([
    "model": .map(["method": .text("point charges")]),
    "properties": .map(["repulsion": .map(["path": .text("return_result"), "unit": .text("1/bohr")])]),
  ])

  /// A case of the user's own program: another command, unit or variable is another program.
  private static func own(
    _ program: String, _ variant: String, _ settings: CalculatorSettings, missing: CalculatorSettings,
    different: [CalculatorSettings] = [], notApplicable: [CalculatorQuestion: String] = [:]
  ) -> Case {
    Case(
      program: program, variant: variant, settings: settings, missing: missing,
      different: [["environment": .map(["CHARGE": .text("2")])], ["version": .text("2")]] + different,
      knowsItsProgram: false, notApplicable: notApplicable, files: ["repulsion.py": repulsion])
  }

  private static let noGeometry = "The program is given no geometry."

  static let cases: [Case] = [
    Case(
      program: "xtb", settings: ["conformers": .number(1)], missing: ["executable": .text("/nonexistent/xtb")],
      different: [
        ["method": .text("GFN1")], ["method": .text("GFN-FF")], ["preoptimization": .text("GFN-FF")],
        ["optimization": .text("tight")], ["solvent": .text("water")], ["conformers": .number(2)],
        ["properties": .list([.text("ip")])], ["charge": .number(1)], ["unpaired": .number(2)],
      ]),
    Case(
      program: "xtb", variant: "GFN1, 3 conformers", settings: ["method": .text("GFN1"), "conformers": .number(3)],
      missing: ["executable": .text("no-such-xtb")], different: [["conformers": .number(2)]]),
    Case(
      program: "xtb", variant: "GFN-FF", settings: ["method": .text("GFN-FF"), "conformers": .number(1)],
      missing: ["executable": .text("no-such-xtb")], different: [["optimization": .text("none")]]),
    Case(
      program: "xtb", variant: "quick, in water", settings: ["protocol": .text("quick"), "solvent": .text("water")],
      missing: ["executable": .text("no-such-xtb")],
      different: [["solvation": .text("GBSA")], ["solvent": .text("methanol")]]),
    Case(
      program: "xtb", variant: "ionise, vibrate, fukui",
      settings: [
        "conformers": .number(1),
        "properties": .list([.text("ip"), .text("free_energy"), .text("fukui_plus")]),
      ], missing: ["executable": .text("no-such-xtb")],
      different: [["properties": .list([.text("ip")])]]),
    Case(
      program: "libxtb", settings: ["conformers": .number(1)],
      different: [
        ["method": .text("GFN1")], ["solvent": .text("water")], ["conformers": .number(2)],
        ["properties": .list([.text("gap")])], ["charge": .number(1)], ["unpaired": .number(2)],
      ], notApplicable: [.missingProgram: "Its program is a part of Cohobate."]),
    Case(
      program: "libxtb", variant: "GFN-FF", settings: ["method": .text("GFN-FF")],
      different: [["method": .text("GFN2")]],
      notApplicable: [.missingProgram: "Its program is a part of Cohobate."]),
    Case(
      program: "libxtb", variant: "2 conformers, the gap alone",
      settings: ["properties": .list([.text("gap")]), "conformers": .number(2)],
      different: [["properties": .list([.text("gap"), .text("dipole")])]],
      notApplicable: [.missingProgram: "Its program is a part of Cohobate."]),
    Case(
      program: "mopac", settings: ["conformers": .number(1)], missing: ["executable": .text("/nonexistent/mopac")],
      different: [
        ["method": .text("PM6")], ["optimization": .text("precise")], ["permittivity": .number(78.4)],
        ["conformers": .number(2)], ["charge": .number(1)], ["unpaired": .number(2)],
      ]),
    Case(
      program: "mopac", variant: "PM6", settings: ["method": .text("PM6"), "conformers": .number(1)],
      missing: ["executable": .text("/nonexistent/mopac")], different: [["method": .text("PM7")]]),
    Case(
      program: "mopac", variant: "PM6-D3H4, 2 conformers",
      settings: ["method": .text("PM6-D3H4"), "conformers": .number(2)],
      missing: ["executable": .text("no-such-mopac")], different: [["method": .text("PM6")]]),
    own(
      "command", "", settings("{xyz}"), missing: missing("{xyz}"),
      different: [
        settings("{xyz}", "result.json"), settings("{xyz}").with(["output": .text("result.json")]),
        settings("{xyz}", "{charge}").with(["charge": .number(1)]),
        settings("{xyz}", "{unpaired}").with(["unpaired": .number(2)]),
      ]),
    own(
      "command", "output", settings("{xyz}", "result.json").with(["output": .text("result.json")]),
      missing: missing("{xyz}"), different: [["output": .text("other.json")]]),
    own(
      "command", "SMILES", settings("smiles", "{smiles}"), missing: missing("smiles", "{smiles}"),
      notApplicable: [.brokenGeometry: noGeometry]),
    own(
      "command", "JSON", settings("json", "{json}").with(["conformers": .number(1)]),
      missing: missing("json", "{json}"), different: [["conformers": .number(0)]]),
    own("worker", "", settings("worker"), missing: missing("worker"), different: [["conformers": .number(0)]]),
    own(
      "worker", "without geometry", settings("worker").with(["conformers": .number(0)]), missing: missing("worker"),
      different: [["conformers": .number(1)]], notApplicable: [.brokenGeometry: noGeometry]),
    own(
      "qcschema", "", schemaSettings, missing: missing("qcschema"),
      different: [["model": .map(["method": .text("charges")])]]),
    own(
      "qcschema", "persistent", schemaSettings.with(["persistent": .flag(true)]), missing: missing("qcschema"),
      different: [["keywords": .map(["charge": .number(2)])]]),
    own(
      "reinvent", "", settings("reinvent"), missing: missing("reinvent"),
      notApplicable: [
        .brokenGeometry: "A scorer of REINVENT is given no geometry.",
        .anotherMolecule: "A scorer of REINVENT does not say what it scored.",
      ]),
    Case(
      program: "by-hand", settings: ["properties": .map(["yield": .text("%")])], good: [],
      notApplicable: .all(
        of: [.settings] + CalculatorQuestion.ofMolecules + CalculatorQuestion.ofPrograms,
        because: "People give the values.")),
    Case(
      program: "table", settings: ["file": .text("values.csv")],
      notApplicable: .all(
        of: [.settings] + CalculatorQuestion.ofPrograms,
        because: "A table runs no program, and nothing of it is kept elsewhere."),
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
    defer { withExtendedLifetime(scratch) {} }
    return try await adapter.suite(in: scratch) { try Calculators.make(name: adapter.program, $0) }.answers()
  }
}

extension AdapterConformanceTests.Case {
  /// The suite for this case, with its files and attempts in a folder.
  func suite(
    in scratch: Scratch, make: (CalculatorSetup) throws -> any Calculator
  ) throws -> CalculatorConformance {
    for (name, contents) in files { _ = try scratch.write(contents, to: name) }
    func changed(_ others: CalculatorSettings = [:]) throws -> any Calculator {
      try make(CalculatorSetup(settings.with(others), relativeTo: scratch.path))
    }
    return CalculatorConformance(
      calculator: try changed(), equal: try changed(), missing: try missing.map { try changed($0) },
      different: try different.map { try changed($0) },
      alike: different.isEmpty ? [] : [try changed(["time_limit": .number(17)])],
      knowsItsProgram: knowsItsProgram,
      good: try good.map { try Molecule(smiles: $0) }, notApplicable: notApplicable,
      workdir: "\(scratch.path)/attempts")
  }
}

extension CalculatorSettings {
  /// The settings with others in place of their own.
  fileprivate func with(_ others: CalculatorSettings) -> CalculatorSettings {
    CalculatorSettings(values.merging(others.values) { _, new in new })
  }
}
