internal import Acquisition
internal import Chemistry
internal import Foundation
internal import GaussianProcess
internal import MolecularDesign
internal import Numerics

/// A surrogate for a search: a process on a thousand molecules, and a window of its property.
struct SearchedSurrogate {
  let molecules: [Molecule]
  let objective: Target
  private let fitted: Fit<MolecularInput>
  private let model = MolecularModel.fingerprints

  /// The molecules are drawn from the table by a seed; the search starts from them.
  init(_ path: String, window: String, seed: UInt64) throws {
    let ends = window.components(separatedBy: "..")
    guard ends.count == 2 else { throw BenchmarkError("\(window) is not a window such as 1..2.") }
    objective = Target(
      property: "gap_b3lyp_eV",
      goal: .window(lower: Double(ends[0]) ?? -.infinity, upper: Double(ends[1]) ?? .infinity))
    var rows = try LabelledMolecule.read(path, column: objective.name)
    var seen: Set<Molecule> = []
    rows = rows.filter { seen.insert($0.molecule).inserted && $0.molecule.charge == 0 }
    var stream = RandomStream(seed: seed)
    stream.shuffle(&rows)
    rows = Array(rows.prefix(1000))
    molecules = rows.map(\.molecule)
    let inputs = try molecules.inputs(model.representations)
    var settings = FitSettings()
    settings.meanDeviation = 0
    settings.starts = 1
    settings.evaluations = 40
    fitted = try fit(
      kernel: model.kernel(scalings: model.scalings(of: inputs)), inputs: inputs, values: rows.map(\.value),
      settings: settings)
  }

  func logLikelihoods(_ molecules: [Molecule]) throws -> [Double] {
    let inputs = try molecules.inputs(model.representations)
    return fitted.process.predict(inputs, includingNoise: true).map { objective.logProbability($0) }
  }
}

/// `search DATA.csv LOWER..UPPER SEED,… WEIGHED [MODE]`: the mean of the hundred best values found by a design run.
func searchedDesign(_ arguments: [String]) throws {
  guard let weighed = Int(arguments[3]) else { throw BenchmarkError("\(arguments[3]) is not a number.") }
  let mode = DesignMode(rawValue: arguments.count > 4 ? arguments[4] : "search") ?? .search
  for seed in arguments[2].split(separator: ",").compactMap({ UInt64($0) }) {
    let surrogate = try SearchedSurrogate(arguments[0], window: arguments[1], seed: seed)
    let model = try LanguageModel(
      training: surrogate.molecules, settings: LanguageModelSettings(order: 10), stream: RandomStream(seed: 1))
    var settings = DesignSettings(mode: mode, particles: 200, steps: 100_000, weighedAtMost: weighed)
    for option in arguments.dropFirst(5) {
      let parts = option.split(separator: "=")
      guard parts.count == 2, let value = Double(parts[1]) else { continue }
      switch parts[0] {
      case "kept": settings.search.kept = Int(value)
      case "elite": settings.search.elite = Int(value)
      case "even": settings.search.evenShare = value
      case "second": settings.search.secondMove = value
      case "memory": settings.search.memory = value
      case "children": settings.particles = Int(value)
      default: throw BenchmarkError("There is no setting \(parts[0]).")
      }
    }
    let designer = Designer(
      model: model, filter: MoleculeFilter(), settings: settings, corpus: surrogate.molecules)
    let seeds = surrogate.molecules
    let weighing = { (molecules: [Molecule], _: Int) in try surrogate.logLikelihoods(molecules).map { [$0] } }
    let start = ContinuousClock.now
    var run = try DesignRun(
      designer, from: seeds, excluding: [], stream: RandomStream(seed: seed), logLikelihoods: weighing)
    while run.weighedCount < weighed, run.steps.count < 5000 { try run.step(weighing) }
    let result = run.result
    let best = result.candidates.prefix(100).compactMap(\.logLikelihood)
    var results: [String: Any] = [
      "seed": seed, "mode": mode.rawValue, "weighed": run.weighedCount,
      "best100": best.reduce(0, +) / Double(best.count), "best": best.first ?? .nan,
      "seconds": (ContinuousClock.now - start) / .seconds(1),
    ]
    var tried: [String: Int] = [:]
    for step in result.steps { for move in step.moves { tried[move.move, default: 0] += move.tried } }
    results["tried"] = tried
    results["example"] = result.candidates.prefix(3).map(\.molecule.smiles)
    try printResults(results)
  }
}

/// `score DATA.csv LOWER..UPPER SEED`: prints the molecules to start from, and answers every line of SMILES separated
/// by spaces with the values of the search's surrogate, `nan` for those that are not allowed molecules.
func score(_ arguments: [String]) throws {
  guard arguments.count == 3, let seed = UInt64(arguments[2]) else {
    throw BenchmarkError("Usage: cohobate-benchmark score DATA.csv LOWER..UPPER SEED")
  }
  let surrogate = try SearchedSurrogate(arguments[0], window: arguments[1], seed: seed)
  let filter = try MoleculeFilter().compiled()
  func answer(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
  answer(surrogate.molecules.map(\.smiles).joined(separator: " "))
  while let line = readLine() {
    let molecules = try line.split(separator: " ").map { text -> Molecule? in
      guard let molecule = try? Molecule(smiles: String(text)) else { return nil }
      return try filter.rejection(of: molecule) == nil ? molecule : nil
    }
    var values = try surrogate.logLikelihoods(molecules.compactMap(\.self))[...]
    answer(molecules.map { $0 == nil ? "nan" : "\(values.removeFirst())" }.joined(separator: " "))
  }
}
