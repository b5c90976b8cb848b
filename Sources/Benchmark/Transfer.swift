internal import Chemistry
internal import Foundation
internal import GaussianProcess
internal import Numerics
internal import TransferLearning

/// Errors with a transferred prior relative to those of the same model without it, on random splits.
func transfer(_ arguments: [String]) throws {
  guard arguments.count >= 4, let setting = TransferSetting(rawValue: arguments[0]), let labels = Int(arguments[1])
  else {
    throw BenchmarkError(
      "Usage: cohobate-benchmark transfer polymers|gap|solubility LABELS SEED,SEED,… DATA-FOLDER [shuffled]")
  }
  var bench = TransferBench(folder: arguments[3], isShuffled: arguments.dropFirst(4).contains("shuffled"))
  var scores: [String: [[String: Double]]] = [:]
  for seed in arguments[2].split(separator: ",").compactMap({ UInt64($0) }) {
    let split = try bench.split(setting, labels: labels, seed: seed)
    for way in TransferBench.Way.allCases {
      scores[way.rawValue, default: []].append(try bench.score(way, split))
    }
  }
  for (way, list) in scores.sorted(by: { $0.key < $1.key }) {
    try printResults(
      averages(list).merging(["setting": setting.rawValue, "labels": labels, "way": way, "splits": list.count]) { $1 })
  }
}

/// A target with its sources.
enum TransferSetting: String {
  /// Thermal conductivity of polymers, from five properties of other polymers and three of their monomers.
  case polymers
  /// GFN2 gaps from 2000 B3LYP gaps of other molecules.
  case gap
  /// Solubility from hydration free energies and computed descriptors.
  case solubility
}

/// Reads, trains and scores; sources that do not depend on the split are trained once.
private struct TransferBench {
  /// The labels of a split, the molecules to predict, the sources, and reference molecules for scaling the descriptors.
  struct Split {
    var train: [LabelledMolecule]
    var test: [LabelledMolecule]
    var sources: [SourceModel]
    var reference: [Molecule]
  }

  enum Way: String, CaseIterable {
    /// The standard model.
    case without
    /// Counts only.
    case structureOnly
    case transfer
  }

  let folder: String
  let isShuffled: Bool
  private var kept: [String: SourceModel] = [:]
  private var features: [String: MolecularInput] = [:]

  init(folder: String, isShuffled: Bool) {
    self.folder = folder
    self.isShuffled = isShuffled
  }

  mutating func split(_ setting: TransferSetting, labels: Int, seed: UInt64) throws -> Split {
    var stream = RandomStream(seed: seed)
    var split: Split
    switch setting {
    case .polymers: split = try polymers(&stream)
    case .gap: split = try gap(&stream)
    case .solubility: split = try solubility(&stream)
    }
    var shuffling = RandomStream(seed: 1000 + seed)
    shuffling.shuffle(&split.test)
    split.train = Array(split.test.prefix(labels))
    split.test = Array(split.test.dropFirst(labels).prefix(1000))
    return split
  }

  private mutating func polymers(_ stream: inout RandomStream) throws -> Split {
    let target = try read("polymers-pi1070", "thermal_conductivity")
    var order = Set(target.map(\.molecule.smiles)).sorted()
    stream.shuffle(&order)
    let half = Set(order.prefix(order.count / 2))
    let properties = [
      "heat_capacity_cp", "density", "refractive_index", "bulk_modulus", "monomer_homo_eV", "monomer_lumo_eV",
      "monomer_dipole", "monomer_polarizability",
    ]
    var sources: [SourceModel] = []
    for property in properties {
      let rows = try read("polymers-pi1070", property).filter { half.contains($0.molecule.smiles) }
      sources.append(try source(property, rows, &stream))
    }
    return Split(
      train: [], test: target.filter { !half.contains($0.molecule.smiles) }, sources: sources,
      reference: target.map(\.molecule).filter { half.contains($0.smiles) })
  }

