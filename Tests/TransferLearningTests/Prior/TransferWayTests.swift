import Chemistry
import GaussianProcess
import Glibc
import Numerics
import Testing
import TransferLearning

/// What is kept of an earlier fit.
struct TransferWayTests {
  let molecules: [Molecule]
  let values: [Double]
  let sourceMolecules: [Molecule]
  let reference: [MolecularInput]

  init() throws {
    sourceMolecules = try Chains.molecules(lengths: 1...14)
    reference = try Chains.features(sourceMolecules)
    var stream = RandomStream(seed: 17)
    molecules = try Chains.molecules(lengths: 4...18)
    values = molecules.map {
      3 - 0.04 * Chains.hidden($0) + 0.3 * sin(0.05 * Chains.hidden($0)) + 0.05 * stream.normal()
    }
  }

  private func source() throws -> SourceModel {
    try SourceProcess.train(
      sourceMolecules, features: reference, values: sourceMolecules.map(Chains.hidden), model: .standard
    ).process.sourceModel(name: "hidden", property: "hidden", features: reference)
  }

  /// With the hyper-parameters of a fit, the same labels give the same fit without a search.
  @Test func anEarlierFitIsContinued() throws {
    let prior = TransferredPrior(
      choice: .automatic, sources: [try source()],
      reference: try sourceMolecules.inputs(ModelChoice.automatic.representations))
    let own = try prior.features(of: molecules)
    let searched = try prior.fit(own, values: values)
    var earlier = EarlierFit.none
    for way in searched.modelWeights {
      earlier.coordinates[TransferWay(model: way.model, sources: way.sources, parts: way.parts)] = way.coordinates
    }
    #expect(earlier.coordinates.count == searched.modelWeights.count && searched.modelWeights.count > 6)
    let continued = try prior.fit(own, values: values, earlier: earlier)
    #expect(continued.modelWeights == searched.modelWeights)
    #expect(continued.leaveOneOut == searched.leaveOneOut && continued.best.evaluations == 1)

    // What had no weight is left out, but for the fits without sources, and what had keeps its share.
    func isKept(_ way: TransferredFit.ModelWeight) -> Bool { way.weight > 0.001 || way.sources.isEmpty }
    earlier.negligible = Set(
      searched.modelWeights.filter { !isKept($0) }
        .map { TransferWay(model: $0.model, sources: $0.sources, parts: $0.parts) })
    let kept = searched.modelWeights.filter(isKept)
    let fewer = try prior.fit(own, values: values, earlier: earlier)
    #expect(!earlier.negligible.isEmpty && fewer.modelWeights.map(\.sources) == kept.map(\.sources))
    for (one, other) in zip(fewer.modelWeights, kept) { #expect(abs(one.weight - other.weight) < 0.01) }
  }

  /// Another version of the program may have other kernels under the same name.
  @Test func hyperparametersThatDoNotFitAreSearched() throws {
    let prior = TransferredPrior(model: .standard, reference: reference)
    let own = try prior.features(of: molecules)
    let way = TransferWay(model: nil, sources: [], parts: [])
    let searched = try prior.fit(own, values: values)
    let other = try prior.fit(own, values: values, earlier: EarlierFit(coordinates: [way: [0]]))
    #expect(other.modelWeights == searched.modelWeights && other.best.evaluations > 1)
  }

  /// With further labels, the hyper-parameters of before may have no fit: a molecule that stands twice needs noise.
  @Test func hyperparametersThatNoLongerServeAreSearched() throws {
    let prior = TransferredPrior(model: .standard, reference: reference)
    let own = try prior.features(of: molecules)
    let (twice, both) = (own + own, values + values.map { $0 + 0.1 })
    let searched = try prior.fit(twice, values: both)
    var coordinates = try #require(searched.modelWeights[0].coordinates)
    coordinates[coordinates.count - 1] = -1000
    let way = TransferWay(model: nil, sources: [], parts: [])
    let again = try prior.fit(twice, values: both, earlier: EarlierFit(coordinates: [way: coordinates]))
    #expect(again.modelWeights == searched.modelWeights)
  }
}
