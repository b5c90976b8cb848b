import GaussianProcess
import Numerics
import Testing
import TransferLearning

struct SourceBlockTests {
  private let chains: ChainSources

  init() throws { chains = try ChainSources(lengths: 1...4) }

  @Test func valuesAreCentredAndScaled() throws {
    let (sources, inputs) = try chains.scaled([chains.process()], centre: 0.3, scale: 2)
    let own = inputs.map { ($0.sources[0]?.value ?? .nan) }
    #expect(zip(sources[0].values(inputs), own).allSatisfy { abs($0 - ($1 - 0.3) / 2) < 1e-14 })
  }

  /// Of exact and sparse processes alike: symmetric, positive semi-definite, the variances on the diagonal.
  @Test func covariancesAreCovariances() throws {
    let sparse = try chains.sparse(inducing: 10)
    let models = [
      try chains.process(), try sparse.sourceModel(name: "s", property: "p", features: chains.features(of: sparse)),
    ]
    let (sources, inputs) = try chains.scaled(models)
    for source in sources {
      let covariances = try #require(source.covariances(inputs, inputs))
      #expect(zip(covariances.storage, covariances.transposed.storage).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(try SymmetricEigendecomposition(covariances).values.allSatisfy { $0 > -1e-9 })
      #expect(zip(covariances.diagonal, source.variances(inputs)).allSatisfy { abs($0 - $1) < 1e-9 })
      let none = try #require(source.covariances([], inputs))
      #expect(none.rows == 0 && none.columns == inputs.count)
    }
  }

  /// A greater scale makes the source surer in the target's units.
  @Test func theScaleIsSquaredInCovariances() throws {
    let model = try chains.process()
    let (one, inputs) = try chains.scaled([model], scale: 1)
    let (two, _) = try chains.scaled([model], scale: 2)
    #expect(zip(one[0].variances(inputs), two[0].variances(inputs)).allSatisfy { abs($0 - 4 * $1) < 1e-12 })
  }

  @Test func whoDoesNotSayHowSureHeIsCountsAsSure() throws {
    let (sources, inputs) = try chains.scaled([chains.network()])
    #expect(sources[0].covariances(inputs, inputs) == nil)
    #expect(sources[0].variances(inputs).allSatisfy { $0 == 0 })
  }

  @Test func aSourceThatWasNotAskedSaysNothing() throws {
    let (sources, inputs) = try chains.scaled([chains.network()])
    let unasked = inputs.map { TransferInput(features: $0.features, sources: [nil]) }
    #expect(sources[0].values(unasked).allSatisfy { $0 == 0 })
  }
}
