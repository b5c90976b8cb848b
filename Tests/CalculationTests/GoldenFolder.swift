import Calculation
import Chemistry
import Foundation
import Testing

/// A recorded run under `Golden/`, of xtb where nothing else is said, and what is to be made of it.
struct GoldenFolder: CustomTestStringConvertible {
  let name: String

  struct Failure: Decodable {
    let failureClass: FailureClass
    let message: String
    let evidenceContains: String
  }

  static let all = folders(in: "")

  /// The folders below one, in order.
  static func folders(in folder: String) -> [GoldenFolder] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.filter { $0.first?.isNumber == true }.sorted().map { GoldenFolder(name: folder + $0) }
  }

  private static let root = Bundle.module.bundlePath + "/Golden"

  var testDescription: String { name }

  func text(_ file: String) -> String? {
    try? String(contentsOfFile: "\(Self.root)/\(name)/\(file)", encoding: .utf8)
  }

  func required(_ file: String) throws -> String {
    try String(contentsOfFile: "\(Self.root)/\(name)/\(file)", encoding: .utf8)
  }

  func calculator() throws -> XTBCalculator {
    guard let settings = text("input/settings.json") else { return XTBCalculator() }
    let values = try JSONDecoder().decode(CalculatorSettings.self, from: Data(settings.utf8))
    return XTBCalculator(settings: try XTBSettings(values))
  }

  private static let collected = [
    "xtbout.json", "xtbopt.xyz", "wbo", "gfnff_charges", "gfnff_lists.json", "xtbhess.xyz",
  ]

  /// The step of the protocol that the run belongs to, where it is not the only one.
  var step: String? { text("input/step")?.trimmingCharacters(in: .whitespacesAndNewlines) }

  func bonds() throws -> [Geometry.Bond] {
    try required("input/bonds").split(separator: "\n").map { line in
      let fields = line.split(separator: " ")
      return Geometry.Bond(
        first: try #require(Int(fields[0])) - 1, second: try #require(Int(fields[1])) - 1,
        order: try #require(Double(fields[2])))
    }
  }

  func request() throws -> AttemptRequest {
    let smiles = try required("input/molecule.smi").trimmingCharacters(in: .whitespacesAndNewlines)
    return AttemptRequest(
      number: 1, step: try step ?? (calculator().settings.optimisation == .none ? "calculate" : "optimise"),
      molecule: try Molecule(smiles: smiles),
      geometry: try Geometry(xyz: required("input/molecule.xyz"), bonds: bonds()), executable: "/usr/bin/xtb",
      arguments: [], environment: [:], files: [], timeLimitSeconds: 60,
      collect: Self.collected)
  }

  func output() throws -> AttemptOutput { try output(with: Self.collected) }

  func output(with collected: [String]) throws -> AttemptOutput {
    let status = try #require(try required("output/termination").split(whereSeparator: \.isWhitespace).last)
    var files: [String: String] = [:]
    for name in collected { files[name] = text("output/\(name)") }
    return AttemptOutput(
      termination: .exited(try #require(Int32(status))), standardOutput: try required("output/stdout"),
      standardError: try required("output/stderr"), files: files)
  }

  func expectedValues() throws -> [String: Double]? {
    try text("expected/values.json").map { try JSONDecoder().decode([String: Double].self, from: Data($0.utf8)) }
  }

  func expectedFailure() throws -> Failure? {
    try text("expected/failure.json").map { try JSONDecoder().decode(Failure.self, from: Data($0.utf8)) }
  }
}
