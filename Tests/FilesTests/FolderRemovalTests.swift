import Files
import Foundation
import Glibc
import Testing

@Suite struct FolderRemovalTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  @Test func filesAndFoldersAreRemovedAndLinksNotFollowed() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: "\(folder)/a/b/c", withIntermediateDirectories: true)
    for name in ["a/1", "a/b/2", "a/b/c/3", "kept"] { try Data("x".utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
    try files.createSymbolicLink(atPath: "\(folder)/a/b/link", withDestinationPath: folder)
    #expect(removeFolder("\(folder)/a"))
    #expect(try files.contentsOfDirectory(atPath: folder) == ["kept"])
    #expect(removeFolder("\(folder)/missing"))
    #expect(removeFolder("\(folder)/kept"))
    #expect(try files.contentsOfDirectory(atPath: folder) == [])
  }

  @Test func aFolderWithoutPermissionsIsRemoved() throws {
    try FileManager.default.createDirectory(atPath: "\(folder)/a/b/c", withIntermediateDirectories: true)
    for path in ["\(folder)/a/b", "\(folder)/a"] { unsafe chmod(path, 0) }
    #expect(removeFolder("\(folder)/a"))
  }

  @Test func aTreeDeeperThanAPathMayBeLongIsRemoved() throws {
    let name = String(repeating: "d", count: 100)
    var place = unsafe open(folder, O_RDONLY | O_DIRECTORY)
    for _ in 0..<200 {
      #expect(unsafe mkdirat(place, name, 0o700) == 0)
      let inner = unsafe openat(place, name, O_RDONLY | O_DIRECTORY)
      close(place)
      place = inner
    }
    close(place)
    #expect(removeFolder(folder))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
