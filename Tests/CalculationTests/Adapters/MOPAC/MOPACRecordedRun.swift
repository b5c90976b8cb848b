import Calculation
import Chemistry
import Foundation
import Testing

/// A recorded run of MOPAC under `Golden/mopac`.
struct MOPACRecordedRun: CustomTestStringConvertible {
  let folder: GoldenFolder

  static let all = GoldenFolder.folders(in: "mopac/").map(MOPACRecordedRun.init)

  static func named(_ name: String) throws -> MOPACRecordedRun {
    try #require(all.first { $0.folder.name == "mopac/\(name)" })
  }

  var testDescription: String { folder.name }

  func calculator() throws -> MOPACCalculator {
    guard let settings = folder.text("input/settings.json") else { return MOPACCalculator() }
    let values = try JSONDecoder().decode(CalculatorSettings.self, from: Data(settings.utf8))
    return MOPACCalculator(settings: try MOPACSettings(values))
  }

  /// The request that Cohobate would have made, with the geometry that stands in its file.
  func request() throws -> AttemptRequest {
    let text = try folder.required("input/molecule.mop")
    let atoms = text.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
    let geometry = try Geometry(
      elements: atoms.map { String($0[0]) },
      coordinates: atoms.flatMap { [$0[1], $0[3], $0[5]].compactMap(Double.init) },
      bonds: folder.bonds())
    let smiles = try folder.required("input/molecule.smi").trimmingCharacters(in: .whitespacesAndNewlines)
    return AttemptRequest(
      number: 1, molecule: try Molecule(smiles: smiles), geometry: geometry, executable: "/usr/bin/mopac",
      arguments: [],
      environment: [:], files: [.init(name: "molecule.mop", contents: text)], timeLimitSeconds: 60)
  }

  func output() throws -> AttemptOutput {
    try folder.output(with: ["molecule.out", "molecule.arc", "molecule.aux"])
  }

  func verdict() throws -> Result<AttemptResult, CalculationFailure> {
    try calculator().parse(output(), of: request())
  }
}
