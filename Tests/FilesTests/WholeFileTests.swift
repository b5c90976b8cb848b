import Files
import Foundation
import Synchronization
import Testing

@Suite struct WholeFileTests {
  @Test func aFileIsReplacedAndNothingElseIsLeft() throws {
    let folder = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(component: "file").path(percentEncoded: false)
    for text in ["first and longer", "second"] { try WholeFile.write(Data(text.utf8), to: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "second")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["file"])
  }

  @Test func theBodyIsCalled() {
    let count = Mutex(0)
    WholeFile.whileNoneIsWritten { count.withLock { $0 += 1 } }
    #expect(count.withLock { $0 } == 1)
  }
}
