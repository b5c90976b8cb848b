import Foundation
import Stores
import Testing

@Suite("Whether a record has changed")
struct RecordWatchTests {
  @Test("Rows that another connection writes are a change, once")
  func rows() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let store = try Sample.run(at: path)
    let watch = RecordWatch(path: path)
    #expect(watch.change() == nil)
    try store.endCampaign(.hits, message: "All hits were found.")
    #expect(watch.change() == .rows)
    #expect(watch.change() == nil)
  }

  @Test("A file that comes, goes or is replaced is a change of the file")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let watch = RecordWatch(path: path)
    #expect(watch.change() == nil)
    try Sample.begin(at: path).close()
    #expect(watch.change() == .file)
    #expect(watch.change() == nil)
    try FileManager.default.removeItem(atPath: path)
    #expect(watch.change() == .file)
    try Data("nothing".utf8).write(to: URL(filePath: path))
    #expect(watch.change() == .file)
    #expect(watch.change() == nil)
  }
}
