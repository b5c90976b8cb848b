import GaussianProcess
import Numerics
import Testing
import TransferLearning

/// The covariances that are kept equal those that are computed.
struct AskedListTests {
  private let features: [MolecularInput]
  private let fit: TransferredFit
  private let source: ScaledSource

  init() throws {
    let chains = try ChainSources(lengths: 1...5)
    let molecules = try Chains.molecules(lengths: 3...4)
    let values = molecules.enumerated().map { 3 - 0.05 * Chains.hidden($1) + 0.02 * Double($0 % 5) }
    let model = try chains.process()
    let prior = TransferredPrior(model: .standard, sources: [model], reference: chains.features)
    features = try prior.features(of: molecules)
    fit = try prior.fit(features, values: values)
    source = ScaledSource(
      model: model, index: 0, places: Array(MolecularModel.standard.representations.indices), centre: 0.1, scale: 1.5)
  }

  /// Inputs that are of no list.
  private func alone(_ inputs: [TransferInput]) -> [TransferInput] {
    inputs.map { TransferInput(features: $0.features, sources: $0.sources) }
  }

  private func expectKept(_ a: [TransferInput], _ b: [TransferInput]) throws {
    #expect(AskedList.covariances(of: 0, a, b) != nil)
    try expectEqual(a, b)
  }

  private func expectEqual(_ a: [TransferInput], _ b: [TransferInput]) throws {
    let kept = try #require(source.covariances(a, b))
    let computed = try #require(source.covariances(alone(a), alone(b)))
    #expect(kept.rows == a.count && kept.columns == b.count)
    #expect(zip(kept.storage, computed.storage).allSatisfy { abs($0 - $1) < 1e-10 })
  }

  @Test func ofLabelledMoleculesInAnyOrder() throws {
    let labelled = fit.best.process.inputs
    try expectKept(labelled, labelled)
    try expectKept(Array(labelled.prefix(3)), labelled.reversed())
  }

  @Test func ofLabelledMoleculesWithOthers() throws {
    let others = try fit.inputs(Array(features.suffix(4)))
    try expectKept(fit.best.process.inputs, others)
    try expectKept(Array(fit.best.process.inputs.suffix(2)), [others[3], others[0]])
  }

  @Test func variances() throws {
    for inputs in [fit.best.process.inputs, Array(try fit.inputs(features).reversed())] {
      let kept = source.variances(inputs)
      #expect(zip(kept, source.variances(alone(inputs))).allSatisfy { abs($0 - $1) < 1e-10 })
    }
  }

  @Test func ofOneMoleculeWithTheOthers() throws {
    let others = try fit.inputs(Array(features.suffix(4)))
    for one in others { try expectKept([one], others) }
    try expectKept([others[2]], [others[3], others[2]])
  }

  @Test func othersAreComputed() throws {
    let others = try fit.inputs(Array(features.suffix(4)))
    for (a, b) in [(others, others), (try fit.inputs([features[0]]), others)] {
      #expect(AskedList.covariances(of: 0, a, b) == nil)
      try expectEqual(a, b)
    }
  }
}