  private mutating func gap(_ stream: inout RandomStream) throws -> Split {
    let target = try read("gfn2-pool", "gap_eV")
    let taken = Set(target.map(\.molecule.smiles))
    var rows = try read("iqspr-qspr", "gap_b3lyp_eV").filter { !taken.contains($0.molecule.smiles) }
    var fixed = RandomStream(seed: 7)
    fixed.shuffle(&rows)
    rows = Array(rows.prefix(2000))
    return Split(
      train: [], test: target, sources: [try source("B3LYP gap", rows, &stream)], reference: rows.map(\.molecule))
  }

  private mutating func solubility(_ stream: inout RandomStream) throws -> Split {
    let target = try read("esol", "log_solubility")
    let taken = Set(target.map(\.molecule.smiles))
    let energies = try read("freesolv", "hydration_free_energy_kcal_per_mol").filter {
      !taken.contains($0.molecule.smiles)
    }
    let pool = Array(try read("gfn2-pool", "gap_eV").map(\.molecule).filter { !taken.contains($0.smiles) }.prefix(1500))
    var sources = [try source("FreeSolv", energies, &stream)]
    let descriptors = try Representation.physicalDescriptors.features(of: pool)
    for name in ["MolLogP", "MolMR", "TPSA", "MolWt"] {
      guard let place = PhysicalDescriptors.names.firstIndex(of: name) else { continue }
      let rows = zip(pool, descriptors).compactMap { molecule, features -> LabelledMolecule? in
        guard case .reals(let values) = features else { return nil }
        return LabelledMolecule(molecule: molecule, value: values[place])
      }
      sources.append(try source(name, rows, &stream))
    }
    return Split(train: [], test: target, sources: sources, reference: pool)
  }

  private func read(_ file: String, _ column: String) throws -> [LabelledMolecule] {
    try LabelledMolecule.read("\(folder)/\(file).csv", column: column)
  }

  /// Trains a source; a useless one if values are to be shuffled among the molecules.
  private mutating func source(
    _ name: String, _ rows: [LabelledMolecule], _ stream: inout RandomStream
  ) throws -> SourceModel {
    let key = "\(name) \(rows.map(\.molecule.smiles).hashValue)"
    if !isShuffled, let model = kept[key] { return model }
    var values = rows.map(\.value)
    if isShuffled { stream.shuffle(&values) }
    let molecules = rows.map(\.molecule)
    let process = try SourceProcess.train(
      molecules, features: try inputs(molecules), values: values, model: .detailed
    ).process
    let model = try process.sourceModel(
      name: name, property: name,
      features: try inputs(process.molecules.map { try Molecule(smiles: $0, isRepeatUnit: true) }))
    kept[key] = model
    return model
  }

  private mutating func inputs(_ molecules: [Molecule]) throws -> [MolecularInput] {
    let missing = molecules.filter { features[$0.smiles] == nil }
    for (molecule, input) in zip(missing, try missing.inputs(MolecularModel.detailed.representations)) {
      features[molecule.smiles] = input
    }
    return molecules.compactMap { features[$0.smiles] }
  }

  mutating func score(_ way: Way, _ split: Split) throws -> [String: Double] {
    let model = way == .structureOnly ? MolecularModel.fingerprints : .standard
    let width = Set(
      model.representations + (way == .transfer ? split.sources.flatMap(\.representations) : [])
    ).count
    func cut(_ inputs: [MolecularInput]) -> [MolecularInput] {
      inputs.map { MolecularInput(features: Array($0.features.prefix(width))) }
    }
    let prior = TransferredPrior(
      model: model, sources: way == .transfer ? split.sources : [], reference: cut(try inputs(split.reference)))
    let start = ContinuousClock.now
    let fitted = try prior.fit(
      cut(try inputs(split.train.map(\.molecule))), values: split.train.map(\.value))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let predictions = try fitted.predict(cut(try inputs(split.test.map(\.molecule))), includingNoise: true)
    let errors = zip(predictions, split.test).map { $1.value - $0.mean }
    let count = Double(errors.count)
    return [
      "mae": errors.reduce(0) { $0 + abs($1) } / count,
      "rmse": (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot(),
      "nlpd": -zip(predictions, split.test).reduce(0) { $0 + $1.0.logDensity(of: $1.1.value) } / count,
      "within1sd": Double(zip(errors, predictions).count { abs($0) < $1.standardDeviation }) / count,
      "transferWeight": fitted.transferWeight, "fitSeconds": seconds,
    ]
  }
}
