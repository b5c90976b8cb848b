import Foundation
import Stores
import Testing

@Suite struct ModelLibraryStoreExchangeTests {
  let folder: TemporaryFolder
  let store: ModelLibraryStore
  let id: Int

  init() throws {
    folder = try TemporaryFolder()
    store = try ModelLibraryStore(path: folder.file("models.library"), mayMake: true)
    id = try store.add(.sample(), document: Data([0, 1, 2]))
  }

  @Test func theDocumentIsWrittenAsItIsAndNothingBesides() throws {
    let file = folder.file("gap.model")
    try store.export(id, to: file)
    #expect(FileManager.default.contents(atPath: file) == Data([0, 1, 2]))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { !$0.hasPrefix("models.library") } == ["gap.model"])
    // And what was exported goes into another library.
    let other = try ModelLibraryStore(path: folder.file("other.library"), mayMake: true)
    let document = try Data(contentsOf: URL(filePath: file))
    #expect(try other.document(of: other.add(.sample(), document: document)) == document)
  }

  @Test func aFileThatIsThereIsNotReplaced() throws {
    let file = folder.file("gap.model")
    try Data([9]).write(to: URL(filePath: file))
    let error = #expect(throws: LibraryError.self) { try store.export(id, to: file) }
    #expect(error?.description == "The model cannot be written to '\(file)': there is a file already.")
    #expect(FileManager.default.contents(atPath: file) == Data([9]))
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let file = folder.file("nowhere/gap.model")
    let error = #expect(throws: LibraryError.self) { try store.export(id, to: file) }
    #expect(error?.description.contains("'\(file)'") == true)
  }
}
