import GaussianProcess
import Glibc
import Numerics
import Testing
import TransferLearning

struct SourceModelTests {
  private let sources: ChainSources

  init() throws { sources = try ChainSources() }

  /// Whatever the unit of the data, the model speaks in their standard deviations about their average.
  @Test func outputsHaveNoUnit() throws {
    let own = try sources.process().outputs(sources.features)
    let other = try sources.process(times: 27.2, plus: -300).outputs(sources.features)
    for (one, two) in zip(own, other) {
      #expect(abs(one.value - two.value) < 1e-3)
      let (length, otherLength) = (
        one.projection.map { $0 * $0 }.reduce(0, +), two.projection.map { $0 * $0 }.reduce(0, +)
      )
      #expect(abs(length - otherLength) < 1e-2 * length)
    }
    let values = own.map(\.value)
    let average = values.reduce(0, +) / Double(values.count)
    let spread = (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    #expect(abs(average) < 0.05 && abs(spread - 1) < 0.1)
  }

  /// In the property's unit, with the noise of an observation; a network says nothing of how sure it is.
  @Test func predictionsAreThoseOfTheProcess() throws {
    let process = try SourceProcess.train(
      sources.molecules, features: sources.features, values: sources.values, model: .standard
    ).process
    let expected = try process.conditioned(sources.features).predict(sources.features, includingNoise: true)
    let payload = SourcePayload.process(process)
    let model = try process.sourceModel(name: "one", property: "hidden", features: sources.features)
    let predictions = try model.predictions(sources.features, noise: payload.noise)
    #expect(predictions.count == expected.count)
    for (prediction, expected) in zip(predictions, expected) {
      #expect(abs(prediction.mean - expected.mean) < 1e-9)
      #expect(abs(prediction.standardDeviation - expected.standardDeviation) < 1e-6)
    }
    let network = try sources.network()
    #expect(model.hasDeviations)
    #expect(!network.hasDeviations)
    let values = try network.predictions(sources.features, noise: 0)
    #expect(values.allSatisfy { $0.standardDeviation == 0 })
    #expect(values.count == sources.features.count)
  }

  /// The prior less the columns' inner products is the posterior covariance of the process, of whichever kind.
  @Test func columnsExplainThePrior() throws {
    let process = try SourceProcess.train(
      sources.molecules, features: sources.features, values: sources.values, model: .standard
    ).process
    let exact = try process.conditioned(sources.features)
    let model = try process.sourceModel(name: "one", property: "hidden", features: sources.features)
    let sparse = try sources.sparse(inducing: 12)
    let posterior = try sparse.posterior(sources.features(of: sparse))
    let other = try sparse.sourceModel(name: "two", property: "hidden", features: sources.features(of: sparse))
    let (_, columns) = posterior.projections(at: sources.features)
    let uncertain = posterior.kernel.variances(sources.features).enumerated().map { index, variance in
      variance - columns.column(index).reduce(0) { $0 + $1 * $1 }
    }
    let expected = exact.predict(sources.features).map { $0.standardDeviation * $0.standardDeviation }
    for (model, spread, variances) in [(model, process.spread, expected), (other, sparse.spread, uncertain)] {
      let prior = try #require(model.priorVariances(sources.features))
      let block = try #require(model.priorBlock(sources.features, sources.features))
      #expect(zip(prior, block.diagonal).allSatisfy { abs($0 - $1) < 1e-10 })
      for (index, output) in try model.outputs(sources.features).enumerated() {
        let left = prior[index] - output.projection.reduce(0) { $0 + $1 * $1 }
        #expect(abs(left - variances[index] / (spread * spread)) < 1e-6)
        #expect(output.hidden.isEmpty)
      }
    }
    #expect(!model.hasHiddenLayer && !other.hasHiddenLayer)
  }

  @Test func aNetworkHasUnitsAndNoCovariance() throws {
    let network = try sources.network()
    #expect(network.hasHiddenLayer)
    #expect(network.priorVariances(sources.features) == nil)
    #expect(network.priorBlock(sources.features, sources.features) == nil)
    let outputs = try network.outputs(sources.features)
    #expect(outputs.allSatisfy { $0.hidden.count == 4 && $0.projection.isEmpty })
    let largest = try #require(zip(outputs, sources.values).max { $0.1 < $1.1 })
    let smallest = try #require(zip(outputs, sources.values).min { $0.1 < $1.1 })
    #expect(largest.0.value > smallest.0.value)
  }
}
