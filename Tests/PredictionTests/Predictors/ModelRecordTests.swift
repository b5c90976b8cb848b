import Prediction
import Stores
import Testing

/// Which models an iteration fits, from what the record has of earlier ones.
struct ModelRecordTests {
  private let names: Set<String> = ["standard", "fingerprints", "detailed"]

  private func rows(
    _ iteration: Int, _ property: String = "gap", count: Int, _ weights: [String: Double]
  ) -> [ModelWeightRow] {
    weights.sorted { $0.key < $1.key }.map {
      ModelWeightRow(
        iteration: iteration, property: property, model: $0.key, weight: $0.value, observationCount: count)
    }
  }

  private func models(_ rows: [ModelWeightRow], count: Int, property: String = "gap") -> Set<String> {
    ModelRecord(rows).models(for: property, observationCount: count, among: names)
  }

  private var complete: [ModelWeightRow] {
    rows(1, count: 100, ["standard": 0.2, "fingerprints": 0.005, "detailed": 0.795])
  }

  @Test func withoutARecordAllAreFitted() {
    #expect(ModelRecord.none.models(for: "gap", observationCount: 8, among: names) == names)
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

  /// A campaign that was killed after an iteration was recorded decides as it would have: the rows are the same.
  @Test func anIterationIsDecidedAgainByWhatCameBeforeIt() {
    let later = rows(2, count: 130, ["standard": 0.5, "fingerprints": 0.25, "detailed": 0.25])
    let record = ModelRecord(complete + later)
    #expect(record.before(2).models(for: "gap", observationCount: 110, among: names) == ["standard", "detailed"])
    #expect(record.before(1).models(for: "gap", observationCount: 110, among: names) == names)
  }

  /// Another version of the program may have other models.
  @Test func aModelThatWasNeverFittedIsFitted() {
    let before = rows(1, count: 100, ["standard": 0.2, "detailed": 0.8])
    #expect(models(before, count: 100) == names)
    let other = rows(1, count: 100, ["standard": 0, "fingerprints": 0, "detailed": 0, "gone": 1])
    #expect(models(other, count: 100) == names)
  }
}
