internal import Chemistry
internal import GaussianProcess
internal import Numerics

/// The time of 200 joint samples of the standard model's observations of 5000 candidates, given 1000 values.
///
/// The posterior and the samples are measured apart: an acquisition function needs the posterior in any case. The first 1000
/// molecules of the table are known, and the next 5000 are the candidates.
func jointSamples(_ arguments: [String]) throws {
  guard arguments.count == 2 else { throw BenchmarkError("Usage: cohobate-benchmark joint-samples DATA.csv COLUMN") }
  let rows = try LabelledMolecule.read(arguments[0], column: arguments[1])
  guard rows.count >= 6000 else { throw BenchmarkError("\(arguments[0]) must have 6000 rows with a value.") }
  let model = MolecularModel.standard
  let inputs = try rows.prefix(6000).map(\.molecule).inputs(model.representations)
  let (known, candidates) = (Array(inputs[..<1000]), Array(inputs[1000...]))
  var settings = FitSettings()
  settings.meanDeviation = 0
  settings.evaluations = 60
  let fitted = try fit(
    kernel: model.kernel(scalings: model.scalings(of: known)), inputs: known, values: rows.prefix(1000).map(\.value),
    settings: settings)
  for _ in 0..<3 {
    let posterior = Measurement.print("posterior", size: candidates.count) {
      CandidatePosterior(of: fitted.process, at: candidates)
    }
    var stream = RandomStream(seed: 1)
    let samples = try Measurement.print("200 joint samples", size: candidates.count) {
      try posterior.samples(of: Array(candidates.indices), count: 200, stream: &stream)
    }
    guard samples.rows == 200 else { throw BenchmarkError("Not all samples were drawn.") }
  }
}
