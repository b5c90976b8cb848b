internal import Chemistry
internal import Foundation
internal import GaussianProcess
internal import Numerics
internal import TransferLearning

/// The accuracy and cost of source models of many molecules: exact, on a subset, and sparse.
///
/// Repeated rows are averaged. The table is shuffled; the last rows are only predicted. `leaveOneOutMAE` is that of the
/// training molecules.
func sources(_ arguments: [String]) throws {
  guard arguments.count >= 5, let trainCount = Int(arguments[2]), let testCount = Int(arguments[3]) else {
    throw BenchmarkError(
      "Usage: cohobate-benchmark sources DATA.csv COLUMN TRAIN TEST exact|subset-COUNT|sparse-INDUCING|independent-INDUCING…"
    )
  }
  var rows = distinct(try LabelledMolecule.read(arguments[0], column: arguments[1]))
  var stream = RandomStream(seed: 1)
  stream.shuffle(&rows)
  let model = MolecularModel.standard
  let inputs = try rows.map(\.molecule).inputs(model.representations)
  let chosen = Array(rows.indices.prefix(trainCount))
  let others = rows.indices.suffix(testCount)
  guard chosen.count == trainCount, trainCount + testCount <= rows.count else {
    throw BenchmarkError("\(arguments[0]) has \(rows.count) rows with a value, which is less than TRAIN and TEST.")
  }
  for way in arguments[4...] {
    let parts = way.split(separator: "-")
    let count = parts.count == 2 ? Int(parts[1]) ?? 0 : trainCount
    let learner = SourceLearner(
      molecules: chosen.map { rows[$0].molecule }, inputs: chosen.map { inputs[$0] },
      values: chosen.map { rows[$0].value })
    let trained = try Measurement.print("train \(way)", size: trainCount) {
      switch parts.first {
      case "sparse": try learner.sparse(inducing: count, .projected)
      case "independent": try learner.sparse(inducing: count, .fullyIndependent)
      case "exact", "subset": try learner.exact(on: count)
      default:
        throw BenchmarkError(
          "There is no way '\(way)'; there are exact, subset-COUNT, sparse-INDUCING and independent-INDUCING.")
      }
    }
    let predict = try Measurement.print("make \(way) again", size: trainCount) { try trained.made() }
    let predictions = Measurement.print("predict by \(way)", size: testCount) { predict(others.map { inputs[$0] }) }
    let errors = zip(others, predictions).map { rows[$0].value - $1.mean }
    try printResults([
      "way": way, "train": trainCount, "test": testCount, "bytes": trained.bytes,
      "mae": errors.reduce(0) { $0 + abs($1) } / Double(testCount),
      "within1sd": Double(zip(errors, predictions).count { abs($0) < $1.standardDeviation }) / Double(testCount),
      "leaveOneOutMAE": trained.errors.meanAbsoluteError, "leaveOneOutWithin1sd": trained.errors.coverage ?? .nan,
      "unexplained": trained.approximation?.averageUnexplainedShare ?? 0,
      "differenceInDeviations": trained.approximation?.standardizedMeanDifference ?? 0,
    ])
  }
}

/// Each molecule once, in the order of the first rows, with the average of its values.
private func distinct(_ rows: [LabelledMolecule]) -> [LabelledMolecule] {
  let values = Dictionary(grouping: rows, by: \.molecule.smiles).mapValues { $0.map(\.value) }
  var seen: Set<String> = []
  return rows.compactMap { row in
    guard seen.insert(row.molecule.smiles).inserted, let all = values[row.molecule.smiles] else { return nil }
    return LabelledMolecule(molecule: row.molecule, value: all.reduce(0, +) / Double(all.count))
  }
}

/// A trained source: its errors, and its prediction.
private struct TrainedSource {
  let errors: CrossValidatedErrors
  let bytes: Int
  let approximation: ApproximationError?
  /// Conditions the process again, as a campaign does.
  let made: () throws -> (([MolecularInput]) -> [Prediction])
}

private struct SourceLearner {
  let molecules: [Molecule]
  let inputs: [MolecularInput]
  let values: [Double]

  func exact(on count: Int) throws -> TrainedSource {
    let chosen = molecules.indices.evenlySpread(count)
    let features = chosen.map { inputs[$0] }
    let (process, errors) = try SourceProcess.train(
      chosen.map { molecules[$0] }, features: features, values: chosen.map { values[$0] }, model: .standard)
    return TrainedSource(
      errors: errors, bytes: try SourcePayload.process(process).encoded().count, approximation: nil
    ) {
      let exact = try process.conditioned(features)
      return { exact.predict($0, includingNoise: true) }
    }
  }

  func sparse(inducing count: Int, _ conditional: SparseConditional) throws -> TrainedSource {
    var settings = SparseSettings.ofSources
    settings.conditional = conditional
    settings.inducingInputs = count
    let (process, errors) = try SparseSourceProcess.train(
      molecules, features: inputs, values: values, model: .standard, settings: settings)
    let places = Dictionary(uniqueKeysWithValues: zip(molecules.map(\.smiles), molecules.indices))
    let features = process.molecules.compactMap { places[$0] }.map { inputs[$0] }
    return TrainedSource(
      errors: errors, bytes: try SourcePayload.sparseProcess(process).encoded().count,
      approximation: process.approximation
    ) {
      let posterior = try process.posterior(features)
      return { others in
        let (means, columns) = posterior.projections(at: others)
        return zip(means, zip(posterior.kernel.variances(others), columns.squaredColumnNorms)).map { mean, variances in
          Prediction(
            mean: mean,
            standardDeviation: (max(0, variances.0 - variances.1) + process.noise * process.noise).squareRoot())
        }
      }
    }
  }
}
