internal import Acquisition
internal import Chemistry
internal import Foundation
internal import GaussianProcess
internal import MolecularDesign
internal import Numerics

/// The designer alone: the speed of its moves, of a step of its sampler, a design, and a search.
func design(_ arguments: [String]) throws {
  switch arguments.first {
  case "moves" where arguments.count == 2: try moveSpeeds(arguments[1])
  case "parts" where arguments.count == 2: try stepParts(arguments[1])
  case "step" where arguments.count == 3: try samplerStep(arguments[1], particles: Int(arguments[2]) ?? 1000)
  case "sample" where arguments.count >= 3:
    try sampledDesign(arguments[1], seeds: numbers(arguments[2]), options: Array(arguments.dropFirst(3)))
  case "search" where arguments.count >= 5: try searchedDesign(Array(arguments.dropFirst()))
  default:
    throw BenchmarkError(
      "Usage: cohobate-benchmark design moves DATA.csv | step DATA.csv PARTICLES | sample DATA.csv SEED,SEED,… [sample|search [LAST TEMPERATURE [SWEEPS [INNER PROBABILITY]]]] | "
        + "search DATA.csv LOWER..UPPER SEED,SEED,… WEIGHED [sample|search]")
  }
}

private func numbers(_ text: String) -> [UInt64] { text.split(separator: ",").compactMap { UInt64($0) } }

/// The targets of the forerunner's tutorial: an internal energy of 0 to 200 kJ/mol and a gap below 3 eV.
private func tutorial(_ path: String, seed: UInt64) throws -> ForerunnersModels {
  try ForerunnersModels(
    path,
    objectives: [
      Target(property: "internal_energy", goal: .window(lower: 0, upper: 200)),
      Target(property: "gap_b3lyp_eV", goal: .window(lower: -.infinity, upper: 3)),
    ], seed: seed)
}

private func languageModel(of molecules: [Molecule]) throws -> LanguageModel {
  try LanguageModel(training: molecules, settings: LanguageModelSettings(order: 10), stream: RandomStream(seed: 1))
}

