import Chemistry
import GaussianProcess
import Glibc
import Numerics
import Testing
import TransferLearning

/// Several structural kernels, weighed by what each predicts of labels that it has not seen.
struct WeighedWaysTests {
  private let molecules: [Molecule]
  private let features: [MolecularInput]
  private let prior: TransferredPrior

  init() throws {
    molecules = try Chains.molecules(lengths: 1...10)
    features = try molecules.inputs(ModelChoice.automatic.representations)
    prior = TransferredPrior(choice: .automatic, reference: features)
  }

  /// A draw from a process with the kernel of a model, at the medians of its hyper-parameters.
  private func draw(_ model: MolecularModel, seed: UInt64) throws -> [Double] {
    let inputs = try molecules.inputs(model.representations)
    var covariance = model.kernel(scalings: model.scalings(of: inputs)).block(inputs, inputs)
    covariance.addToDiagonal(1e-4)
    var stream = RandomStream(seed: seed)
    let normals = molecules.map { _ in stream.normal() }
    return try CholeskyFactor(covariance).lower * normals
  }

  /// The average weight of each model over draws from a process.
  private func shares(_ model: MolecularModel) throws -> [String: Double] {
    var shares: [String: Double] = [:]
    for seed in [1, 2, 3] as [UInt64] {
      let fit = try prior.fit(features, values: draw(model, seed: seed))
      for (name, weight) in fit.modelShares { shares[name, default: 0] += weight / 3 }
    }
    return shares
  }

  /// Values that follow MACCS keys, which only the detailed model reads.
  @Test func theDetailedModelIsFoundWhereItIsRight() throws {
    let shares = try shares(MolecularModel(on: [.maccs]))
    #expect((shares["detailed"] ?? 0) > 0.7, "\(shares)")
  }

  /// Values that follow all descriptors alike: a length scale for each of them only overfits.
  @Test func theStandardModelIsFoundWhereItIsRight() throws {
    let shares = try shares(MolecularModel(on: [.physicalDescriptors]))
    #expect((shares["standard"] ?? 0) > 0.5, "\(shares)")
  }

  @Test func aModelIsFittedAsIfItWereAlone() throws {
    let values = molecules.map(Chains.hidden)
    let unseen = try Chains.molecules(lengths: 12...13)
    for (name, model) in [("standard", MolecularModel.standard), ("detailed", .detailed)] {
      let own = try molecules.inputs(model.representations)
      let alone = try TransferredPrior(model: model, reference: own).fit(own, values: values)
      let among = try prior.fit(features, values: values, models: [name])
      #expect(among.modelShares.map(\.model) == [name] && among.modelShares.map(\.weight) == [1])
      #expect(alone.modelShares.isEmpty && alone.modelWeights[0].model == nil)
      #expect(
        try among.predict(prior.features(of: unseen)) == alone.predict(unseen.inputs(model.representations)))
      #expect(among.leaveOneOut == alone.leaveOneOut)
    }
  }

  @Test func theMixtureIsThatOfItsModels() throws {
    let values = molecules.map { Chains.hidden($0) }
    let fit = try prior.fit(features, values: values)
    #expect(Set(fit.modelWeights.compactMap(\.model)) == Set(ModelChoice.weighed))
    #expect(abs(fit.modelWeights.reduce(0) { $0 + $1.weight } - 1) < 1e-12 && fit.transferWeight == 0)
    // The recorded weights are those of the densities that each model alone has.
    let densities = try ModelChoice.weighed.map { name in
      let alone = try prior.fit(features, values: values, models: [name])
      return zip(alone.leaveOneOut, values).map { $0.logDensity(of: $1) }
    }
    let expected = Dictionary(zip(ModelChoice.weighed, stackingWeights(densities))) { first, _ in first }
    for (name, weight) in fit.modelShares { #expect(abs(weight - (expected[name] ?? 0)) < 1e-9) }
    for way in fit.modelWeights { #expect(abs(exp(way.logWeight ?? 0) - way.weight) < 1e-9) }
    let again = try prior.fit(features, values: values)
    #expect(again.modelWeights == fit.modelWeights && again.leaveOneOut == fit.leaveOneOut)
  }

  /// Every structural kernel is tried without sources and with them.
  @Test func sourcesServeEveryModel() throws {
    let chains = try ChainSources(lengths: 1...5)
    let labelled = try Chains.molecules(lengths: 3...4)
    let values = labelled.enumerated().map { 3 - 0.05 * Chains.hidden($1) + 0.02 * Double($0 % 5) }
    let reference = try Chains.molecules(lengths: 1...5).inputs(ModelChoice.automatic.representations)
    let prior = TransferredPrior(choice: .automatic, sources: [try chains.process()], reference: reference)
    let fit = try prior.fit(prior.features(of: labelled), values: values)
    for name in ModelChoice.weighed {
      let own = fit.modelWeights.filter { $0.model == name }
      #expect(own.contains { $0.sources.isEmpty } && own.contains { !$0.sources.isEmpty })
    }
    #expect(abs(fit.modelShares.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    #expect(fit.transferWeight > 0 && fit.mixture.members.count <= TransferSettings().membersAtMost)
  }
}
