internal import Chemistry
internal import GaussianProcess
internal import Glibc
internal import Numerics

/// The accuracy of processes on unseen molecules, over random splits.
///
/// The joint density is that of all test values together, standardised over the training part, per value.
func accuracy(_ arguments: [String]) throws {
  guard arguments.count >= 6, let trainCount = Int(arguments[2]), let testCount = Int(arguments[3]) else {
    throw BenchmarkError("Usage: cohobate-benchmark accuracy DATA.csv COLUMN TRAIN TEST SEED,SEED,… MODEL…")
  }
  let rows = try LabelledMolecule.read(arguments[0], column: arguments[1])
  let seeds = arguments[4].split(separator: ",").compactMap { UInt64($0) }
  for name in arguments[5...] {
    let model = try MolecularModel(named: name.split(separator: ";").map(String.init))
    var scores: [[String: Double]] = []
    for seed in seeds {
      var (stream, shuffled) = (RandomStream(seed: seed), rows)
      stream.shuffle(&shuffled)
      scores.append(
        try score(
          model, train: Array(shuffled.prefix(trainCount)),
          test: Array(shuffled.dropFirst(trainCount).prefix(testCount))))
    }
    try printResults(
      averages(scores).merging(["model": name, "splits": seeds.count, "train": trainCount]) { $1 })
  }
}

private func score(
  _ model: MolecularModel, train: [LabelledMolecule], test: [LabelledMolecule]
) throws -> [String: Double] {
  let inputs = try train.map(\.molecule).inputs(model.representations)
  let others = try test.map(\.molecule).inputs(model.representations)
  var settings = FitSettings()
  settings.meanDeviation = 0
  settings.evaluations = 60
  let start = ContinuousClock.now
  let fitted = try fit(
    kernel: model.kernel(scalings: model.scalings(of: inputs)), inputs: inputs, values: train.map(\.value),
    settings: settings)
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  let predictions = fitted.process.predict(others, includingNoise: true)
  let errors = zip(predictions, test).map { $1.value - $0.mean }
  let count = Double(errors.count)
  var joint = fitted.process.joint(others).covariance
  joint.addToDiagonal(fitted.process.noiseVariance)
  let factor = try CholeskyFactor(joint)
  let distance = factor.solveLower(errors).reduce(0) { $0 + $1 * $1 }
  return [
    "rmse": (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot(), "mae": errors.reduce(0) { $0 + abs($1) } / count,
    "within1sd": Double(zip(errors, predictions).count { abs($0) < $1.standardDeviation }) / count,
    "jointNLPD": 0.5 * (distance + factor.logDeterminant) / count - logNormalDensity(0) - log(fitted.spread),
    "leaveOneOutRMSE": fitted.leaveOneOutRMSE, "fitSeconds": seconds,
  ]
}

/// The averages of scores over splits, with the standard error of the RMSE and the MAE.
func averages(_ scores: [[String: Double]]) -> [String: Any] {
  var result: [String: Any] = [:]
  let count = Double(scores.count)
  for key in scores.first?.keys.sorted() ?? [] {
    let values = scores.compactMap { $0[key] }
    let average = values.reduce(0, +) / count
    result[key] = average
    if ["rmse", "mae"].contains(key), scores.count > 1 {
      let squares = values.reduce(0) { $0 + ($1 - average) * ($1 - average) }
      result["\(key)StandardError"] = (squares / (count - 1) / count).squareRoot()
    }
  }
  return result
}
