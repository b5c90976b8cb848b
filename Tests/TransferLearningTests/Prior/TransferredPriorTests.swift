import Chemistry
import CohobateTesting
import GaussianProcess
import Glibc
import Numerics
import Testing
import TransferLearning

struct TransferredPriorTests {
  /// The target's molecules are longer than those of the sources.
  let molecules: [Molecule]
  let features: [MolecularInput]
  let values: [Double]
  let reference: [MolecularInput]
  let sourceMolecules: [Molecule]

  init() throws {
    sourceMolecules = try Chains.molecules(lengths: 1...14)
    reference = try Chains.features(sourceMolecules)
    var stream = RandomStream(seed: 17)
    var molecules = try Chains.molecules(lengths: 4...18)
    stream.shuffle(&molecules)
    self.molecules = molecules
    features = try Chains.features(molecules)
    // The target follows the source, with a bend and noise of its own.
    values = molecules.map {
      3 - 0.04 * Chains.hidden($0) + 0.3 * sin(0.05 * Chains.hidden($0)) + 0.05 * stream.normal()
    }
  }

  private func source(_ name: String, shuffled: Bool = false, _ property: (Molecule) -> Double) throws -> SourceModel {
    var values = sourceMolecules.map(property)
    if shuffled {
      var stream = RandomStream(seed: 3)
      stream.shuffle(&values)
    }
    return try SourceProcess.train(sourceMolecules, features: reference, values: values, model: .standard).process
      .sourceModel(name: name, property: name, features: reference)
  }

  private func network() throws -> SourceModel {
    var stream = RandomStream(seed: 5)
    let representations: [Representation] = [.morganCounts]
    let rows = try sourceMolecules.map { molecule in
      try molecule.fingerprint().counts.map { Double($0) }
    }
    let targets = sourceMolecules.map(Chains.hidden)
    let trained = try TrainedNetwork.train(
      NetworkInputs(rows: rows, columns: 2048), NetworkTargets(targets), NetworkSettings(hiddenLayers: [16, 8]),
      stream: &stream)
    let average = targets.reduce(0, +) / Double(targets.count)
    return SourceModel(
      name: "network", property: "hidden", representations: representations, network: trained.network, average: average,
      spread: 20)
  }

  /// Fits to the first labels; the mean absolute error on the rest.
  private func outcome(_ sources: [SourceModel], labels: Int = 12) throws -> (fit: TransferredFit, error: Double) {
    let prior = TransferredPrior(model: .standard, sources: sources, reference: reference)
    let own = try prior.features(of: molecules)
    let fit = try prior.fit(Array(own.prefix(labels)), values: Array(values.prefix(labels)))
    let predictions = try fit.predict(Array(own.dropFirst(labels)))
    let errors = zip(predictions, values.dropFirst(labels)).map { abs($0.mean - $1) }
    return (fit, errors.reduce(0, +) / Double(errors.count))
  }

  @Test func aRelatedSourceHelps() throws {
    let without = try outcome([])
    let with = try outcome([try source("hidden", Chains.hidden)])
    #expect(without.fit.modelWeights.count == 1 && without.fit.transferWeight == 0)
    #expect(with.fit.transferWeight > 0.5)
    #expect(with.error < 0.8 * without.error)
    #expect(with.fit.modelWeights.contains { $0.sources.isEmpty })
  }

  /// With a useless source the model without transfer, which is always among the candidates, holds its own.
  @Test func aUselessSourceDoesLittleHarm() throws {
    let without = try outcome([])
    let with = try outcome([try source("noise", shuffled: true, Chains.hidden)])
    #expect(with.fit.transferWeight < 0.9)
    #expect(with.error < 1.1 * without.error)
  }

  @Test func theUsefulOneOfSeveralIsFound() throws {
    let sources = [
      try source("noise", shuffled: true, Chains.hidden), try source("hidden", Chains.hidden),
      try source("parity") { Double($0.heavyAtomCount % 2) },
    ]
    let fit = try outcome(sources).fit
    #expect(fit.modelWeights[0].sources.contains("hidden"))
    let alone = fit.modelWeights.filter { $0.sources == ["hidden"] }.reduce(0) { $0 + $1.weight }
    let others = fit.modelWeights.filter { !$0.sources.contains("hidden") }.reduce(0) { $0 + $1.weight }
    #expect(alone > others)
  }

