import Calculation
import CampaignFile
import Chemistry
import Foundation

/// Campaign files.
struct CampaignFileReader: FuzzedReader {
  static let words = [
    "&a ", "*a", "? ", "!!int ", "!x ", "[", "]", "{", "}", "- ", ": ", "|\n", ">\n", "# ", "\t", "null", "~", "true",
    "---\n", "...\n",
    "<<: ", "policy: random\n", "window: [1, 2]", "goal: maximize", "near: 1\n    tolerance: 0.1",
    "expression: gap / homo", "\"\\u0000\"",
  ]
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    examples = [
      """
      name: quickstart
      seed: 1
      objectives:
        - property: gap
          window: [1.0, 2.5]
        - property: homo
          goal: minimize
      molecules:
        elements: [C, H, N, O]
        heavy_atoms: [4, 20]
      calculator:
        program: xtb
        protocol: quick
        conformers: 1
      surrogate: {model: fingerprints}
      acquisition: log-expected-improvement
      design: {particles: 100, steps: 5, candidates: 50}
      budget: {calculations: 40, initial: 10, batch: 5, hits: 5}

      """,
      """
      name: c
      seed: 18446744073709551615
      objectives: [{property: v, window: [null, 3]}]
      calculator:
        program: command
        command: [/bin/sh, -c, "echo 1", "{xyz}"]
        properties: {v: {unit: eV, summary: a value}}
        environment: {A: b}
        time_limit: 1e2
      budget: {calculations: 10}

      """,
      """
      name: q
      seed: 3
      objectives: [{property: e, goal: minimize}]
      calculator:
        program: qcschema
        command: [/bin/cat]
        model: {method: PM7}
        keywords: {a: [1, {b: 2}]}
        properties: {e: {path: return_result, unit: Eh, factor: -1.5}}
      budget: {calculations: 10}

      """,
    ].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    let file = try CampaignFile(path: "campaign.yaml", text: String(decoding: bytes, as: UTF8.self))
    _ = try file.calculator()
  }
}

/// Lets a calculator read the answer of a program.
private struct Answering {
  private let calculator: any Calculator
  private let request: AttemptRequest

  init(_ name: String, _ settings: CalculatorSettings) throws {
    calculator = try Calculators.make(name: name, CalculatorSetup(settings))
    guard case .attempts(let requests) = calculator.plan(for: try Molecule(smiles: "CO")), let request = requests.first
    else {
      throw FuzzError("The calculator '\(name)' asks nothing.")
    }
    self.request = request
  }

  /// The question in QCSchema.
  var question: String { request.standardInput ?? "" }

  func read(_ bytes: [UInt8]) throws {
    _ = try calculator.parse(
      AttemptOutput(termination: .exited(0), standardOutput: String(decoding: bytes, as: UTF8.self)), of: request
    ).get()
  }
}

/// Answers of programs in Cohobate's own JSON.
struct JSONAnswerReader: FuzzedReader {
  static let words = [
    "\"", "{", "}", "[", "]", ",", ":", "null", "true", "\\u", "\\ud800", "NaN", "Infinity", "\"v\": 1", "//", "/*",
  ]
  let examples: [[UInt8]]
  private let answering: Answering

  init(in folder: String) async throws {
    answering = try Answering(
      "command",
      [
        "command": .list([.text("/bin/cat")]), "input": .text("smiles"),
        "properties": .map(["v": .text("eV"), "w": .text("")]),
      ])
    examples = [
      #"{"smiles": "CO", "properties": {"v": 1.25, "w": -3e-5}, "uncertainties": {"v": 0.1}, "notes": ["é\n"]}"#,
      #"{"error": "No parameters for Xe.", "failure_class": "input"}"#,
    ].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws { try answering.read(bytes) }
}

/// Answers of programs in QCSchema.
struct QCSchemaReader: FuzzedReader {
  static let words = JSONAnswerReader.words + ["\"success\": true", "\"real\": [false]", "\"error\": {}"]
  let examples: [[UInt8]]
  private let answering: Answering

  init(in folder: String) async throws {
    answering = try Answering(
      "qcschema",
      [
        "command": .list([.text("/bin/cat")]), "model": .map(["method": .text("PM7")]),
        "properties": .map([
          "e": .map(["path": .text("return_result"), "unit": .text("Eh"), "factor": .number(1e3)]),
          "d": .map(["path": .text("properties.scf_dipole_moment")]),
        ]),
      ])
    let start = answering.question.drop { $0.isWhitespace }.dropFirst()
    examples = [
      Array(
        (#"{"success": true, "return_result": -12.5, "properties": {"scf_dipole_moment": [0, 1, 2e-3]}, "# + start).utf8
      )
    ]
  }

  func read(_ bytes: [UInt8]) async throws { try answering.read(bytes) }
}
