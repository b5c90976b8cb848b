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

  /// The average weight of each model of untransformed values over draws from a process.
  private func shares(_ model: MolecularModel) throws -> [String: Double] {
    var shares: [String: Double] = [:]
    for seed in [1, 2, 3] as [UInt64] {
      let fit = try prior.fit(features, values: draw(model, seed: seed), models: Set(ModelChoice.weighed))
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

  /// Values whose logarithm is a draw: the logarithm is found, and its predictions are those of positive values.
  @Test func theLogarithmIsFoundWhereItIsRight() throws {
    let values = try draw(.standard, seed: 4).map { exp(1.5 * $0) }
    let fit = try prior.fit(features, values: values)
    let share = fit.modelShares.filter { $0.model.hasPrefix("logarithm") }.reduce(0) { $0 + $1.weight }
    let plain = fit.modelShares.filter { !$0.model.hasSuffix(")") }.reduce(0) { $0 + $1.weight }
    #expect(share > 0.5 && plain < 0.2, "\(fit.modelShares)")
    #expect(fit.values == values && fit.hyperparameters.mean > 0)
    let predictions = try fit.predict(features)
    let posterior = CandidatePosterior(of: fit.mixture, at: try fit.inputs(features))
    for (own, joint) in zip(predictions, posterior.predictions) {
      #expect(abs(own.mean - joint.mean) < 1e-6 * abs(own.mean))
    }
    // The covariance with itself is the variance of the prediction.
    for index in [0, 7, 30] {
      let deviation = posterior.predictions[index].standardDeviation
      #expect(abs(posterior.covariances(with: index)[index] / (deviation * deviation) - 1) < 1e-6)
    }
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
    let names = ModelChoice.automatic.candidates.compactMap(\.name)
    #expect(Set(fit.modelWeights.compactMap(\.model)) == Set(names))
    #expect(abs(fit.modelWeights.reduce(0) { $0 + $1.weight } - 1) < 1e-12 && fit.transferWeight == 0)
    // The weights are those of the densities that each model alone has, of the values themselves: for the logarithm
    // that of the logarithm's prediction, which is normal, times the slope.
    let densities = try ModelChoice.automatic.candidates(for: values).map { candidate in
      let alone = try prior.fit(features, values: values, models: [try #require(candidate.name)])
      let transformation = ValueTransformation(candidate.transformation, of: values)
      return zip(alone.best.leaveOneOut, values).map {
        $0.logDensity(of: transformation.transformed($1)) + log(transformation.slope($1))
      }
    }
    let expected = Dictionary(zip(names, stackingWeights(densities))) { first, _ in first }
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
    for name in prior.choice.candidates(for: values).compactMap(\.name) {
      let own = fit.modelWeights.filter { $0.model == name }
      #expect(own.contains { $0.sources.isEmpty } && own.contains { !$0.sources.isEmpty })
    }
    #expect(abs(fit.modelShares.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    #expect(fit.transferWeight > 0 && fit.mixture.members.count <= TransferSettings().membersAtMost)
  }
}
