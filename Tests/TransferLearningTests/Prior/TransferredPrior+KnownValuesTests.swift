import Chemistry
import GaussianProcess
import Glibc
import Numerics
import Testing
import TransferLearning

struct TransferredPriorKnownValuesTests {
  let features: [MolecularInput]
  /// Cheap values: those of the structure, and a part that belongs to each molecule.
  let cheap: [Double]
  /// The values that matter, which the cheap ones nearly determine.
  let wanted: [Double]
  let prior: TransferredPrior

  init() throws {
    var stream = RandomStream(seed: 23)
    var molecules = try Chains.molecules(lengths: 2...16)
    stream.shuffle(&molecules)
    features = try Chains.features(molecules)
    let cheap = molecules.map { 0.05 * Chains.hidden($0) + 0.5 * stream.normal() }
    self.cheap = cheap
    wanted = cheap.map { 2 - 1.5 * $0 + 0.02 * stream.normal() }
    prior = TransferredPrior(model: .standard, reference: features)
  }

  private func source(_ count: Int, values: [Double]? = nil) throws -> SourceModel {
    try #require(
      try prior.source(
        named: "cheap", property: "cheap", features: Array(features.prefix(count)),
        values: Array((values ?? cheap).prefix(count))))
  }

  @Test func isCertainWhereValuesAreKnownAndUncertainElsewhere() throws {
    let known = 40
    let predictions = try source(known).predictions(features, noise: 0)
    for (prediction, value) in zip(predictions, cheap).prefix(known) {
      #expect(abs(prediction.mean - value) < 1e-3 && prediction.standardDeviation < 1e-2)
    }
    #expect(predictions.dropFirst(known).allSatisfy { $0.standardDeviation > 0.1 })
  }

  /// The root mean square error of the wanted values of molecules that are known cheaply.
  private func outcome(_ sources: [SourceModel], labels: Int = 20) throws -> (error: Double, weight: Double) {
    let fit = try prior.adding(sources).fit(Array(features.prefix(labels)), values: Array(wanted.prefix(labels)))
    let rest = labels..<60
    let predictions = try fit.predict(Array(features[rest]))
    let squares = zip(predictions, wanted[rest]).map { ($0.mean - $1) * ($0.mean - $1) }
    return ((squares.reduce(0, +) / Double(squares.count)).squareRoot(), fit.transferWeight)
  }

  @Test func valuesThatNearlyDetermineTheWantedOnesAreUsed() throws {
    let (alone, screened) = (try outcome([]), try outcome([try source(60)]))
    #expect(screened.weight > 0.99)
    #expect(screened.error < 0.2 * alone.error, "\(screened.error) against \(alone.error)")
  }

  @Test func nonsenseIsOutweighed() throws {
    var (nonsense, stream) = (cheap, RandomStream(seed: 4))
    stream.shuffle(&nonsense)
    let (alone, screened) = (try outcome([], labels: 40), try outcome([try source(60, values: nonsense)], labels: 40))
    #expect(screened.weight < 0.5)
    #expect(screened.error < 1.1 * alone.error, "\(screened.error) against \(alone.error)")
  }

  @Test func fewValuesAndEqualOnesMakeNoSource() throws {
    func source(_ values: [Double]) throws -> SourceModel? {
      try prior.source(
        named: "cheap", property: "cheap", features: Array(features.prefix(values.count)), values: values)
    }
    let few = TransferredPrior.fewestKnownValues - 1
    #expect(try source(Array(cheap.prefix(few))) == nil)
    #expect(try source(Array(repeating: 1, count: 20)) == nil)
    // A molecule that is known twice counts once.
    let twice = Array(features.prefix(few)) + Array(features.prefix(few))
    #expect(
      try prior.source(
        named: "cheap", property: "cheap", features: twice, values: Array(cheap.prefix(2 * few))) == nil)
  }
}
