internal import Chemistry
internal import Compositions
internal import Foundation
internal import GaussianProcess
internal import Numerics
internal import TransferLearning

/// Inorganic compositions: the speed of the descriptors, and transfer between their properties.
func compositions(_ arguments: [String]) throws {
  switch arguments.first {
  case "speed" where arguments.count == 2: try descriptorSpeed(of: arguments[1])
  case "transfer" where arguments.count == 4:
    guard let labels = Int(arguments[2]) else { fallthrough }
    try transferAmongCompositions(
      in: arguments[1], labels: labels, seeds: arguments[3].split(separator: ",").compactMap { UInt64($0) })
  default:
    throw BenchmarkError(
      "Usage: cohobate-benchmark compositions speed FORMULAS.csv | transfer MATBENCH-FOLDER LABELS SEED,SEED,…")
  }
}

/// Reads 10,000 formulas and computes their 290 descriptors: the least time of ten, on one core and on all.
private func descriptorSpeed(of path: String) throws {
  let formulas = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
    String($0.split(separator: ",")[0])
  }
  let count = 10_000
  let many = (0..<count).map { formulas[$0 % formulas.count] }
  @Sendable func values(_ formula: String) -> [Double] {
    (try? Composition(formula)).map(ElementStatistics.values(of:)) ?? []
  }
  func least(_ body: () -> Void) -> Double {
    (0..<10).map { _ in ContinuousClock().measure(body) / .seconds(1) }.min() ?? 0
  }
  var sum = 0.0
  let one = least { for formula in many { sum += values(formula).first ?? 0 } }
  let all = least {
    // A piece is large enough to be worth a thread.
    let pieces = concurrentMap(20) { piece in many[piece * count / 20..<(piece + 1) * count / 20].map(values) }
    sum += pieces.first?.first?.first ?? 0
  }
  try printResults(["formulas": count, "secondsOneCore": one, "secondsAllCores": all, "check": sum.isFinite])
}

/// Refractive indices from few labels, with and without models of other properties, whose materials are others.
private func transferAmongCompositions(in folder: String, labels: Int, seeds: [UInt64]) throws {
  func read(_ name: String, atMost count: Int = .max) throws -> [LabelledMolecule] {
    var rows = merged(try LabelledMolecule.read("\(folder)/\(name).csv", column: "target"))
    var stream = RandomStream(seed: 7)
    stream.shuffle(&rows)
    return Array(rows.prefix(count))
  }
  let target = try read("dielectric")
  let taken = Set(target.map(\.molecule.smiles))
  let model = MolecularModel.composition
  var sources: [SourceModel] = []
  for name in ["expt_gap", "mp_gap", "mp_e_form", "phonons", "elasticity_log10(K_VRH)", "elasticity_log10(G_VRH)"] {
    let rows = try read(name).filter { !taken.contains($0.molecule.smiles) }.prefix(2000)
    let molecules = rows.map(\.molecule)
    let process = try SourceProcess.train(
      molecules, features: try molecules.inputs(model.representations), values: rows.map(\.value), model: model
    ).process
    sources.append(
      try process.sourceModel(
        name: name, property: name,
        features: try process.molecules.map { try Molecule(smiles: $0) }.inputs(model.representations)))
  }
  let reference = try Array(target.map(\.molecule).prefix(2000)).inputs(model.representations)
  var scores: [String: [[String: Double]]] = [:]
  for seed in seeds {
    var (stream, rows) = (RandomStream(seed: 1000 + seed), target)
    stream.shuffle(&rows)
    let (train, test) = (Array(rows.prefix(labels)), Array(rows.dropFirst(labels).prefix(1000)))
    for (way, used) in [("without", []), ("transfer", sources)] {
      let prior = TransferredPrior(choice: .automaticOfCompositions, sources: used, reference: reference)
      let fitted = try prior.fit(
        try train.map(\.molecule).inputs(model.representations), values: train.map(\.value))
      let predicted = try fitted.predict(
        try test.map(\.molecule).inputs(model.representations), includingNoise: true)
      let errors = zip(predicted, test).map { $1.value - $0.mean }
      let count = Double(errors.count)
      scores[way, default: []].append([
        "mae": errors.reduce(0) { $0 + abs($1) } / count,
        "rmse": (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot(),
        "medianAbsoluteError": errors.map { abs($0) }.sorted()[errors.count / 2],
        "transferWeight": fitted.transferWeight,
      ])
    }
  }
  for (way, list) in scores.sorted(by: { $0.key < $1.key }) {
    try printResults(averages(list).merging(["way": way, "labels": labels, "splits": list.count]) { $1 })
  }
  let ratios = zip(scores["transfer"] ?? [], scores["without"] ?? []).map { ($0["mae"] ?? 0) / ($1["mae"] ?? 1) }
  try printResults(["ratioOfMAE": ratios.reduce(0, +) / Double(max(1, ratios.count))])
}

/// Rows of the same formula, as polymorphs have, become one with their mean.
private func merged(_ rows: [LabelledMolecule]) -> [LabelledMolecule] {
  var order: [Molecule] = []
  var values: [Molecule: [Double]] = [:]
  for row in rows {
    if values[row.molecule] == nil { order.append(row.molecule) }
    values[row.molecule, default: []].append(row.value)
  }
  return order.map { molecule in
    let own = values[molecule] ?? []
    return LabelledMolecule(molecule: molecule, value: own.reduce(0, +) / Double(own.count))
  }
}
