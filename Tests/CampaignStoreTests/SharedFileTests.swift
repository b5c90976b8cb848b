import CampaignStore
import Foundation
import Testing

/// What caches and libraries have in common; the rest is tested with each.
@Suite struct SharedFileTests {
  @Test func theFileIsMadeWholeWithItsFolderAndItsDraftIsGone() throws {
    let folder = try TemporaryFolder()
    _ = try ModelLibraryStore(path: folder.file("a/models.library"), mayMake: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("a"))
    #expect(Set(names).isSubset(of: ["models.library", "models.library-wal", "models.library-shm"]))
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder.file("file")))
    let error = #expect(throws: LibraryError.self) {
      try ModelLibraryStore(path: folder.file("file/models.library"), mayMake: true)
    }
    #expect(
      error?.description.contains("'\(folder.file("file/"))' cannot be made") == true, "\(String(describing: error))")
  }
}
