import BuildCorpus
import Foundation
import Testing

@Suite struct AssemblyTests {
  @Test func theFileIsWhatTheTablesGive() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try String(contentsOf: root.appending(path: "Sources/CCorpus/corpus.smi"), encoding: .utf8)
    let corpus = try assembledCorpus()
    #expect(corpus.text == file, "Run 'swift run BuildCorpus' after a change of its tables.")
    #expect(corpus.count == file.split(separator: "\n").count - 1)
    #expect(corpus.summary.count == 17)
  }
}
