import Foundation
import GRDB
import Glibc
import Stores
import Testing

@Suite struct CampaignStoreTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("campaign.sqlite")
  }

  /// Makes an SQLite file that is not a campaign's by running statements.
  private func makeDatabase(_ statements: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
    try queue.close()
  }

  private func contents() throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  @Test func aCampaignInMemoryHasTheRowsOfOneInAFile() throws {
    let inMemory = try CampaignStore.createInMemory(
      campaign: Sample.campaign, versions: Sample.versions, properties: Sample.properties)
    let inFile = try Sample.begin(at: path)
    for store in [inMemory, inFile] {
      try store.recordDesign(
        IterationRecord(number: 0, policy: .initial, proposalCount: 0, invalidCount: 0, designedAt: Sample.start),
        candidates: [
          CandidateEntry(
            molecule: Sample.ethanol, rank: 1, decision: .chosen, reason: "drawn", move: "pool", position: 1)
        ], calculator: "xtb", protocol: Sample.gfn2)
    }
    #expect(try inMemory.pendingCalculations() == inFile.pendingCalculations())
    #expect(try inMemory.dumpRows() == inFile.dumpRows())
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { $0.hasPrefix("campaign.sqlite") })
  }

  @Test func aNewCampaignIsThereWhenOpenedAgain() throws {
    #expect(try !CampaignStore.exists(at: path))
    try Sample.begin(at: path).close()
    #expect(try CampaignStore.exists(at: path))
    #expect(try CampaignStore.open(at: path).campaign() == Sample.campaign)
    #expect(try CampaignStore.openReadOnly(at: path).campaign() == Sample.campaign)
  }

  @Test func aCampaignIsNeverOverwritten() throws {
    try Sample.begin(at: path).close()
    let before = try contents()
    let error = #expect(throws: StoreError.self) { try Sample.begin(at: path) }
    #expect(error == .alreadyExists(path: path, campaign: "small gap"))
    #expect(try contents() == before)
  }

  @Test func nothingToOpenIsNamed() throws {
    #expect(throws: StoreError.notFound(path: path)) { try CampaignStore.open(at: path) }
    #expect(throws: StoreError.notFound(path: path)) { try CampaignStore.openReadOnly(at: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aFolderIsRefused() throws {
    #expect(throws: StoreError.isFolder(path: folder.path)) { try CampaignStore.open(at: folder.path) }
    #expect(throws: StoreError.isFolder(path: folder.path)) { try Sample.begin(at: folder.path) }
  }

  @Test func aMissingFolderIsNamed() throws {
    let inside = folder.file("nowhere/campaign.sqlite")
    let error = #expect(throws: StoreError.self) { try Sample.begin(at: inside) }
    #expect(
      error
        == .cannotOpen(
          path: inside, reason: "there is no folder '\(folder.file("nowhere"))'; make it, or name a file elsewhere"))
  }

  @Test(arguments: ["PRAGMA user_version = 0", "PRAGMA journal_mode = WAL"])
  func anEmptyDatabaseHoldsNoCampaignAndTakesOne(_ statement: String) throws {
    try makeDatabase(statement)
    #expect(try !CampaignStore.exists(at: path))
    #expect(throws: StoreError.empty(path: path)) { try CampaignStore.open(at: path) }
    #expect(try Sample.run(at: path).iterations().count == 2)
  }

  @Test func anEmptyFileHoldsNoCampaignAndTakesOne() throws {
    try Data().write(to: URL(filePath: path))
    #expect(throws: StoreError.empty(path: path)) { try CampaignStore.open(at: path) }
    #expect(try contents().isEmpty)
    #expect(try Sample.run(at: path).iterations().count == 2)
  }

  @Test func tablesWithoutACampaignHoldNoCampaignAndTakeOne() throws {
    let store = try Sample.begin(at: path)
    try store.database.write {
      try $0.execute(sql: "DELETE FROM campaign; DELETE FROM specification; DELETE FROM version; DELETE FROM property")
    }
    try store.close()
    #expect(try !CampaignStore.exists(at: path))
    #expect(throws: StoreError.empty(path: path)) { try CampaignStore.open(at: path) }
    #expect(try Sample.run(at: path).campaign() == Sample.campaign)
  }

  @Test func aCampaignThatBreaksTheRulesIsNotBegun() throws {
    #expect(throws: StoreError.self) {
      try CampaignStore.create(
        at: path, campaign: Sample.campaign, versions: Sample.versions + Sample.versions, properties: [])
    }
    #expect(try !CampaignStore.exists(at: path))
    #expect(try Sample.begin(at: path).versions() == Sample.versions)
  }

  @Test func aFileThatIsNoDatabaseIsRefusedAndUntouched() throws {
    let text = Data(String(repeating: "name: small gap\n", count: 100).utf8)
    try text.write(to: URL(filePath: path))
    #expect(throws: StoreError.notDatabase(path: path)) { try CampaignStore.open(at: path) }
    #expect(throws: StoreError.notDatabase(path: path)) { try CampaignStore.openReadOnly(at: path) }
    #expect(throws: StoreError.notDatabase(path: path)) { try Sample.begin(at: path) }
    #expect(throws: StoreError.notDatabase(path: path)) { try CampaignStore.exists(at: path) }
    #expect(try contents() == text)
  }

  @Test(arguments: ["CREATE TABLE campaign (name TEXT)", "PRAGMA application_id = 7"])
  func theDatabaseOfAnotherProgramIsRefusedAndUntouched(_ statement: String) throws {
    try makeDatabase(statement)
    let before = try contents()
    #expect(throws: StoreError.notCampaign(path: path)) { try CampaignStore.open(at: path) }
    #expect(throws: StoreError.notCampaign(path: path)) { try CampaignStore.openReadOnly(at: path) }
    #expect(throws: StoreError.notCampaign(path: path)) { try Sample.begin(at: path) }
    #expect(try contents() == before)
  }

  @Test func aNewerDatabaseIsRefusedByName() throws {
    let store = try Sample.begin(at: path)
    try store.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')") }
    try store.close()
    let newer = StoreError.newer(path: path, schema: "v99")
    #expect(throws: newer) { try CampaignStore.open(at: path) }
    #expect(throws: newer) { try CampaignStore.openReadOnly(at: path) }
    #expect(throws: newer) { try Sample.begin(at: path) }
    #expect(
      newer.description == """
        '\(path)' was written by a newer Cohobate (schema 'v99' is unknown to this one); use that version or start \
        a new database.
        """)
  }

  @Test func aDamagedDatabaseIsNamed() throws {
    try Sample.run(at: path).close()
    var bytes = try contents()
    for index in stride(from: 4096, to: bytes.count, by: 1) { bytes[index] = 0x5A }
    try bytes.write(to: URL(filePath: path))
    let error = #expect(throws: StoreError.self) { try CampaignStore.open(at: path).dumpRows() }
    guard case .damaged(let named, _) = error else {
      Issue.record("\(String(describing: error)) is not .damaged")
      return
    }
    #expect(named == path)
  }

  @Test func aReaderSeesWhatIsCommittedWhileAnotherWrites() throws {
    let writer = try Sample.begin(at: path)
    let reader = try CampaignStore.openReadOnly(at: path)
    try Sample.recordInitialDesign(writer)
    #expect(try reader.pendingCalculations().count == 2)
    try writer.database.write { database in
      try database.execute(sql: "UPDATE campaign SET name = 'other'")
      // The writer is in the middle of its transaction: the reader neither waits nor sees it.
      #expect(try reader.campaign().name == "small gap")
    }
    #expect(try reader.campaign().name == "other")
  }

  @Test func aRunningCampaignOfAnotherUserCanBeRead() async throws {
    let writer = try Sample.run(at: path)
    try setPermissions(0o555, of: folder.path)
    defer { try? setPermissions(0o755, of: folder.path) }
    await #expect(processExitsWith: .success) { [path = path as String] in
      if geteuid() == 0 { try #require(setuid(65534) == 0) }
      #expect(try CampaignStore.openReadOnly(at: path).iterations().count == 2)
    }
    try writer.close()
  }

  @Test func aReaderCannotWrite() throws {
    try Sample.begin(at: path).close()
    let reader = try CampaignStore.openReadOnly(at: path)
    #expect(throws: StoreError.notWritable(path: path)) { try reader.reopenCampaign(specification: "") }
  }

  @Test func aClosedStoreSaysSo() throws {
    let store = try Sample.begin(at: path)
    try store.close()
    let closed = StoreError.closed(path: path)
    #expect(throws: closed) { try store.campaign() }
    #expect(throws: closed) { try store.reopenCampaign(specification: "") }
    try store.close()
  }

  private func setPermissions(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  /// In a child process, since the tests may be run by root, whom no permission stops.
  @Test func missingPermissionsAreNamed() async throws {
    try Sample.run(at: path).close()
    let before = try contents()
    try setPermissions(0o444, of: path)
    try setPermissions(0o555, of: folder.path)
    defer { try? setPermissions(0o755, of: folder.path) }
    await #expect(processExitsWith: .success) { [path = path as String, folder = folder.path as String] in
      if geteuid() == 0 { try #require(setuid(65534) == 0) }
      #expect(throws: StoreError.notWritable(path: path)) { try CampaignStore.open(at: path) }
      #expect(throws: StoreError.notWritable(path: folder + "/new.sqlite")) {
        try Sample.begin(at: folder + "/new.sqlite")
      }
      #expect(throws: StoreError.notWritable(path: path)) { try CampaignLock(database: path) }
      let error = #expect(throws: StoreError.self) { try CampaignStore.openReadOnly(at: path) }
      #expect(error?.description.contains("copy it to a folder that is") == true)
    }
    try setPermissions(0o755, of: folder.path)
    try setPermissions(0o000, of: path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      if geteuid() == 0 { try #require(setuid(65534) == 0) }
      let unreadable = StoreError.cannotOpen(path: path, reason: "you have no permission to read it")
      #expect(throws: unreadable) { try CampaignStore.open(at: path) }
      #expect(throws: unreadable) { try CampaignStore.openReadOnly(at: path) }
    }
    #expect(try contents() == before)
  }
}
