import Foundation
import GRDB
import Stores
import Testing

@Suite struct ModelLibraryStoreTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("models.library")
  }

  @Test func aModelIsFoundByItsKeyAlsoByAnotherWhoOpensTheFile() throws {
    let store = try ModelLibraryStore(path: path, mayMake: true)
    #expect(try store.model(for: .sample()) == nil)
    let document = Data([0, 1, 0xFF])
    let id = try store.add(.sample(), document: document)
    for store in [store, try ModelLibraryStore(path: path, mayMake: false)] {
      #expect(try store.model(for: .sample()) == id)
      #expect(try store.document(of: id) == document)
      #expect(try store.record(of: id) == SourceModelRecord.decoded(id: id, .sample(), size: 3))
    }
  }

  @Test func whoOnlyReadsChangesNothing() throws {
    #expect(throws: LibraryError(path: path, cause: .notFound(path: path))) { try ModelLibraryStore(readingOnly: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    let id = try ModelLibraryStore(path: path, mayMake: true).add(.sample(), document: Data([1]))
    let reader = try ModelLibraryStore(readingOnly: path)
    #expect(try reader.models().map(\.id) == [id])
    #expect(throws: LibraryError.self) { try reader.add(.sample(.sample(property: "homo")), document: Data([2])) }
  }

  @Test(arguments: [
    SourceModelKey.sample(property: "homo"), .sample(representation: "maccs"), .sample(representationVersion: "2"),
    .sample(kind: "gaussian-process"), .sample(dataDigest: "d2"), .sample(settingsDigest: "s2"),
  ])
  func noPartOfTheKeyMayDiffer(other: SourceModelKey) throws {
    let store = try ModelLibraryStore(path: path, mayMake: true)
    let id = try store.add(.sample(), document: Data([1]))
    #expect(try store.model(for: other) == nil)
    let second = try store.add(.sample(other), document: Data([2]))
    #expect(second != id)
    #expect(try store.document(of: id) == Data([1]) && store.document(of: second) == Data([2]))
  }

  @Test func theFirstOfAKeyStays() throws {
    let store = try ModelLibraryStore(path: path, mayMake: true)
    let id = try store.add(.sample(), document: Data([1]))
    #expect(try store.add(.sample(trainingSize: 5), document: Data([2])) == id)
    #expect(try store.document(of: id) == Data([1]))
    #expect(try store.models().map(\.entry.trainingSize) == [900])
  }

  @Test func aRemovedModelIsGoneAndItsNumberIsNotGivenAgain() throws {
    let store = try ModelLibraryStore(path: path, mayMake: true)
    let id = try store.add(.sample(), document: Data(repeating: 7, count: 1_000_000))
    try store.remove([id])
    #expect(try store.models().isEmpty)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    #expect(try #require(size) < 100_000)
    #expect(try store.add(.sample(), document: Data([1])) > id)
  }

  @Test func aModelThatIsNotThereIsNamed() throws {
    let store = try ModelLibraryStore(path: path, mayMake: true)
    let error = LibraryError(path: path, cause: .unknown(path: path, what: "model 7"))
    #expect(throws: error) { try store.document(of: 7) }
    #expect(throws: error) { try store.record(of: 7) }
    #expect(throws: error) { try store.remove([7]) }
  }

  @Test func aLibraryThatIsNotThereIsMadeOnlyWhereItMayBe() throws {
    #expect(throws: LibraryError(path: path, cause: .notFound(path: path))) {
      try ModelLibraryStore(path: path, mayMake: false)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    _ = try ModelLibraryStore(path: folder.file("a/b.library"), mayMake: true)
    #expect(FileManager.default.fileExists(atPath: folder.file("a/b.library")))
  }

  @Test func manyThreadsMakeTheFileAndAddAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<6 {
        group.addTask { [path] in try addModels(0..<15, by: writer, to: path) }
      }
      try await group.waitForAll()
    }
    try expectModels(15)
  }

  @Test func twoProcessesMakeTheFileAndAddAtOnce() async throws {
    let path = self.path
    async let first = #expect(processExitsWith: .success) { [path = path as String] in
      try addModels(0..<30, by: 1, to: path)
    }
    async let second = #expect(processExitsWith: .success) { [path = path as String] in
      try addModels(10..<40, by: 2, to: path)
    }
    _ = await (first, second)
    try expectModels(40)
  }

  /// Every property has one whole model, of one of the writers.
  private func expectModels(_ count: Int) throws {
    let store = try ModelLibraryStore(path: path, mayMake: false)
    let models = try store.models()
    #expect(models.count == count)
    for model in models {
      let document = try store.document(of: model.id)
      #expect(document.count == 10_000 && Set(document).count == 1)
    }
    #expect(try store.database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
  }

  @Test func aFileOfAnotherKindIsRefusedUntouched() throws {
    let cache = folder.file("cache.sqlite")
    try CalculationCacheStore(path: cache).database.close()
    let text = folder.file("notes.txt")
    try Data("not a database, and long enough to be looked at as one".utf8).write(to: URL(filePath: text))
    for path in [cache, text] {
      let before = FileManager.default.contents(atPath: path)
      let error = #expect(throws: LibraryError.self) { try ModelLibraryStore(path: path, mayMake: true) }
      #expect(error?.description == "'\(path)' is not a library of source models.")
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }
}

/// Opens the library, or makes it, and adds models of properties, with bytes that say who wrote them.
private func addModels(_ numbers: Range<Int>, by writer: Int, to path: String) throws {
  let store = try ModelLibraryStore(path: path, mayMake: true)
  for number in numbers {
    try store.add(
      .sample(.sample(property: "p\(number)")), document: Data(repeating: UInt8(writer), count: 10_000))
  }
}

extension SourceModelRecord {
  /// A record, by way of its coding.
  static func decoded(id: Int, _ entry: SourceModelEntry, size: Int) throws -> SourceModelRecord {
    let json = String(decoding: try JSONEncoder().encode(entry), as: UTF8.self)
    return try JSONDecoder().decode(
      SourceModelRecord.self, from: Data(#"{"id":\#(id),"entry":\#(json),"size":\#(size)}"#.utf8))
  }
}
