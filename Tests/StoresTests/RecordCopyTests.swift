import Foundation
import Stores
import Testing

@Suite("A copy of a record to work on")
struct RecordCopyTests {
  private let folder: TemporaryFolder
  private let record: String

  init() throws {
    folder = try TemporaryFolder()
    record = folder.file("a.sqlite")
  }

  private func makeCopy() async throws -> RecordCopy {
    try RecordCopy(
      of: record, in: folder.file("node"), under: try await RecordCopy.lock(of: record, patienceSeconds: 0))
  }

  @Test("A record that the copy begins is put in its place, whole and without a log")
  func begun() async throws {
    let copy = try await makeCopy()
    try copy.putBack()
    #expect(!FileManager.default.fileExists(atPath: record))
    let store = try Sample.run(at: copy.path)
    // While a run writes to the copy.
    try copy.putBack()
    #expect(try CampaignStore.openReadOnly(at: record).dumpRows() == store.dumpRows())
    #expect(!FileManager.default.fileExists(atPath: record + "-wal"))
    try store.endCampaign(.hits, message: "All hits were found.")
    #expect(try CampaignStore.openReadOnly(at: record).campaign().end == nil)
    try copy.putBack()
    #expect(try CampaignStore.openReadOnly(at: record).dumpRows() == store.dumpRows())
    copy.remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("node")).isEmpty)
  }

  @Test("What a killed run left in the log comes along, and the log is not left beside another file")
  func log() async throws {
    let first = try Sample.run(at: folder.file("killed.sqlite"))
    try first.endCampaign(.hits, message: "All hits were found.")
    let rows = try first.dumpRows()
    // The connection is open: what it has written is in its log, as after a kill.
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: first.path + ending, toPath: record + ending)
    }
    let copy = try await makeCopy()
    #expect(!FileManager.default.fileExists(atPath: record + "-wal"))
    #expect(try CampaignStore.openReadOnly(at: record).dumpRows() == rows)
    let store = try CampaignStore.open(at: copy.path)
    #expect(try store.dumpRows() == rows)
    try store.reopenCampaign(specification: "name: b", settings: nil)
    let changed = try store.dumpRows()
    try copy.putBack()
    #expect(!FileManager.default.fileExists(atPath: record + "-wal"))
    #expect(try CampaignStore.openReadOnly(at: record).dumpRows() == changed)
    withExtendedLifetime(first) {}
  }

  @Test("A record that another program has changed is not replaced, and the copy stays")
  func changedByAnother() async throws {
    try Sample.run(at: record).close()
    let copy = try await makeCopy()
    let store = try CampaignStore.open(at: copy.path)
    try store.endCampaign(.hits, message: "All hits were found.")
    let other = try CampaignStore.open(at: record)
    try other.endCampaign(.budget, message: "The budget is spent.")
    let rows = try other.dumpRows()
    try other.close()
    let error = #expect(throws: StoreError.self) { try copy.putBack() }
    #expect(error?.description.contains("another program has changed it") == true)
    #expect(FileManager.default.fileExists(atPath: copy.path))
    #expect(try CampaignStore.openReadOnly(at: record).dumpRows() == rows)
  }

  @Test("The record that a link leads to is replaced, and the link stays")
  func link() async throws {
    try Sample.run(at: record).close()
    let link = folder.file("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.sqlite")
    let copy = try RecordCopy(of: link, in: folder.file("node"), under: nil)
    let store = try CampaignStore.open(at: copy.path)
    try store.endCampaign(.hits, message: "All hits were found.")
    try copy.putBack()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.sqlite")
    #expect(try CampaignStore.openReadOnly(at: record).dumpRows() == store.dumpRows())
  }

  @Test("A record whose log another program has open is not taken, and stays")
  func openElsewhere() async throws {
    let first = try Sample.run(at: record)
    let rows = try first.dumpRows()
    await #expect(throws: StoreError.self) { try await makeCopy() }
    #expect(!FileManager.default.fileExists(atPath: folder.file("node")))
    #expect(try first.dumpRows() == rows)
  }

  @Test("Nothing is put back that did not change")
  func unchanged() async throws {
    try Sample.run(at: record).close()
    let copy = try await makeCopy()
    try FileManager.default.removeItem(atPath: record)
    try copy.putBack()
    #expect(!FileManager.default.fileExists(atPath: record))
  }

  @Test("A run on the record excludes a copy, and a copy excludes a run")
  func locked() async throws {
    do {
      let lock = try CampaignLock(database: record)
      await #expect(throws: StoreError.self) { try await makeCopy() }
      withExtendedLifetime(lock) {}
    }
    let copy = try await makeCopy()
    #expect(throws: StoreError.self) { try CampaignLock(database: record) }
    withExtendedLifetime(copy) {}
  }
}
