import Foundation
import Stores
import Testing

@Suite struct ModelLibraryStoreQueriesTests {
  let folder: TemporaryFolder
  let store: ModelLibraryStore

  /// Four models, of which the numbers are 1 to 4.
  init() throws {
    folder = try TemporaryFolder()
    store = try ModelLibraryStore(path: folder.file("models.library"), mayMake: true)
    let entries: [SourceModelEntry] = [
      .sample(.sample(property: "logS"), unit: "", meanAbsoluteError: 0.75, rSquared: 0.5),
      .sample(
        .sample(kind: "gaussian-process"), trainingSize: 2000, meanAbsoluteError: 0.3, createdAt: Sample.start + 5),
      .sample(
        .sample(), trainingSize: 100, meanAbsoluteError: 0.4, rootMeanSquareError: 0.9, rSquared: nil, logDensity: nil,
        coverage: nil),
      .sample(.sample(representation: "maccs"), unit: "Eh", meanAbsoluteError: 0.0125, rSquared: -1),
    ]
    for entry in entries { try store.add(entry, document: Data([1, 2])) }
  }

  @Test(
    arguments: [
      (SourceModelQuery(), [4, 2, 3, 1]), (SourceModelQuery(property: "gap"), [4, 2, 3]),
      (SourceModelQuery(property: "GAP"), []), (SourceModelQuery(unit: ""), [1]),
      (SourceModelQuery(representation: "maccs"), [4]), (SourceModelQuery(kind: "neural-network"), [4, 3, 1]),
      (SourceModelQuery(meanAbsoluteErrorAtMost: 0.3), [4, 2]),
      (SourceModelQuery(rootMeanSquareErrorAtMost: 0.5), [4, 2, 1]), (SourceModelQuery(rSquaredAtLeast: 0.5), [2, 1]),
      (SourceModelQuery(trainingSizeAtLeast: 900), [4, 2, 1]),
      (SourceModelQuery(property: "gap", kind: "neural-network", trainingSizeAtLeast: 900), [4]),
      (SourceModelQuery(order: .meanAbsoluteError), [4, 2, 3, 1]), (SourceModelQuery(order: .rSquared), [2, 1, 4, 3]),
      (SourceModelQuery(order: .trainingSize), [2, 1, 4, 3]), (SourceModelQuery(order: .newest), [2, 1, 3, 4]),
    ] as [(SourceModelQuery, [Int])])
  func whatMeetsAllConditionsIsListedInOrder(query: SourceModelQuery, numbers: [Int]) throws {
    #expect(try store.models(query).map(\.id) == numbers)
  }

  @Test func whatIsNotKnownStaysSo() throws {
    let entry = try store.record(of: 3).entry
    #expect(entry.rSquared == nil && entry.logDensity == nil && entry.coverage == nil)
  }
}
