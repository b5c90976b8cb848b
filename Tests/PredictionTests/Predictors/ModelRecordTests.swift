import Prediction
import Stores
import Testing
import TransferLearning

/// How an iteration makes its fits, from what the record has of earlier ones.
struct ModelRecordTests {
  private let names: Set<String> = ["standard", "fingerprints", "detailed"]

  /// The ways of an iteration: one for each model, with the number of values as its coordinate.
  private func rows(
    _ iteration: Int, _ property: String = "gap", count: Int, _ weights: [String: Double], source: String? = nil
  ) -> [FittedWay] {
    weights.sorted { $0.key < $1.key }.enumerated().map { index, model in
      FittedWay(
        TransferRecord(
          iteration: iteration, property: property, rank: index + 1, model: model.key,
          sources: source.map { [$0] } ?? [],
          parts: source == nil ? [] : ["linear"], weight: model.value, logWeight: 0, leaveOneOutRMSE: 1,
          leaveOneOutLogDensity: 0, coordinates: [Double(count)]),
        observationCount: count)
    }
  }

  private func way(_ model: String, source: String? = nil) -> TransferWay {
    TransferWay(model: model, sources: source.map { [$0] } ?? [], parts: source == nil ? [] : [.linear])
  }

  private func decision(_ rows: [FittedWay], count: Int, property: String = "gap") -> ModelRecord.Decision {
    ModelRecord(rows).decision(for: property, observationCount: count, among: names)
  }

  private func models(_ rows: [FittedWay], count: Int, property: String = "gap") -> Set<String> {
    decision(rows, count: count, property: property).models
  }

  private var complete: [FittedWay] {
    rows(1, count: 100, ["standard": 0.2, "fingerprints": 0.005, "detailed": 0.795])
  }

  @Test func withoutARecordAllAreFitted() {
    let first = ModelRecord.none.decision(for: "gap", observationCount: 8, among: names)
    #expect(first.models == names && first.earlier == .none)
    #expect(models(complete, count: 104, property: "dipole") == names)
  }

  @Test(arguments: [(100, false), (119, false), (120, true), (200, true), (99, true)])
  func allAreFittedAgainWhenTheValuesHaveGrownByAFifthOrAreFewer(count: Int, isComplete: Bool) {
    #expect(models(complete, count: count) == (isComplete ? names : ["standard", "detailed"]))
  }

  /// The fifth is counted from the last fit of all models, however many others came between.
  @Test func fitsOfSomeModelsDoNotPutItOff() {
    let between = (2...5).flatMap {
      rows($0, count: 96 + 4 * $0, ["standard": 0.009, "detailed": 0.991])
    }
    #expect(models(complete + between, count: 119) == ["standard", "detailed"])
    #expect(models(complete + between, count: 120) == names)
    let again = rows(6, count: 120, ["standard": 0.001, "fingerprints": 0.002, "detailed": 0.997])
    #expect(models(complete + between + again, count: 143) == ["detailed"])
    #expect(models(complete + between + again, count: 144) == names)
  }

  /// A model's weight is the sum over its ways.
  @Test func theWaysOfAModelCountTogether() {
    let alone = rows(1, count: 100, ["standard": 0.006, "detailed": 0.97, "fingerprints": 0])
    let transferred = rows(1, count: 100, ["standard": 0.006, "detailed": 0.018, "fingerprints": 0], source: "other")
    #expect(models(alone, count: 110) == ["detailed"])
    #expect(models(alone + transferred, count: 110) == ["standard", "detailed"])
  }

  /// A campaign that was killed after an iteration was recorded decides as it would have: the rows are the same.
  @Test func anIterationIsDecidedAgainByWhatCameBeforeIt() {
    let later = rows(2, count: 130, ["standard": 0.5, "fingerprints": 0.25, "detailed": 0.25])
    let record = ModelRecord(complete + later)
    func models(before iteration: Int) -> Set<String> {
      record.before(iteration).decision(for: "gap", observationCount: 110, among: names).models
    }
    #expect(models(before: 2) == ["standard", "detailed"])
    #expect(models(before: 1) == names)
  }

  /// Another version of the program may have other models.
  @Test func aModelThatWasNeverFittedIsFitted() {
    let before = rows(1, count: 100, ["standard": 0.2, "detailed": 0.8])
    #expect(models(before, count: 100) == names)
    let other = rows(1, count: 100, ["standard": 0, "fingerprints": 0, "detailed": 0, "gone": 1])
    #expect(models(other, count: 100) == names)
  }

  @Test(arguments: [(200, 199, false), (200, 200, true), (200, 239, true), (200, 240, false), (190, 199, false)])
  func withManyValuesTheHyperparametersAreKeptUntilTheValuesHaveGrownByAFifth(before: Int, count: Int, areKept: Bool) {
    let rows = rows(1, count: before, ["standard": 0.2, "fingerprints": 0.005, "detailed": 0.795])
    let earlier = decision(rows, count: count).earlier
    #expect((earlier.coordinates[way("detailed")] == [Double(before)]) == areKept)
    #expect((earlier == .none) == !areKept)
  }

  /// Between the searches each fit has the hyper-parameters of the one before, with new ways from where they first appear.
  @Test func theLatestHyperparametersOfAWayCount() {
    let full =
      rows(1, count: 200, ["standard": 0.2, "fingerprints": 0, "detailed": 0.7995])
      + rows(1, count: 200, ["detailed": 0.0005], source: "y")
    let next =
      rows(2, count: 210, ["standard": 0.2, "detailed": 0.6]) + rows(2, count: 210, ["detailed": 0.2], source: "x")
    let earlier = decision(full + next, count: 220).earlier
    #expect(earlier.coordinates[way("standard")] == [210])
    #expect(earlier.coordinates[way("detailed", source: "x")] == [210])
    #expect(earlier.coordinates[way("fingerprints")] == [200])
    // A fit without sources is never negligible: all others are compared with it.
    #expect(earlier.negligible == [way("detailed", source: "y")])
  }

  @Test func aWayThatCouldNotBeFittedIsTriedAgain() {
    var full =
      rows(1, count: 200, ["standard": 1, "fingerprints": 0, "detailed": 0])
      + rows(1, count: 200, ["detailed": 0], source: "y")
    let failed = TransferRecord(
      iteration: 1, property: "gap", rank: 4, model: "detailed", sources: ["x"], parts: ["linear"], weight: 0,
      logWeight: nil, leaveOneOutRMSE: nil, leaveOneOutLogDensity: nil, failure: "It could not be fitted.")
    full.append(FittedWay(failed, observationCount: 200))
    let earlier = decision(full, count: 210).earlier
    #expect(earlier.negligible == [way("detailed", source: "y")])
    #expect(earlier.coordinates[way("detailed", source: "x")] == nil)
  }

  /// A named model with sources has ways without a model's name.
  @Test func theWaysOfANamedModelAreKeptToo() {
    let row = TransferRecord(
      iteration: 1, property: "gap", rank: 1, sources: ["x"], parts: ["linear"], weight: 1, logWeight: 0,
      leaveOneOutRMSE: 1, leaveOneOutLogDensity: 0, coordinates: [1.5])
    let record = ModelRecord([FittedWay(row, observationCount: 300)])
    let decision = record.decision(for: "gap", observationCount: 310, among: [])
    #expect(decision.models.isEmpty)
    let way = TransferWay(model: nil, sources: ["x"], parts: [.linear])
    #expect(decision.earlier.coordinates == [way: [1.5]])
    #expect(record.decision(for: "gap", observationCount: 360, among: []).earlier == .none)
  }
}
