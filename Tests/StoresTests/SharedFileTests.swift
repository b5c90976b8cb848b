import Foundation
import Glibc
import Stores
import Testing

/// What caches and libraries have in common; the rest is tested with each.
@Suite struct SharedFileTests {
  @Test func theFileIsMadeWholeWithItsFolderAndItsDraftIsGone() throws {
    let folder = try TemporaryFolder()
    _ = try ModelLibraryStore(path: folder.file("a/models.library"), mayMake: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("a"))
    #expect(Set(names).isSubset(of: ["models.library", "models.library-wal", "models.library-shm"]))
  }

  /// As a process leaves it that is killed while it makes the file; one that is at work holds a lock.
  @Test func aDraftThatNobodyMakesIsRemoved() throws {
    let folder = try TemporaryFolder()
    let drafts = (0..<2).map { _ in folder.file("models.library.\(UUID().uuidString)") }
    for draft in drafts { try Data("draft".utf8).write(to: URL(filePath: draft)) }
    try Data().write(to: URL(filePath: drafts[0] + "-wal"))
    try Data().write(to: URL(filePath: folder.file("models.library.copy")))
    let busy = unsafe open(drafts[1], O_RDWR)
    #expect(flock(busy, LOCK_EX | LOCK_NB) == 0)
    _ = try ModelLibraryStore(path: folder.file("models.library"), mayMake: true)
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    #expect(names.contains("models.library.copy"))
    #expect(
      names.filter { UUID(uuidString: String($0.dropFirst("models.library.".count))) != nil } == [
        drafts[1].split(separator: "/").last.map(String.init)
      ])
    close(busy)
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
