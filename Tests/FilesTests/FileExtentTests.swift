import Files
import Foundation
import Testing

@Suite struct FileExtentTests {
  @Test func itIsThatOfTheContentsInWhateverPiecesTheyCome() throws {
    let folder = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (plain, packed) = (folder.appending(component: "a.smi"), folder.appending(component: "a.smi.gz"))
    try Data(FileStreamTests.text.utf8).write(to: plain)
    try #require(Data(base64Encoded: FileStreamTests.compressed)).write(to: packed)
    let extent = try FileExtent(of: plain.path(percentEncoded: false))
    #expect(extent.lineCount == 2 && extent.byteCount == 22)
    #expect(extent.hash == stableHashValue(FileStreamTests.text.utf8))
    #expect(try FileExtent(of: packed.path(percentEncoded: false)) == extent)
    var pieces = FileExtent()
    for byte in FileStreamTests.text.utf8 { pieces.add([byte]) }
    #expect(pieces == extent)
  }
}
