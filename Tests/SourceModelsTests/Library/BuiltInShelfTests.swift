import Chemistry
import Files
import Foundation
import SourceModels
import Testing
import TransferLearning

/// The library that comes with the program, seen as any other.
@Suite struct BuiltInShelfTests {
  private let library: ModelLibrary

  init() throws { library = try ModelLibrary(named: LibraryName.builtIn) }

  @Test func itsModelsAreListedWithTheirErrors() throws {
    let list = try library.list()
    let heads = try SharedNetwork.builtIn().heads
    #expect(list.library == "built-in" && list.total == heads.count)
    #expect(list.models.map(\.property) == heads.map(\.property.name).sorted())
    for model in list.models {
      let head = heads[model.id - 1]
      #expect(model.kind == "shared-network" && model.property == head.property.name)
      #expect(model.meanAbsoluteError == head.errors.meanAbsoluteError && model.trainingSize == head.trainingSize)
    }
  }

  @Test func theFilterAndTheOrderAreThoseAskedFor() throws {
    #expect(try library.list(.init(property: "gap")).models.map(\.property) == ["gap"])
    #expect(try library.list(.init(kind: "gaussian-process")).models.isEmpty)
    #expect(try library.list(.init(representation: "physical-descriptors")).models.count == library.list().total)
    #expect(try library.list(.init(maxError: 0)).models.isEmpty)
    let bySize = try library.list(.init(order: .size)).models.map(\.trainingSize)
    #expect(bySize == bySize.sorted(by: >))
    let byFit = try library.list(.init(minR2: 0, order: .r2)).models.compactMap(\.rSquared)
    #expect(byFit == byFit.sorted(by: >))
    let byName = try library.list(.init(order: .error)).models.map(\.property)
    #expect(byName == byName.sorted())
    #expect(try library.list(.init(order: .newest)).models.map(\.id) == library.list().models.map(\.id).sorted())
  }

  @Test func aModelIsShown() throws {
    let details = try library.details(of: 1)
    #expect(details.source == "labels.csv" && details.folds == 5 && details.problem == nil)
    let error = #expect(throws: CampaignError.self) { try library.details(of: 99) }
    #expect(error?.description == "The library 'built-in' has no model 99.")
  }

  @Test func itsModelsServeACampaign() throws {
    let all = try library.sourceModels()
    #expect(all.count == 8 && all.allSatisfy { $0.name == "\($0.property) (built-in)" })
    #expect(try library.sourceModels(properties: ["lumo"]).map(\.property) == ["lumo"])
    #expect(try library.digest(properties: nil) == SharedNetwork.builtIn().versionWithName)
    #expect(try library.unusableCount(properties: nil) == 0)
    let error = #expect(throws: CampaignError.self) { try library.sourceModels(properties: ["gapp"]) }
    #expect(error?.description.hasPrefix("The built-in library has no model of 'gapp'") == true)
  }

  /// The models of a network that was trained with another RDKit are listed, but none is given.
  @Test func otherFeaturesAreRefused() throws {
    let network = try SharedNetwork.builtIn()
    let origin = SharedNetwork.Origin(
      representation: .init(name: network.origin.representation.name, version: "0; 0"), file: network.origin.file,
      digest: network.origin.digest, settings: network.origin.settings, seed: 1,
      programVersion: network.origin.programVersion, createdAt: network.origin.createdAt)
    let other = ModelLibrary(
      builtIn: SharedNetwork(
        heads: network.heads, origin: origin, network: network.network, values: network.heads.map { _ in [] }))
    #expect(other.isBuiltIn && library.isBuiltIn)
    #expect(try other.unusableCount(properties: nil) == 8)
    for properties in [nil, ["gap"]] {
      let error = #expect(throws: CampaignError.self) { try other.sourceModels(properties: properties) }
      #expect(error?.kind == .input && error?.description.contains("its predictions would be wrong") == true)
    }
  }

  @Test func itCannotBeChanged() throws {
    let file = FileManager.default.temporaryDirectory.path + "/cohobate-\(UUID().uuidString).model"
    for change in [
      { try library.remove([1]) }, { try library.export(1, to: file) },
      { _ = try ModelLibrary.importModel(file, into: LibraryName.builtIn) },
    ] as [() throws -> Void] {
      let error = #expect(throws: CampaignError.self) { try change() }
      #expect(error?.kind == .input && error?.description.contains("part of the program") == true)
    }
  }
}
