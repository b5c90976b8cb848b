import Foundation
import GRDB
import Stores
import Testing

/// Databases that were changed by another hand, or damaged by a disk.
@Suite struct FileCheckTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("campaign.sqlite")
    try Sample.begin(at: path).close()
  }

  /// Why the file is not opened.
  private func refusal() -> String? {
    do throws(StoreError) {
      try CampaignStore.openReadOnly(at: path).close()
      return nil
    } catch {
      guard case .damaged = error else { return "\(error)" }
      return error.description
    }
  }

  @Test(arguments: [
    (
      "DROP TABLE molecule; CREATE VIEW molecule AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT * FROM n",
      "'molecule'"
    ),
    (
      "DROP TABLE grdb_migrations; CREATE VIEW grdb_migrations AS WITH RECURSIVE n(identifier) AS (SELECT 1 UNION ALL SELECT 2 FROM n) SELECT * FROM n",
      "list of migrations is a view"
    ),
    ("DROP TABLE grdb_migrations", "list of migrations is not there"),
    (
      "CREATE TRIGGER eats AFTER INSERT ON observation BEGIN DELETE FROM observation; END",
      "trigger 'eats' is not Cohobate's"
    ),
    ("DROP TABLE fit; CREATE TABLE fit (iteration, property)", "'fit'"),
  ])
  func aSchemaOfAnotherHandIsRefusedBeforeItIsUsed(change: String, words: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; \(change)")
    }
    #expect(refusal()?.contains(words) == true, "\(refusal() ?? "")")
    #expect(throws: StoreError.self) { try CampaignStore.open(at: path) }
  }

  @Test func tablesAndViewsOfOtherNamesDoNoHarm() throws {
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "CREATE TABLE notes (text); CREATE VIEW mine AS SELECT * FROM molecule; ANALYZE")
    }
    #expect(refusal() == nil)
  }

  /// A page that another one was written over, as a bad disk does it.
  @Test func aSpoiltPageIsFoundWhenTheFileIsOpened() throws {
    let whole = try Data(contentsOf: URL(filePath: path))
    let pages = whole.count / 4096
    #expect(pages > 20)
    // What a page has that is in no use does not matter.
    let unused = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA freelist_count") }
    var missed: [Int] = []
    for page in 2..<pages {
      var bytes = whole
      bytes.replaceSubrange((page * 4096)..<((page + 1) * 4096), with: whole[4096..<8192])
      guard bytes != whole else { continue }
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
      try bytes.write(to: URL(filePath: path))
      if refusal() == nil { missed.append(page) }
    }
    #expect(missed.count <= unused ?? 0, "pages \(missed)")
  }
}
