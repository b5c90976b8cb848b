import Foundation
import GRDB
import Stores
import Testing

@Suite struct LibrarySchemaTests {
  let folder: TemporaryFolder
  let path: String
  let store: ModelLibraryStore

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("models.library")
    store = try ModelLibraryStore(path: path, mayMake: true)
  }

  @Test func theFileSaysWhatItIs() throws {
    let pragmas = ["application_id", "journal_mode", "synchronous", "busy_timeout"]
    let values = try store.database.read { database in
      try pragmas.map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
    }
    #expect(values == ["\(0x436F_684C)", "wal", "2", "10000"])
    #expect(
      try store.database.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations") }
        == ["library1"])
  }

  /// A released schema is never changed: these are the columns that later versions find in old files.
  @Test func theColumnsOfTheFirstVersionStand() throws {
    let columns = try store.database.read { database in
      try Row.fetchAll(database, sql: "PRAGMA table_xinfo(sourceModel)").map {
        "\($0["name"] as String) \($0["type"] as String)"
      }
    }
    #expect(
      columns == [
        "id INTEGER", "property TEXT", "unit TEXT", "representation TEXT", "representationVersion TEXT", "kind TEXT",
        "dataDigest TEXT", "settingsDigest TEXT", "trainingSize INTEGER", "meanAbsoluteError REAL",
        "rootMeanSquareError REAL", "rSquared REAL", "logDensity REAL", "coverage REAL", "createdAt TEXT",
        "size INTEGER", "document BLOB",
      ])
  }

  @Test(
    arguments: [
      (SourceModelEntry.sample(.sample(property: "")), 1), (.sample(.sample(representation: "")), 1),
      (.sample(.sample(representationVersion: "")), 1), (.sample(.sample(kind: "")), 1),
      (.sample(.sample(dataDigest: "")), 1), (.sample(.sample(settingsDigest: "")), 1),
      (.sample(trainingSize: 0), 1), (.sample(meanAbsoluteError: -1), 1), (.sample(meanAbsoluteError: .infinity), 1),
      (.sample(meanAbsoluteError: .nan), 1), (.sample(rootMeanSquareError: -1), 1), (.sample(rSquared: 1.5), 1),
      (.sample(rSquared: -.infinity), 1), (.sample(logDensity: .infinity), 1), (.sample(coverage: 1.5), 1),
      (.sample(), 0),
    ] as [(SourceModelEntry, Int)])
  func whatBreaksARuleIsRefusedAndNotDroppedInSilence(entry: SourceModelEntry, bytes: Int) throws {
    let error = #expect(throws: LibraryError.self) {
      try store.add(entry, document: Data(repeating: 1, count: bytes))
    }
    guard case .refused(path, _) = error?.cause else {
      Issue.record("\(String(describing: error)) is not .refused")
      return
    }
    #expect(try store.models().isEmpty)
  }

  @Test func whatIsNotANumberIsNotTakenForUnknown() throws {
    let entries: [(String, SourceModelEntry)] = [
      ("rSquared", .sample(rSquared: .nan)), ("logDensity", .sample(logDensity: .nan)),
      ("coverage", .sample(coverage: .nan)),
    ]
    for (column, entry) in entries {
      let cause = StoreError.notANumber(path: path, table: "sourceModel", column: column)
      #expect(throws: LibraryError(path: path, cause: cause)) { try store.add(entry, document: Data([1])) }
    }
  }

  @Test func aModelIsNeverChanged() throws {
    try store.add(.sample(), document: Data([1]))
    #expect(throws: DatabaseError.self) {
      try store.database.write { try $0.execute(sql: "UPDATE sourceModel SET trainingSize = 2") }
    }
  }

  @Test func aLibraryOfANewerVersionIsRefusedUntouched() throws {
    try store.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('library9')") }
    try store.database.close()
    let before = FileManager.default.contents(atPath: path)
    #expect(throws: LibraryError(path: path, cause: .newer(path: path, schema: "library9"))) {
      try ModelLibraryStore(path: path, mayMake: true)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }
}