/// The number of children that each move makes per second on one core, and the fraction of draws that give a valid new
/// one.
private func moveSpeeds(_ path: String) throws {
  let molecules = try LabelledMolecule.read(path, column: "gap_b3lyp_eV").prefix(3000).map(\.molecule)
  let model = try languageModel(of: molecules)
  let start = ContinuousClock.now
  var environment = try SearchEnvironment(model: model, corpus: molecules, filter: MoleculeFilter())
  try printResults([
    "what": "environment", "seconds": (ContinuousClock.now - start) / .seconds(1),
    "fragments": environment.fragments.count, "partners": environment.partners.count,
  ])
  environment.mates = molecules.map(\.smiles)
  for move in SearchMoves.all {
    var stream = RandomStream(seed: 3)
    var children: [String] = []
    let tries = 4000
    let start = ContinuousClock.now
    for index in 0..<tries {
      let parent = molecules[index % molecules.count].smiles
      if let child = move.child(of: parent, in: environment, stream: &stream) { children.append(child) }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let valid = children.compactMap { try? Molecule(smiles: $0) }
    try printResults([
      "what": move.name, "triesPerSecond": Double(tries) / seconds, "given": Double(children.count) / Double(tries),
      "valid": Double(valid.count) / Double(max(1, children.count)),
      "distinct": Double(Set(valid).count) / Double(max(1, children.count)),
    ])
  }
}

/// One step of the sampler with fingerprints and two surrogates.
private func samplerStep(_ path: String, particles: Int) throws {
  let models = try Measurement.print("fit of two linear processes", size: ForerunnersModels.count) {
    try tutorial(path, seed: 1)
  }
  let model = try languageModel(of: models.molecules)
  let settings = DesignSettings(particles: particles, steps: 1000)
  let designer = Designer(model: model, filter: MoleculeFilter(allowCharged: true), settings: settings)
  let weighing = { (molecules: [Molecule], _: Int) in try models.logLikelihoods(molecules).map { [$0] } }
  var run = try DesignRun(
    designer, from: [], excluding: [], stream: RandomStream(seed: 1), logLikelihoods: weighing)
  for _ in 0..<4 {
    let before = run.weighedCount
    try Measurement.print("step", size: particles) { try run.step(weighing) }
    try printResults(["weighed": run.weighedCount - before])
  }
}

/// The forerunner's tutorial: 50 steps of 100 particles, from a hundred molecules with gaps above 4 eV.
private func sampledDesign(_ path: String, seeds: [UInt64], options: [String]) throws {
  let models = try tutorial(path, seed: 1)
  let model = try languageModel(of: models.molecules)
  var settings = DesignSettings(
    mode: options.first.flatMap { DesignMode(rawValue: $0) } ?? .sample, particles: 100, steps: 50,
    search: SearchSettings(kept: 100))
  if options.count > 1 { settings.lastTemperature = Double(options[1]) ?? 1 }
  if options.count > 2 { settings.sweeps = Int(options[2]) ?? 1 }
  if options.count > 3 { settings.innerRegrowthProbability = Double(options[3]) ?? settings.innerRegrowthProbability }
  for seed in seeds {
    let designer = Designer(
      model: model, filter: MoleculeFilter(allowCharged: true), settings: settings, corpus: models.molecules)
    var stream = RandomStream(seed: seed)
    var far = zip(models.molecules, models.values[1]).filter { $1 > 4 }.map(\.0)
    stream.shuffle(&far)
    let (start, processorStart) = (ContinuousClock.now, clock())
    let result = try designer.design(from: Array(far.prefix(100)), excluding: [], stream: &stream) {
      try models.logLikelihoods($0)
    }
    try printResults([
      "seed": seed, "seconds": (ContinuousClock.now - start) / .seconds(1), "mode": settings.mode.rawValue,
      "processorSeconds": Double(clock() - processorStart) / Double(CLOCKS_PER_SEC),
      "meanLikelihood": result.meanLikelihood ?? .nan, "distinct": result.survivors.count,
      "temperature": result.steps.last?.temperature ?? .nan, "weighed": result.counts.candidates,
    ])
  }
}

/// The costs of the parts of a step, in microseconds per molecule on one core.
func stepParts(_ path: String) throws {
  let models = try tutorial(path, seed: 1)
  let molecules = Array(models.molecules.prefix(1000))
  let model = try languageModel(of: models.molecules)
  func time(_ what: String, _ body: () throws -> Void) throws {
    let start = clock()
    try body()
    try printResults([
      "what": what, "microseconds": Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e6 / Double(molecules.count),
    ])
  }
  var strings: [ScoredString] = []
  try time("parse and canonical form") { for molecule in molecules { _ = try Molecule(smiles: molecule.smiles) } }
  for name in ["morgan-bits-r3-2048", "maccs", "morgan-bits-r3-2048+maccs"] {
    let representation = try Representation(named: name)
    try time(name) { for molecule in molecules { _ = try representation.features(of: molecule) } }
  }
  var different = 0
  for molecule in models.molecules {
    guard case .counts(let counts) = try Representation.maccs.features(of: molecule) else { continue }
    if counts.positions != (try molecule.maccsKeysByRDKit()) { different += 1 }
  }
  try printResults(["what": "MACCS keys that differ from RDKit's", "molecules": different])
  let features = try ForerunnersModels.counts(molecules, models.representation)
  try time("prediction") { for input in features { _ = models.processes[0].predict(input, includingNoise: true) } }
  try time("scoring") {
    strings = molecules.compactMap { molecule in
      (try? ExtendedSMILES(smiles: molecule.smiles)).flatMap { model.vocabulary.encode($0) }.flatMap {
        model.scored($0)
      }
    }
  }
  var stream = RandomStream(seed: 5)
  try time("re-rooting") {
    for string in strings { _ = Rerooting().propose(from: string, model: model, stream: &stream) }
  }
  try time("suffix regrowth") {
    let proposal = SuffixRegrowth(longestDeletion: 20)
    for string in strings { _ = proposal.propose(from: string, model: model, stream: &stream) }
  }
}
