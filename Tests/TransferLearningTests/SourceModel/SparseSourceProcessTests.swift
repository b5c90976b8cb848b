import Chemistry
import Foundation
import GaussianProcess
import Numerics
import Testing
import TransferLearning

struct SparseSourceProcessTests {
  private let sources: ChainSources

  init() throws { sources = try ChainSources(lengths: 1...10) }

  @Test func learnsFromAllAndKeepsSome() throws {
    var settings = SparseSettings.ofSources
    settings.inducingInputs = 25
    let (process, errors) = try SparseSourceProcess.train(
      sources.molecules, features: sources.features, values: sources.values, model: .standard, settings: settings)
    #expect(errors.count == sources.molecules.count && errors.folds == sources.molecules.count)
    #expect((errors.rSquared ?? 0) > 0.9)
    #expect(process.observations == sources.molecules.count && process.molecules.count == 25)
    #expect(Set(process.molecules).isSubset(of: Set(sources.molecules.map(\.smiles))))
    #expect(process.approximation.averageUnexplainedShare > 0 && process.approximation.averageUnexplainedShare < 0.5)
  }

  /// What is kept is enough: the posterior that is made of it is the same, and that of all inducing molecules the exact one.
  @Test func isTheExactProcessWhereEveryMoleculeInduces() throws {
    let sparse = try sources.sparse(inducing: 1000)
    let exact = try SourceProcess.train(
      sources.molecules, features: sources.features, values: sources.values, model: .standard
    ).process
    let others = try Chains.features(Chains.molecules(lengths: 11...12))
    let read = try JSONDecoder().decode(SparseSourceProcess.self, from: JSONEncoder().encode(sparse))
    #expect(read == sparse)
    let (one, other) = (
      try sparse.posterior(sources.features(of: sparse)).projections(at: others),
      try read.posterior(sources.features(of: read)).projections(at: others)
    )
    #expect(one.means == other.means && one.columns == other.columns)
    let expected = try exact.conditioned(sources.features).predict(others)
    for (mean, prediction) in zip(one.means, expected) { #expect(abs(mean - prediction.mean) < 0.02 * sparse.spread) }
  }

  /// Its deviations are brought to its own errors, where there is noise to be told of.
  @Test func isCalibrated() throws {
    var settings = SparseSettings.ofSources
    settings.inducingInputs = 20
    var stream = RandomStream(seed: 4)
    let (_, errors) = try SparseSourceProcess.train(
      sources.molecules, features: sources.features, values: sources.values.map { $0 + 15 * stream.normal() },
      model: .standard, settings: settings)
    let coverage = try #require(errors.coverage)
    #expect((0.5...0.85).contains(coverage))
  }

  @Test func isDeterministic() throws {
    #expect(try sources.sparse(inducing: 15) == sources.sparse(inducing: 15))
  }

  @Test func equalValuesAreLearntFrom() throws {
    let process = try SparseSourceProcess.train(
      sources.molecules, features: sources.features, values: sources.values.map { _ in 4 }, model: .standard
    ).process
    #expect(process.spread == 1 && abs(process.average - 4) < 1e-12)
    let means = try process.posterior(sources.features(of: process)).projections(at: sources.features).means
    #expect(means.allSatisfy { abs($0 - 4) < 1e-6 })
  }

  @Test func oneValueIsTooFew() {
    #expect(throws: TransferLearningError.tooFewValues(output: 0, count: 1, needed: 2)) {
      try SparseSourceProcess.train(
        Array(sources.molecules.prefix(1)), features: Array(sources.features.prefix(1)), values: [1], model: .standard)
    }
  }
}