  /// The kernels on sources are kernels: symmetric, positive semi-definite, with the derivatives that a fit uses.
  @Test func itsKernelsKeepTheirPromises() throws {
    let prior = TransferredPrior(
      model: .fingerprints, sources: [try source("hidden", Chains.hidden), try network()],
      reference: reference.map { MolecularInput(features: Array($0.features.prefix(2))) })
    let own = try prior.features(of: molecules)
    var settings = TransferSettings()
    settings.leastWeight = 0
    settings.membersAtMost = 100
    let fit = try prior.fit(Array(own.prefix(10)), values: Array(values.prefix(10)), settings: settings)
    let parts = Set(fit.modelWeights.flatMap(\.parts))
    #expect(parts == Set(TransferModel.Part.allCases))
    let inputs = try fit.inputs(Array(own.prefix(6)) + [own[0]])
    #expect(fit.mixture.members.count > 4)
    for member in fit.mixture.members {
      func violations(_ kernel: some Kernel<TransferInput>) -> [String] { kernelViolations(kernel, inputs: inputs) }
      #expect(violations(member.process.kernel) == [])
    }
  }

  /// Only those sources are asked that the average needs.
  @Test func sourcesWithoutWeightAreNotAsked() throws {
    let sources = [try source("noise", shuffled: true, Chains.hidden), try source("hidden", Chains.hidden)]
    let prior = TransferredPrior(model: .standard, sources: sources, reference: reference)
    let own = try prior.features(of: molecules)
    var settings = TransferSettings()
    settings.membersAtMost = 1
    let fit = try prior.fit(Array(own.prefix(20)), values: Array(values.prefix(20)), settings: settings)
    let asked = try fit.inputs([own[0]])[0].sources.map { $0 != nil }
    #expect(asked == sources.map { fit.modelWeights[0].sources.contains($0.name) })
  }

  @Test func isDeterministic() throws {
    let sources = [try source("hidden", Chains.hidden)]
    let (first, second) = (try outcome(sources), try outcome(sources))
    #expect(first.fit.modelWeights == second.fit.modelWeights && first.error == second.error)
  }

  /// Two sources together are also the pair that a screen would find: nothing is tried, weighed or shown twice.
  @Test func noWayIsTriedTwice() throws {
    for sources in [
      [try source("hidden", Chains.hidden), try network()],
      [try source("hidden", Chains.hidden), try source("noise", shuffled: true, Chains.hidden), try network()],
    ] {
      let ways = try outcome(sources).fit.modelWeights.map { "\($0.sources) \($0.parts)" }
      #expect(Set(ways).count == ways.count)
    }
  }

  /// Where sources are too many to be tried all together, those that the screen finds serve in every way.
  @Test func hiddenLayersOfManySourcesServe() throws {
    let network = try network()
    let prior = TransferredPrior(
      model: .standard,
      sources: [
        try source("parity") { Double($0.heavyAtomCount % 2) }, network,
        try source("noise", shuffled: true, Chains.hidden),
      ], reference: reference)
    let own = try prior.features(of: molecules)
    var settings = TransferSettings()
    settings.togetherAtMost = 1
    let fit = try prior.fit(Array(own.prefix(12)), values: Array(values.prefix(12)), settings: settings)
    #expect(fit.modelWeights.contains { $0.parts.contains(.hidden) })
  }

  /// A label that is known to be poor counts less, for the choice of sources too.
  @Test func aPoorLabelCountsLess() throws {
    let sources = [
      try source("hidden", Chains.hidden), try source("parity") { Double($0.heavyAtomCount % 2) },
      try source("noise", shuffled: true, Chains.hidden),
    ]
    let prior = TransferredPrior(model: .standard, sources: sources, reference: reference)
    let own = Array(try prior.features(of: molecules).prefix(12))
    var wrong = Array(values.prefix(12))
    wrong[3] += 4
    let trusted = try prior.fit(own, values: wrong)
    let doubted = try prior.fit(
      own, values: wrong, noiseDeviations: wrong.indices.map { $0 == 3 ? 4 : 0 })
    func weight(_ fit: TransferredFit) -> Double {
      fit.modelWeights.filter { $0.sources.contains("hidden") }.reduce(0) { $0 + $1.weight }
    }
    #expect(weight(doubted) > weight(trusted))
  }

  /// All ways of one set share what the model without transfer has alone: of one source there are four.
  @Test func theWaysOfOneSourceShareThePriorOfNoTransfer() throws {
    let fit = try outcome([try source("hidden", Chains.hidden)]).fit
    let best = fit.modelWeights[0]
    try #require(!best.sources.isEmpty && fit.modelWeights.count == 5)
    #expect(abs((best.logWeight ?? 0) - fit.best.logPosterior + log(4)) < 1e-9)
  }
}
