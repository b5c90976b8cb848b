import Chemistry
import Foundation
import GaussianProcess
import Numerics

func table(_ path: String, column: String) throws -> [(smiles: String, value: Double)] {
  let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
  let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  guard let at = header.firstIndex(of: column) else { throw BenchmarkError("no column \(column)") }
  return lines.dropFirst().compactMap { line in
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return Double(fields[at]).map { (fields[0], $0) }
  }
}

func accuracy(_ arguments: [String]) throws {
  let rows = try table(arguments[0], column: arguments[1])
  let (trainCount, testCount) = (Int(arguments[2]) ?? 0, Int(arguments[3]) ?? 0)
  let seeds = arguments[4].split(separator: ",").compactMap { UInt64($0) }
  var molecules: [(molecule: Molecule, value: Double)] = []
  for row in rows {
    if let molecule = try? Molecule(smiles: row.smiles) { molecules.append((molecule, row.value)) }
  }
  for spec in arguments[5...] {
    let terms = try spec.split(separator: ";").map { term in
      let parts = term.split(separator: ":").map(String.init)
      let representation = try Representation(named: parts[1])
      return switch parts[0] {
      case "minmax": MolecularModel.Term(.minMax, on: representation)
      case "linear": MolecularModel.Term(.linear, on: representation)
      case "ard": MolecularModel.Term(.radialPerCoordinate(.matern52), on: representation)
      case "ardrbf": MolecularModel.Term(.radialPerCoordinate(.squaredExponential), on: representation)
      case "m12": MolecularModel.Term(.radial(.matern12), on: representation)
      case "m32": MolecularModel.Term(.radial(.matern32), on: representation)
      case "m52": MolecularModel.Term(.radial(.matern52), on: representation)
      default: MolecularModel.Term(.radial(.squaredExponential), on: representation)
      }
    }
    let model = MolecularModel(terms: terms)
    var sums = [Double](repeating: 0, count: 9)
    for seed in seeds {
      var stream = RandomStream(seed: seed)
      var shuffled = molecules
      stream.shuffle(&shuffled)
      let train = Array(shuffled.prefix(trainCount))
      let test = Array(shuffled.dropFirst(trainCount).prefix(testCount))
      let clock = ContinuousClock()
      let inputs = try train.map(\.molecule).inputs(model.representations)
      let others = try test.map(\.molecule).inputs(model.representations)
      var settings = FitSettings()
      settings.meanDeviation = 0
      settings.evaluations = 60
      let start = clock.now
      let fitted = try fit(
        kernel: model.kernel(scalings: model.scalings(of: inputs)), inputs: inputs, values: train.map(\.value),
        settings: settings)
      let time = (clock.now - start) / .seconds(1)
      let predictions = fitted.process.predict(others, includingNoise: true)
      let errors = zip(predictions, test).map { $1.value - $0.mean }
      let spread = model.terms.isEmpty ? 1 : deviation(train.map(\.value))
      let count = Double(errors.count)
      let rmse = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
      let mae = errors.reduce(0) { $0 + abs($1) } / count
      let within = Double(zip(errors, predictions).count { abs($0) < $1.standardDeviation }) / count
      let nlpd = -zip(predictions, test).reduce(0) { $0 + $1.0.logDensity(of: $1.1.value) } / count - log(spread)
      var joint = fitted.process.joint(others).covariance
      joint.addToDiagonal(fitted.process.noiseVariance)
      let factor = try CholeskyFactor(joint)
      let solved = factor.solveLower(errors)
      let jointNLPD =
        (0.5 * solved.reduce(0) { $0 + $1 * $1 } + 0.5 * factor.logDeterminant) / count + 0.918938533 - log(spread)
      let looz = zip(fitted.leaveOneOut, train).map { abs($0.standardizedError(of: $1.value)) }.sorted()
      let result = [
        rmse, mae, jointNLPD, nlpd, within, fitted.leaveOneOutRMSE, -fitted.leaveOneOutLogDensity - log(spread),
        looz[Int(0.6827 * Double(looz.count))], time,
      ]
      for index in sums.indices { sums[index] += result[index] / Double(seeds.count) }
    }
    let names = ["rmse", "mae", "jointNLPD", "NLPD", "within", "looRMSE", "looNLPD", "looQ68", "s"]
    print(spec, zip(names, sums).map { "\($0) \((1e4 * $1).rounded() / 1e4)" }.joined(separator: " "))
  }
}

private func deviation(_ values: [Double]) -> Double {
  let average = values.reduce(0, +) / Double(values.count)
  return (values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(values.count - 1)).squareRoot()
}
