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

    // What had no weight is left out, and what had keeps its share.
    let served = Set(searched.modelWeights.filter { $0.weight > 0.001 }.map(\.weight))
    earlier.negligible = Set(
      searched.modelWeights.filter { !served.contains($0.weight) }
        .map { TransferWay(model: $0.model, sources: $0.sources, parts: $0.parts) })
    let fewer = try prior.fit(own, values: values, earlier: earlier)
    #expect(!earlier.negligible.isEmpty && fewer.modelWeights.count == served.count)
    for (one, other) in zip(fewer.modelWeights, searched.modelWeights) {
      #expect(abs(one.weight - other.weight) < 0.01)
    }
  }

  /// Another version of the program may have other kernels under the same name.
  @Test func hyperparametersThatDoNotFitAreSearched() throws {
    let prior = TransferredPrior(model: .standard, reference: reference)
    let own = try prior.features(of: molecules)
    let way = TransferWay(model: nil, sources: [], parts: [])
    let searched = try prior.fit(own, values: values)
    let other = try prior.fit(own, values: values, earlier: EarlierFit(coordinates: [way: [0]]))
    #expect(other.modelWeights == searched.modelWeights && other.best.evaluations > 1)
    // If nothing else is left, what was negligible is fitted.
    let none = try prior.fit(own, values: values, earlier: EarlierFit(coordinates: [:], negligible: [way]))
    #expect(none.modelWeights == searched.modelWeights)
  }
}
