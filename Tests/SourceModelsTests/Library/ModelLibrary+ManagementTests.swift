import CachedCalculation
import CampaignTesting
import Files
import Foundation
import SourceModels
import Testing
import TransferLearning

@Suite struct ModelLibraryManagementTests {
  let table: AlkaneTable
  let library: ModelLibrary

  init() async throws {
    table = try AlkaneTable()
    _ = try await PretrainRun(
      PretrainRequest(
        table: table.table, representations: ["maccs", "maccs,fragment-counts"]),
      library: table.library, on: ComputeResources(jobs: 2)
    ).run()
    library = try ModelLibrary(path: table.library)
  }

  @Test func theFilterAndTheOrderAreThoseAskedFor() throws {
    #expect(try library.list().total == 8)
    #expect(try library.list(.init(property: "boiling")).models.count == 4)
    #expect(try library.list(.init(representation: "fragment-counts")).models.count == 4)
    #expect(try library.list(.init(representation: "maccs")).models.count == 8)
    #expect(try library.list(.init(kind: "neural-network")).models.allSatisfy { $0.kind == "neural-network" })
    let bySize = try library.list(.init(order: .r2)).models.compactMap(\.rSquared)
    #expect(bySize == bySize.sorted(by: >) && bySize.count == 8)
    #expect(try library.list(.init(minR2: bySize[3])).models.count == 4)
    let errors = try library.list(.init(property: "boiling", order: .error)).models.map(\.meanAbsoluteError)
    #expect(errors == errors.sorted())
    #expect(try library.list(.init(property: "boiling", maxError: errors[1])).models.count == 2)
  }

  @Test func wordsThatMeanNothingAreRefused() throws {
    for (filter, words) in [
      (SourceModelFilter(property: "boil"), "it has boiling, size_nm"),
      (SourceModelFilter(kind: "process"), "there are gaussian-process"),
    ] {
      let error = #expect(throws: CampaignError.self) { try library.list(filter) }
      #expect(error?.kind == .input && error?.description.contains(words) == true)
    }
  }

  @Test func aModelGoesToAFileAndComesBack() throws {
    let model = try #require(try library.list().models.first)
    let file = table.folder + "/one.model"
    try library.export(model.id, to: file)
    #expect(throws: CampaignError.self) { try library.export(model.id, to: file) }
    let same = try ModelLibrary.importModel(file, into: table.library)
    #expect(same.wasThere && same.model == model)
    try library.remove([model.id])
    let again = try ModelLibrary.importModel(file, into: table.library)
    #expect(!again.wasThere && again.model.id != model.id)
    #expect(again.model.meanAbsoluteError == model.meanAbsoluteError)
    let other = try ModelLibrary.importModel(file, into: table.folder + "/new/other.sqlite")
    #expect(other.model.id == 1)
    let details = try library.details(of: again.model.id)
    #expect(details.source == "alkanes.csv" && details.problem == nil && details.seed == "1")
    // How a process is fitted is a part of what it is known by.
    #expect(
      details.settings.contains(#""fitting":\#(SourceProcess.fittingVersion)"#) == (model.kind == "gaussian-process"))
  }

  @Test func whatIsNoModelIsNotImported() throws {
    let file = table.folder + "/no.model"
    try Data("nothing".utf8).write(to: URL(fileURLWithPath: file))
    for path in [file, table.folder + "/absent.model"] {
      let error = #expect(throws: CampaignError.self) {
        try ModelLibrary.importModel(path, into: table.folder + "/other.sqlite")
      }
      #expect(error?.kind == .input && error?.description.contains(path) == true)
    }
    #expect(!FileManager.default.fileExists(atPath: table.folder + "/other.sqlite"))
  }

  @Test func allAreRemovedOrNone() throws {
    let ids = try library.list().models.map(\.id)
    let error = #expect(throws: CampaignError.self) { try library.remove([ids[0], 999]) }
    #expect(error?.description.contains("no model 999") == true)
    #expect(try library.list().total == 8)
    try library.remove([ids[0], ids[0]])
    #expect(try library.list().total == 7)
  }
}
