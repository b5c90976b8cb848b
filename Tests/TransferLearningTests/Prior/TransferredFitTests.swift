import Chemistry
import GaussianProcess
import Glibc
import Testing
import TransferLearning

struct TransferredFitTests {
  private let features: [MolecularInput]
  private let values: [Double]
  private let fit: TransferredFit

  init() throws {
    let chains = try ChainSources(lengths: 1...5)
    let molecules = try Chains.molecules(lengths: 3...4)
    values = molecules.enumerated().map { 3 - 0.05 * Chains.hidden($1) + 0.02 * Double($0 % 5) }
    let prior = TransferredPrior(model: .standard, sources: [try chains.process()], reference: chains.features)
    features = try prior.features(of: molecules)
    fit = try prior.fit(features, values: values)
  }

  @Test func candidatesShareTheBelief() {
    #expect(abs(fit.modelWeights.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    #expect(zip(fit.modelWeights.dropFirst(), fit.modelWeights).allSatisfy { $0.weight <= $1.weight })
    let without = fit.modelWeights.filter { $0.sources.isEmpty }.reduce(0) { $0 + $1.weight }
    #expect(abs(fit.transferWeight + without - 1) < 1e-12)
    // Weights are in proportion to the exponentials of their logarithms.
    let (first, last) = (fit.modelWeights[0], fit.modelWeights[fit.modelWeights.count - 1])
    #expect(abs(log(first.weight / last.weight) - ((first.logWeight ?? 0) - (last.logWeight ?? 0))) < 1e-9)
  }

  @Test func membersAreTheMostProbable() {
    let weights = fit.mixture.members.map(\.weight)
    #expect(
      abs(weights.reduce(0, +) - 1) < 1e-12 && !weights.isEmpty && weights.count <= TransferSettings().membersAtMost)
    #expect(fit.modelWeights[0].leaveOneOutRMSE == fit.best.leaveOneOutRMSE)
    #expect(fit.leaveOneOut.count == values.count)
  }

  /// However many are asked about at once, each gets the same answer.
  @Test func predictionsDoNotDependOnTheCompany() throws {
    let many = (0..<1030).map { features[$0 % features.count] }
    let together = try fit.predict(many, includingNoise: true)
    let alone = try fit.predict([features[1028 % features.count]], includingNoise: true)[0]
    #expect(together.count == many.count)
    #expect(abs(together[1028].mean - alone.mean) < 1e-9)
    #expect(abs(together[1028].standardDeviation - alone.standardDeviation) < 1e-9)
    let surer = try fit.predict(Array(many.prefix(5)))
    #expect(zip(surer, together).allSatisfy { $0.standardDeviation < $1.standardDeviation })
  }
}
