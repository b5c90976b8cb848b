package import CachedCalculation
package import Campaign
package import CampaignFile
import Chemistry
package import Files
import Foundation
import MolecularDesign
package import Reports
import Stores
import Synchronization

/// A campaign in a folder of its own, on a table of made-up values: chains of carbon with an atom at each end.
package final class SmallCampaign: Sendable {
  package let folder: String
  package var paths: CampaignPaths { CampaignPaths(file: folder + "/small.yaml") }
  package var resources: ComputeResources { ComputeResources(jobs: 2, workdir: folder + "/Workdir") }

  /// Writes the campaign's file, its table and its corpus.
  package init(
    _ text: String = SmallCampaign.text(), table: [String] = SmallCampaign.chains,
    corpus: [String] = SmallCampaign.learntChains
  ) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "cohobate-campaign-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
    try write(text, to: "small.yaml")
    try write(
      "smiles,gap,dipole\n"
        + table.map { "\($0),\(Self.gap(of: $0)),\(Self.dipole(of: $0))\n" }.joined(), to: "values.csv")
    try write(corpus.joined(separator: "\n") + "\n", to: "corpus.smi")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  package func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  /// The names of the files in the folder.
  package var files: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } }

  @discardableResult
  package func run(tell: @escaping @Sendable (CampaignEvent) -> Void = { _ in }) async throws(CampaignError)
    -> StatusReport
  {
    try await CampaignController.run(paths, on: resources, tell: tell)
  }

  /// Runs it, and gives all that it told.
  package func events() async throws -> [CampaignEvent] {
    let events = Mutex<[CampaignEvent]>([])
    try await run { event in events.withLock { $0.append(event) } }
    return events.withLock { $0 }
  }

  /// What a run that is refused says; nil where it is not refused.
  package func refusal() async -> CampaignError? {
    do {
      try await run()
      return nil
    } catch {
      return error
    }
  }

  /// All rows of the record, times aside.
  package func rows() throws -> [String] { try CampaignStore.openReadOnly(at: paths.database).dumpRows() }

  package func specification() throws -> Specification { try CampaignFile(path: paths.file).specification }

  package func designer() throws -> IterationDesigner {
    let specification = try specification()
    return try IterationDesigner(specification: specification, molecules: CampaignMolecules(specification))
  }

  // MARK: The file

  /// A campaign file; `extra` lines stand near its end. The standard model is fitted several times as fast as the default;
  /// without `surrogate` there is no such key.
  package static func text(
    objectives: String = "[{property: gap, window: [6.0, 7.0]}]", molecules: String = "{heavy_atoms: [1, 10]}",
    budget: String = "{calculations: 24, initial: 8, batch: 4}", extra: String = "",
    surrogate: String? = "{model: standard, library: none}"
  ) -> String {
    """
    name: small
    seed: 11
    objectives: \(objectives)
    molecules: \(molecules)
    calculator: {program: table, file: values.csv}
    corpus: corpus.smi
    design: {particles: 40, steps: 4, candidates: 60}
    budget: \(budget)
    \(extra)
    \(surrogate.map { "surrogate: \($0)" } ?? "")

    """
  }

  // MARK: The molecules

  /// Canonical SMILES of the chains that have a value.
  package static let chains: [String] = {
    let ends = ["C", "N", "O", "F", "S", "Cl"]
    var seen: Set<String> = []
    var chains: [String] = []
    for length in 1...6 {
      for first in ends {
        for last in ends {
          let text = first + String(repeating: "C", count: length) + last
          guard let smiles = try? Molecule(smiles: text).smiles, seen.insert(smiles).inserted else { continue }
          chains.append(smiles)
        }
      }
    }
    return chains
  }()

  /// Every other chain: what the language model learns from.
  package static let learntChains = chains.indices.filter { $0 % 2 == 0 }.map { chains[$0] }

  package static func gap(of smiles: String) -> Double {
    12 - 0.5 * Double(smiles.count { $0 == "C" }) - Double(smiles.count { $0 == "O" || $0 == "S" })
      - 0.5 * Double(smiles.count { $0 == "N" })
  }

  package static func dipole(of smiles: String) -> Double {
    0.25 + Double(smiles.count { "NO".contains($0) }) + 0.5 * Double(smiles.count { $0 == "F" })
  }
}
