import CachedCalculation
import Calculation
import Campaign
import CampaignFile
import Chemistry
import Foundation
import Reports

/// Caches of calculations.
struct CacheReader: FuzzedReader {
  let examples: [[UInt8]]
  private let path: String
  private let calculator: any Calculator
  private let molecules: [Molecule]

  init(in folder: String) async throws {
    path = "\(folder)/mutant.sqlite"
    calculator = try Calculators.make(
      name: "command",
      CalculatorSetup([
        "command": .list([.text("/bin/cat")]), "input": .text("smiles"), "properties": .map(["v": .text("eV")]),
      ]))
    molecules = try (1...20).map { try Molecule(smiles: String(repeating: "C", count: $0)) }
    let original = "\(folder)/cache.sqlite"
    do {
      let cache = try SharedCache(file: original, calculator: calculator, version: "1")
      for (number, molecule) in molecules.enumerated() {
        let attempt = AttemptRecord(
          number: 1, commandLine: ["/bin/cat"], termination: .exited(0), wallSeconds: 0.25, startedAt: Date(),
          failure: nil, energy: nil)
        let result: Result<CalculationResult, CalculationFailure> =
          number % 5 == 4
          ? .failure(CalculationFailure(.input, "There is no such molecule."))
          : .success(CalculationResult(values: ["v": Double(number) / 3], notes: ["a note"]))
        try cache?.keep(CalculationOutcome(result: result, attempts: [attempt], wallSeconds: 0.5), for: molecule)
      }
    }
    examples = [Array(try Data(contentsOf: URL(filePath: original)))]
  }

  func read(_ bytes: [UInt8]) async throws {
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    try Data(bytes).write(to: URL(filePath: path))
    _ = try CacheReport(file: path)
    let cache = try SharedCache(file: path, calculator: calculator, version: "1")
    for (number, molecule) in molecules.enumerated() {
      guard let outcome = try cache?.outcome(for: molecule) else { continue }
      // A corrupted number must not become a value.
      if let value = try? outcome.result.get().values["v"], value != Double(number) / 3 {
        preconditionFailure("A changed value, \(value), was taken from the cache.")
      }
    }
  }
}

/// Databases of campaigns.
struct CampaignDatabaseReader: FuzzedReader {
  let examples: [[UInt8]]
  private let paths: CampaignPaths
  private let table: Data

  init(in folder: String) async throws {
    let (file, values) = ("\(folder)/campaign.yaml", "\(folder)/values.csv")
    let rows = (1...30).flatMap { length in
      ["O", "N", "F"].enumerated().map {
        String(repeating: "C", count: length) + "\($1),\(Double(length) / 2 + Double($0))\n"
      }
    }
    try Data(("smiles,v\n" + rows.joined()).utf8).write(to: URL(filePath: values))
    try Data(
      """
      name: fuzzed
      seed: 1
      objectives: [{property: v, window: [3, 5]}]
      corpus: values.csv
      calculator: {program: table, file: values.csv}
      design: {particles: 10, steps: 1, candidates: 20, new_molecules: false}
      budget: {calculations: 12, initial: 4, batch: 4}

      """.utf8
    ).write(to: URL(filePath: file))
    let original = CampaignPaths(file: file)
    _ = try await CampaignController.run(original, on: ComputeResources(jobs: 1, workdir: "\(folder)/Workdir"))
    examples = [Array(try Data(contentsOf: URL(filePath: original.database)))]
    paths = CampaignPaths(file: file, database: "\(folder)/mutant.sqlite")
    table = Data("smiles,v\nCCCCCCCCCCCCCCCCS,7\n".utf8)
  }

  func read(_ bytes: [UInt8]) async throws {
    for ending in ["", "-wal", "-shm", "-journal", ".lock"] {
      try? FileManager.default.removeItem(atPath: paths.database + ending)
    }
    try Data(bytes).write(to: URL(filePath: paths.database))
    _ = try StatusReport(of: paths)
    _ = try InspectionReport(of: paths, iteration: nil)
    _ = try MoleculeInspection(of: paths, molecule: "1")
    _ = try Export(of: paths).text(.csv)
    // One in four is also written to.
    if bytes.reduce(0, { $0 &+ Int($1) }) % 4 == 0 {
      _ = try await TellReport.tell(paths, table: table, name: "values.csv")
    }
  }
}
