internal import Chemistry
internal import Foundation
internal import GaussianProcess
internal import Numerics
internal import TransferLearning

/// Errors of the default model with the built-in library relative to those without it, on random splits.
func builtInLibrary(_ arguments: [String]) throws {
  guard arguments.count >= 4, let labels = Int(arguments[2]), let seeds = UInt64(arguments[3]) else {
    throw BenchmarkError("Usage: cohobate-benchmark built-in-library DATA.csv COLUMN LABELS SEEDS [PROPERTY-LEFT-OUT…]")
  }
  let rows = try LabelledMolecule.read(arguments[0], column: arguments[1])
  let network = try SharedNetwork.builtIn()
  let places = network.heads.indices.filter { !arguments.dropFirst(4).contains(network.heads[$0].property.name) }
  let sources = try places.map { try network.sourceModel($0, name: network.heads[$0].property.name) }
  var scores: [[String: Double]] = []
  for seed in 0..<seeds {
    var stream = RandomStream(seed: 1000 + seed)
    var shuffled = rows
    stream.shuffle(&shuffled)
    let (train, test) = (shuffled.prefix(labels), shuffled.dropFirst(labels).prefix(1000))
    var score: [String: Double] = [:]
    for (way, sources) in [("without", []), ("with", sources)] {
      let recipe = InputRecipe(choice: .automatic, sources: sources)
      let known = try recipe.inputs(of: train.map(\.molecule))
      let unknown = try recipe.inputs(of: test.map(\.molecule))
      let prior = TransferredPrior(choice: .automatic, sources: sources, reference: known + unknown)
      let start = ContinuousClock.now
      let fit = try prior.fit(known, values: train.map(\.value))
      score["seconds, \(way)"] = (ContinuousClock.now - start) / .seconds(1)
      let errors = zip(try fit.predict(unknown), test).map { $0.mean - $1.value }
      score["rmse, \(way)"] = (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
      score["mae, \(way)"] = errors.reduce(0) { $0 + abs($1) } / Double(errors.count)
      score["weight, \(way)"] = fit.transferWeight
    }
    scores.append(score)
  }
  func sum(_ key: String) -> Double { scores.reduce(0) { $0 + ($1[key] ?? .nan) } }
  try printResults(
    averages(scores).merging([
      "column": arguments[1], "labels": labels, "splits": Int(seeds),
      "ratio": sum("rmse, with") / sum("rmse, without"),
    ]) { $1 })
}
