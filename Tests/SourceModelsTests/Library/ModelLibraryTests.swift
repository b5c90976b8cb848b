import CachedCalculation
import CampaignTesting
import Chemistry
import Files
import Foundation
import GaussianProcess
import SourceModels
import Stores
import Testing
import TransferLearning

@Suite struct ModelLibraryTests {
  let table: AlkaneTable

  init() async throws {
    table = try AlkaneTable()
    for representation in ["maccs", "fragment-counts"] {
      _ = try await PretrainRun(
        PretrainRequest(
          table: table.table, representations: [representation]),
        library: table.library, on: ComputeResources(jobs: 2)
      ).run()
    }
  }

  @Test func theBestModelOfEachPropertyAndKindIsGiven() throws {
    let library = try ModelLibrary(path: table.library)
    let listed = try library.list()
    let models = try library.sourceModels()
    #expect(listed.models.count == 8)
    let best = Dictionary(grouping: listed.models) { "\($0.property) (\($0.kind)" }.compactMap { name, rivals in
      rivals.min { $0.rootMeanSquareError < $1.rootMeanSquareError }.map { (name: name, model: $0) }
    }
    #expect(best.count == 4)
    #expect(Set(models.map(\.name)) == Set(best.map { "\($0.name) \($0.model.id), alkanes.csv)" }))
    for (name, model) in best {
      let given = try #require(models.first { $0.name.hasPrefix("\(name) ") })
      #expect(given.representations.map(\.name) == [model.representation])
    }
    #expect(try library.sourceModels(properties: ["boiling"]).map(\.property) == ["boiling", "boiling"])
  }

  @Test func whatIsNotThereIsAnErrorThatListsWhatIs() throws {
    let library = try ModelLibrary(path: table.library)
    let error = #expect(throws: CampaignError.self) { try library.sourceModels(properties: ["boling"]) }
    #expect(error?.kind == .input)
    #expect(
      error?.description.hasSuffix("has no model of 'boling'; it has boiling, size_nm. Did you mean 'boiling'?") == true
    )
    let absent = #expect(throws: CampaignError.self) { try ModelLibrary(path: table.folder + "/none.sqlite") }
    #expect(absent?.kind == .input && absent?.description.contains("'cohobate pretrain TABLE.csv' makes one") == true)
    try library.remove(library.list().models.map(\.id))
    let empty = #expect(throws: CampaignError.self) { try library.sourceModels() }
    #expect(empty?.description.contains("has no models") == true)
  }

  @Test func aModelOfOtherNumbersIsRefusedWhenItIsToPredict() throws {
    let library = try ModelLibrary(path: table.library)
    let store = try ModelLibraryStore(path: table.library, mayMake: false)
    let first = try #require(try library.list().models.first)
    let old = try SourceModelDocument(decoding: store.document(of: first.id))
    let other = SourceModelDocument(
      kind: old.kind, property: .init(name: "old", unit: "K", summary: ""),
      representation: .init(name: old.representation.name, version: "0"), provenance: old.provenance,
      trainingSize: old.trainingSize, errors: old.errors, settings: old.settings, seed: old.seed,
      programVersion: "0.0.1", createdAt: old.createdAt, payload: old.payload)
    let file = table.folder + "/old.model"
    try other.encoded().write(to: URL(fileURLWithPath: file))
    let imported = try ModelLibrary.importModel(file, into: table.library)
    #expect(!imported.wasThere)
    #expect(try library.details(of: imported.model.id).problem?.contains("of version '0'") == true)
    let error = #expect(throws: CampaignError.self) { try library.sourceModels(properties: ["old"]) }
    #expect(error?.kind == .input)
    #expect(error?.description.contains("its predictions would be wrong") == true)
    #expect(try library.sourceModels(properties: ["boiling"]).count == 2)
  }

  /// Errors on other molecules say nothing: a table of few and alike ones must not push a broad one aside.
  @Test func modelsOfOtherDataStandBesideEachOther() async throws {
    let few = AlkaneTable.text.split(separator: "\n").prefix(25).joined(separator: "\n") + "\n"
    let other = table.folder + "/few.csv"
    try Data(few.utf8).write(to: URL(fileURLWithPath: other))
    let library = try ModelLibrary(path: table.library)
    let before = try library.sourceModels(properties: ["boiling"])
    _ = try await PretrainRun(
      PretrainRequest(table: other, representations: ["maccs"]), library: table.library,
      on: ComputeResources(jobs: 2)
    ).run()
    let after = try library.sourceModels(properties: ["boiling"])
    #expect(after.count == before.count + 2)
    #expect(after.count { $0.name.hasSuffix("few.csv)") } == 2)
  }

  /// After an update of RDKit, models that were trained before it are left out where there are others.
  @Test func modelsOfOtherNumbersAreLeftOutWhereThereAreOthers() throws {
    let library = try ModelLibrary(path: table.library)
    let before = try library.sourceModels(properties: ["boiling"]).map(\.name)
    let store = try ModelLibraryStore(path: table.library, mayMake: false)
    let first = try #require(try library.list().models.first { $0.property == "boiling" })
    let old = try SourceModelDocument(decoding: store.document(of: first.id))
    let other = SourceModelDocument(
      kind: old.kind, property: old.property,
      representation: .init(name: old.representation.name, version: "0"),
      provenance: .init(file: "old.csv", digest: "other", rows: 9, distinctMolecules: 9),
      trainingSize: old.trainingSize, errors: old.errors, settings: old.settings, seed: old.seed,
      programVersion: "0.0.1", createdAt: old.createdAt, payload: old.payload)
    let file = table.folder + "/old.model"
    try other.encoded().write(to: URL(fileURLWithPath: file))
    _ = try ModelLibrary.importModel(file, into: table.library)
    #expect(try library.sourceModels(properties: ["boiling"]).map(\.name) == before)
    #expect(try library.unusableCount(properties: ["boiling"]) == 1)
    #expect(try library.unusableCount(properties: ["size_nm"]) == 0)
  }
}
