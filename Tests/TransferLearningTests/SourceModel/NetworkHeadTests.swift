import Chemistry
import GaussianProcess
import Testing
import TransferLearning

struct NetworkHeadTests {
  /// Each molecule passes the network once for all heads: the hidden layer is the same.
  @Test func headsOfOneNetworkGiveTheSameHiddenLayer() throws {
    let chains = try SharedChains()
    let sources = try chains.sources()
    let (first, second) = (try sources[0].outputs(chains.inputs), try sources[1].outputs(chains.inputs))
    #expect(first.map(\.hidden) == second.map(\.hidden) && first.map(\.value) != second.map(\.value))
    #expect(first.allSatisfy { $0.hidden.count == 8 && $0.projection.isEmpty })
    // In standard deviations about the average.
    let average = first.map(\.value).reduce(0, +) / Double(first.count)
    #expect(abs(average) < 0.3)
  }

  /// Of two heads the hidden layer counts once, and the labels decide between two ways and none.
  @Test func aTargetIsFittedWithTheHeadsTogether() throws {
    let chains = try SharedChains()
    let prior = TransferredPrior(
      model: .standard, sources: try chains.sources(), reference: try Chains.features(chains.molecules))
    let features = try prior.features(of: chains.molecules)
    let values = chains.molecules.map { 2 - 0.1 * Chains.hidden($0) }
    let labelled = features.indices.filter { $0.isMultiple(of: 4) }
    let fit = try prior.fit(labelled.map { features[$0] }, values: labelled.map { values[$0] })
    #expect(fit.modelWeights.count == 3)
    #expect(Set(fit.modelWeights.map(\.parts)) == [[], [.linear], [.linear, .hidden]])
    #expect(fit.modelWeights.allSatisfy { $0.sources.isEmpty || $0.sources == ["hidden", "size"] })
    #expect(fit.transferWeight > 0.5)
    let without = try TransferredPrior(model: .standard, reference: try Chains.features(chains.molecules)).fit(
      labelled.map { features[$0] }, values: labelled.map { values[$0] })
    func error(_ fit: TransferredFit) throws -> Double {
      zip(try fit.predict(features), values).reduce(0) { $0 + abs($1.0.mean - $1.1) }
    }
    #expect(try error(fit) < error(without))
  }

  /// With a screen beside the network: its heads serve together or not at all, however many sources there are.
  @Test(arguments: [1, 10]) func besideOtherSourcesTheHeadsAreOne(togetherAtMost: Int) throws {
    let chains = try SharedChains()
    let alone = TransferredPrior(
      model: .standard, sources: try chains.sources(), reference: try Chains.features(chains.molecules))
    let features = try alone.features(of: chains.molecules)
    let values = chains.molecules.map { 2 - 0.1 * Chains.hidden($0) }
    let cheap = chains.molecules.map { Double($0.heavyAtomCount % 5) + 0.01 * Chains.hidden($0) }
    let screen = try #require(
      try alone.source(named: "screen", property: "cheap", features: features, values: cheap))
    var settings = TransferSettings()
    (settings.leastWeight, settings.membersAtMost, settings.togetherAtMost) = (0, 100, togetherAtMost)
    let fit = try alone.adding([screen]).fit(
      Array(features.prefix(12)), values: Array(values.prefix(12)), settings: settings)
    #expect(fit.modelWeights.count == 7)
    let heads = ["hidden", "size"]
    #expect(Set(fit.modelWeights.map(\.sources)) == [[], heads, ["screen"], heads + ["screen"]])
    for way in fit.modelWeights where way.parts.count == 2 {
      #expect(way.parts == [.linear, way.sources == ["screen"] ? .radial : .hidden])
    }
  }
}
