internal import Chemistry
internal import GaussianProcess
internal import Numerics

/// The time to fit a process on molecules, to predict and score others with it, and to add observations.
///
/// The first 2000 molecules of the table are used for training, and the next 5000 for prediction. The first kernel is
/// MinMax on Morgan bits of radius 3 with an output scale, as in other programs; the scoring uses the standard model.
func processSpeed(_ arguments: [String]) throws {
  guard arguments.count == 2 else { throw BenchmarkError("Usage: cohobate-benchmark process DATA.csv COLUMN") }
  let rows = try LabelledMolecule.read(arguments[0], column: arguments[1])
  guard rows.count > 7000 else { throw BenchmarkError("\(arguments[0]) must have more than 7000 rows with a value.") }
  try fitAndPredict(rows)
  try append(rows)
  try scoreMany(rows)
}

private func fitAndPredict(_ rows: [LabelledMolecule]) throws {
  let representation = try Representation(named: "morgan-bits-r3-2048")
  let kernel = MinMaxKernel().on { (input: MolecularInput) in input.counts(0) }.scaled()
  let inputs = try rows.prefix(7000).map(\.molecule).inputs([representation])
  let fitted = try Measurement.print("fit on", size: 2000) {
    try fit(kernel: kernel, inputs: Array(inputs[..<2000]), values: rows.prefix(2000).map(\.value))
  }
  let predictions = Measurement.print("predict", size: 5000) {
    fitted.process.predict(Array(inputs[2000...]), includingNoise: true)
  }
  try printResults(["what": "evaluations of the fit", "value": fitted.evaluations])
  let error = zip(predictions, rows[2000...]).reduce(0) { $0 + abs($1.0.mean - $1.1.value) } / 5000
  try printResults(["what": "mean absolute error of the predictions", "value": error])
}

private func append(_ rows: [LabelledMolecule]) throws {
  let inputs = try rows.prefix(5008).map(\.molecule).inputs(MolecularModel.fingerprints.representations)
  let values = rows.prefix(5008).map(\.value)
  let kernel = MolecularModel.fingerprints.kernel(scalings: MolecularModel.fingerprints.scalings(of: inputs))
  let prior = try GaussianProcess(mean: ConstantMean(values[0]), kernel: kernel, noiseVariance: 0.01)
  let process = try Measurement.print("condition on", size: 5000) {
    try prior.conditioned(on: Array(inputs[..<5000]), values: Array(values[..<5000]))
  }
  for _ in 0..<3 {
    _ = try Measurement.print("condition on 8 more than", size: 5000) {
      try process.conditioned(on: Array(inputs[5000...]), values: Array(values[5000...]))
    }
  }
  _ = try Measurement.print("condition on all", size: 5008) { try prior.conditioned(on: inputs, values: values) }
}

/// The number of candidates of a large design: the rows of the table, repeated.
private func scoreMany(_ rows: [LabelledMolecule]) throws {
  let count = 100_000
  let model = MolecularModel.standard
  let features = try Measurement.print("features of", size: rows.count) {
    try rows.map(\.molecule).inputs(model.representations)
  }
  var settings = FitSettings()
  settings.meanDeviation = 0
  settings.evaluations = 60
  let known = Array(features[..<1000])
  let fitted = try Measurement.print("fit the standard model on", size: 1000) {
    try fit(
      kernel: model.kernel(scalings: model.scalings(of: known)), inputs: known, values: rows.prefix(1000).map(\.value),
      settings: settings)
  }
  let candidates = (0..<count).map { features[1000 + $0 % (features.count - 1000)] }
  let predictions = Measurement.print("score", size: count) { fitted.process.predict(candidates) }
  guard predictions.count == count else { throw BenchmarkError("Not all candidates were scored.") }
}
