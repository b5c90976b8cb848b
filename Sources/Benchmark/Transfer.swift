import Chemistry
import Foundation
import GaussianProcess
import Numerics
import TransferLearning

/// Errors with transfer and without on random splits.
func transfer(_ arguments: [String]) throws {
  guard arguments.count >= 4, let labels = Int(arguments[1]) else {
    throw BenchmarkError("transfer SETTING LABELS SEEDS DATA-FOLDER [shuffled]")
  }
  let seeds = arguments[2].split(separator: ",").compactMap { UInt64($0) }
  let folder = arguments[3]
  let shuffled = arguments.contains("shuffled")
  let plain = MolecularModel(terms: [.init(.minMax, on: .morganCounts), .init(.minMax, on: .fragmentCounts)])
  let standard = MolecularModel(terms: plain.terms + [.init(.radial(.matern52), on: .physicalDescriptors)])
  func read(_ file: String, _ column: String) throws -> [(molecule: Molecule, value: Double)] {
    try table("\(folder)/\(file).csv", column: column).compactMap { row in
      (try? Molecule(smiles: row.smiles)).map { ($0, row.value) }
    }
  }
  var features: [String: MolecularInput] = [:]
  func inputs(_ molecules: [Molecule]) throws -> [MolecularInput] {
    let missing = molecules.filter { features[$0.smiles] == nil }
    for (molecule, input) in zip(missing, try missing.inputs(standard.representations)) {
      features[molecule.smiles] = input
    }
    return molecules.compactMap { features[$0.smiles] }
  }
  var cache: [String: SourceModel] = [:]
  func source(_ name: String, _ rows: [(molecule: Molecule, value: Double)], stream: inout RandomStream) throws
    -> SourceModel
  {
    var values = rows.map(\.value)
    if shuffled { stream.shuffle(&values) }
    let (process, errors) = try SourceProcess.train(
      rows.map(\.molecule), features: try inputs(rows.map(\.molecule)), values: values, model: standard)
    FileHandle.standardError.write(Data("source \(name): \(rows.count) R2 \(errors.rSquared ?? .nan)\n".utf8))
    return try process.sourceModel(
      name: name, property: name, features: try inputs(process.molecules.map { try Molecule(smiles: $0) }))
  }
  var sums: [String: [Double]] = [:]
  for seed in seeds {
    var stream = RandomStream(seed: seed)
    var target: [(molecule: Molecule, value: Double)]
    var sources: [SourceModel] = []
    var reference: [Molecule] = []
    var testCount = Int.max
    switch arguments[0] {
    case "polymers":
      let names = [
        "heat_capacity_cp", "density", "refractive_index", "bulk_modulus", "monomer_homo_eV", "monomer_lumo_eV",
        "monomer_dipole", "monomer_polarizability",
      ]
      target = try read("polymers-pi1070", "thermal_conductivity")
      var order = Set(target.map(\.molecule.smiles)).sorted()
      stream.shuffle(&order)
      let half = Set(order.prefix(order.count / 2))
      target = target.filter { !half.contains($0.molecule.smiles) }
      for name in names {
        let rows = try read("polymers-pi1070", name).filter { half.contains($0.molecule.smiles) }
        reference = rows.map(\.molecule)
        sources.append(try source(name, rows, stream: &stream))
      }
    case "gap":
      target = try read("gfn2-pool", "gap_eV")
      let taken = Set(target.map(\.molecule.smiles))
      testCount = 1000
      var rows = try read("iqspr-qspr", "gap_b3lyp_eV").filter { !taken.contains($0.molecule.smiles) }
      var fixed = RandomStream(seed: 7)
      fixed.shuffle(&rows)
      rows = Array(rows.prefix(2000))
      reference = rows.map(\.molecule)
      if let known = cache["gap"], !shuffled {
        sources = [known]
      } else {
        sources = [try source("B3LYP gap", rows, stream: &stream)]
        cache["gap"] = sources[0]
      }
    default:
      target = try read("esol", "log_solubility")
      let taken = Set(target.map(\.molecule.smiles))
      let rows = try read("freesolv", "hydration_free_energy_kcal_per_mol").filter {
        !taken.contains($0.molecule.smiles)
      }
      let pool = Array(try read("gfn2-pool", "gap_eV").filter { !taken.contains($0.molecule.smiles) }.prefix(1500))
      reference = pool.map(\.molecule)
      if cache.isEmpty || shuffled {
        sources = [try source("FreeSolv", rows, stream: &stream)]
        let wanted = ["MolLogP", "MolMR", "TPSA", "MolWt", "LabuteASA", "NumHDonors"]
        for name in wanted {
          guard let place = PhysicalDescriptors.names.firstIndex(of: name) else { continue }
          let values = try Representation.physicalDescriptors.features(of: pool.map(\.molecule)).map {
            features -> Double in
            guard case .reals(let values) = features else { return 0 }
            return values[place]
          }
          sources.append(try source(name, Array(zip(pool.map(\.molecule), values)), stream: &stream))
        }
        for source in sources { cache[source.name] = source }
      } else {
        sources = ["FreeSolv", "MolLogP", "MolMR", "TPSA", "MolWt", "LabuteASA", "NumHDonors"].compactMap { cache[$0] }
      }
    }
    var split = RandomStream(seed: 1000 + seed)
    split.shuffle(&target)
    let train = Array(target.prefix(labels))
    let test = Array(target.dropFirst(labels).prefix(testCount))
    let referenceInputs = try inputs(reference)
    func score(_ name: String, _ model: MolecularModel, _ sources: [SourceModel]) throws {
      let prior = TransferredPrior(
        model: model, sources: sources,
        reference: model.representations.count == 3
          ? referenceInputs : referenceInputs.map { MolecularInput(features: Array($0.features.prefix(2))) })
      func own(_ molecules: [Molecule]) throws -> [MolecularInput] {
        let all = try inputs(molecules)
        return prior.representations.count == 3
          ? all : all.map { MolecularInput(features: Array($0.features.prefix(2))) }
      }
      let clock = ContinuousClock()
      let start = clock.now
      let fitted = try prior.fit(try own(train.map(\.molecule)), values: train.map(\.value))
      let time = (clock.now - start) / .seconds(1)
      let predictions = try fitted.predict(try own(test.map(\.molecule)), includingNoise: true)
      let errors = zip(predictions, test).map { $1.value - $0.mean }
      let count = Double(errors.count)
      let result = [
        errors.reduce(0) { $0 + abs($1) } / count, (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot(),
        -zip(predictions, test).reduce(0) { $0 + $1.0.logDensity(of: $1.1.value) } / count,
        Double(zip(errors, predictions).count { abs($0) < $1.standardDeviation }) / count, fitted.transferWeight, time,
      ]
      if seed == seeds[0] {
        for judgement in fitted.judgements where judgement.weight > 0.02 {
          print(
            "  \(name)", judgement.weight, judgement.sources, judgement.parts.map(\.rawValue), judgement.leaveOneOutRMSE
          )
        }
      }
      sums[name] = zip(sums[name] ?? result.map { _ in 0 }, result).map { $0 + $1 / Double(seeds.count) }
    }
    try score("none", standard, [])
    try score("structure", plain, [])
    try score("transfer", standard, sources)
    if arguments.contains("plain") { try score("transfer-plain", plain, sources) }
  }
  for (name, values) in sums.sorted(by: { $0.key < $1.key }) {
    print(
      arguments[0], labels, name,
      zip(["mae", "rmse", "nlpd", "within", "weight", "s"], values).map { "\($0) \((1e4 * $1).rounded() / 1e4)" }
        .joined(separator: " "))
  }
  if let none = sums["none"], let structure = sums["structure"], let transfer = sums["transfer"] {
    print(
      "ratio MAE \(transfer[0] / none[0]) (structure \(transfer[0] / structure[0])) RMSE \(transfer[1] / none[1]) (structure \(transfer[1] / structure[1]))"
    )
  }
}
