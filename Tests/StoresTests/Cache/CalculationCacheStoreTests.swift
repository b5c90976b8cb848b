import Foundation
import GRDB
import Glibc
import Stores
import Testing

@Suite struct CalculationCacheStoreTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calculations.sqlite")
  }

  @Test func anOutcomeIsFoundByItsKeyAlsoByAnotherWhoOpensTheFile() throws {
    let store = try CalculationCacheStore(path: path)
    #expect(try store.outcome(for: .sample()) == nil)
    try store.keep(#"{"gap":4.2}"#, failureClass: nil, for: .sample())
    #expect(try store.outcome(for: .sample()) == #"{"gap":4.2}"#)
    #expect(try CalculationCacheStore(path: path).outcome(for: .sample()) == #"{"gap":4.2}"#)
  }

  @Test(arguments: [
    CacheKey.sample(smiles: "CCN"), .sample(calculator: "mopac"), .sample(protocol: #"{"name":"custom"}"#),
    .sample(calculatorVersion: "6.7.0"), .sample(rdkitVersion: "2025.03.1"),
  ])
  func noPartOfTheKeyMayDiffer(other: CacheKey) throws {
    let store = try CalculationCacheStore(path: path)
    try store.keep("{}", failureClass: nil, for: .sample())
    #expect(try store.outcome(for: other) == nil)
    try store.keep(#"{"other":1}"#, failureClass: "input", for: other)
    #expect(try store.outcome(for: other) == #"{"other":1}"#)
    #expect(try store.outcome(for: .sample()) == "{}")
  }

  @Test func aFileThatIsBusyIsWaitedForAsLongAsThePatienceLasts() throws {
    let store = try CalculationCacheStore(path: path, busySeconds: 0.01)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = #expect(throws: CacheError.self) { try store.keep("{}", failureClass: nil, for: .sample()) }
    #expect(error?.cause == .busy(path: path))
    var tries = 0
    try store.keep("{}", failureClass: nil, for: .sample()) { busy in
      tries += 1
      if tries == 3 { try? other.inDatabase { try $0.execute(sql: "COMMIT") } }
      return busy > .zero
    }
    #expect(tries == 3)
    #expect(try store.outcome(for: .sample()) == "{}")
  }

  @Test func theFirstWriterWins() throws {
    let (first, second) = (try CalculationCacheStore(path: path), try CalculationCacheStore(path: path))
    try first.keep(#"{"writer":1}"#, failureClass: nil, for: .sample())
    try second.keep(#"{"writer":2}"#, failureClass: nil, for: .sample())
    #expect(try second.outcome(for: .sample()) == #"{"writer":1}"#)
    #expect(try second.holdings().map(\.molecules) == [1])
  }

  @Test(
    arguments: [
      (CacheKey.sample(smiles: ""), "{}", nil), (.sample(calculator: ""), "{}", nil),
      (.sample(protocol: "[]"), "{}", nil),
      (.sample(protocol: "GFN2"), "{}", nil), (.sample(calculatorVersion: ""), "{}", nil),
      (.sample(rdkitVersion: ""), "{}", nil), (.sample(), "[]", nil), (.sample(), "{", nil), (.sample(), "{}", ""),
    ] as [(CacheKey, String, String?)])
  func whatBreaksARuleIsRefusedAndNotDroppedInSilence(key: CacheKey, outcome: String, failureClass: String?) throws {
    let store = try CalculationCacheStore(path: path)
    let error = #expect(throws: CacheError.self) { try store.keep(outcome, failureClass: failureClass, for: key) }
    guard case .refused(path, _) = error?.cause else {
      Issue.record("\(String(describing: error)) is not .refused")
      return
    }
    #expect(try store.holdings().isEmpty)
  }

  @Test func anOutcomeIsNeverChanged() throws {
    let store = try CalculationCacheStore(path: path)
    try store.keep("{}", failureClass: nil, for: .sample())
    #expect(throws: DatabaseError.self) {
      try store.database.write { try $0.execute(sql: #"UPDATE outcome SET outcome = '{"a":1}'"#) }
    }
  }

  @Test func theFileIsMadeWholeWithItsFolderAndSaysWhatItIs() throws {
    let path = folder.file("a/b/calculations.sqlite")
    let store = try CalculationCacheStore(path: path)
    // The draft is gone.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("a/b"))
    #expect(Set(names).isSubset(of: ["calculations.sqlite", "calculations.sqlite-wal", "calculations.sqlite-shm"]))
    let pragmas = ["application_id", "journal_mode", "synchronous", "busy_timeout"]
    let values = try store.database.read { database in
      try pragmas.map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
    }
    #expect(values == ["\(0x436F_6843)", "wal", "1", "10000"])
  }

  // MARK: Several at once

  @Test func manyThreadsMakeTheFileAndWriteAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask { [path] in try writeMolecules(0..<25, by: writer, to: path) }
      }
      try await group.waitForAll()
    }
    try expectMolecules(25)
  }

  @Test func twoProcessesMakeTheFileAndWriteAtOnce() async throws {
    let path = self.path
    async let first = #expect(processExitsWith: .success) { [path = path as String] in
      try writeMolecules(0..<150, by: 1, to: path)
    }
    async let second = #expect(processExitsWith: .success) { [path = path as String] in
      try writeMolecules(50..<200, by: 2, to: path)
    }
    _ = await (first, second)
    try expectMolecules(200)
  }

  /// Every molecule has one whole outcome, of one of the writers.
  private func expectMolecules(_ count: Int) throws {
    let store = try CalculationCacheStore(path: path)
    #expect(try store.holdings().map(\.molecules) == [count])
    for molecule in 0..<count {
      let outcome = try #require(try store.outcome(for: .sample(smiles: String(repeating: "C", count: molecule + 1))))
      #expect(outcome.contains(#""molecule":\#(molecule),"#))
    }
    try expectWhole(store)
  }

  // MARK: Death in between

  @Test func aProcessKilledWhileKeepingLeavesNothingOfIt() async throws {
    try CalculationCacheStore(path: path).keep("{}", failureClass: nil, for: .sample(smiles: "C"))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try CalculationCacheStore(path: path)
      try store.database.writeWithoutTransaction { database in
        database.add(
          function: DatabaseFunction("killThisProcess", argumentCount: 0) { _ in
            kill(getpid(), SIGKILL)
            return nil
          })
        try database.execute(
          sql: "CREATE TEMP TRIGGER killer AFTER INSERT ON main.outcome BEGIN SELECT killThisProcess(); END")
      }
      try store.keep("{}", failureClass: nil, for: .sample(smiles: "CC"))
    }
    let store = try CalculationCacheStore(path: path)
    #expect(try store.holdings().map(\.molecules) == [1])
    try expectWhole(store)
    try store.keep("{}", failureClass: nil, for: .sample(smiles: "CC"))
    #expect(try store.holdings().map(\.molecules) == [2])
  }

  @Test func whatWasKeptSurvivesTheProcess() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      try CalculationCacheStore(path: path).keep("{}", failureClass: nil, for: .sample())
      kill(getpid(), SIGKILL)
    }
    #expect(try CalculationCacheStore(path: path).outcome(for: .sample()) == "{}")
  }

  @Test(arguments: [0, 100, 4_095, 4_096, 12_000])
  func aProcessKilledWhileMakingTheFileLeavesNoneAndItCanBeMade(_ bytes: Int) async throws {
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String, bytes = bytes as Int] in
      try limitFiles(to: bytes)
      _ = try CalculationCacheStore(path: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    try CalculationCacheStore(path: path).keep("{}", failureClass: nil, for: .sample())
    #expect(try CalculationCacheStore(path: path).outcome(for: .sample()) == "{}")
  }

  private func expectWhole(_ store: CalculationCacheStore) throws {
    #expect(try store.database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
  }

  // MARK: What is no cache

  @Test func aFileOfAnotherKindIsRefusedUntouched() throws {
    let other = folder.file("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE outcome (smiles TEXT)") }
    let campaign = folder.file("campaign.sqlite")
    try Sample.begin(at: campaign).close()
    let text = folder.file("notes.txt")
    try Data("not a database, and long enough to be looked at as one".utf8).write(to: URL(filePath: text))
    let empty = folder.file("empty")
    try Data().write(to: URL(filePath: empty))
    for path in [other, campaign, text, empty] {
      let before = FileManager.default.contents(atPath: path)
      let error = #expect(throws: CacheError.self) { try CalculationCacheStore(path: path) }
      #expect(error?.description == "'\(path)' is not a cache of calculations.")
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func aCacheOfANewerVersionIsRefusedUntouched() throws {
    let store = try CalculationCacheStore(path: path)
    try store.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('cache9')") }
    try store.database.close()
    let before = FileManager.default.contents(atPath: path)
    #expect(throws: CacheError(path: path, cause: .newer(path: path, schema: "cache9"))) {
      try CalculationCacheStore(path: path)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  /// Everything after the header of the first page is overwritten.
  @Test func aDamagedCacheIsRefusedUntouched() throws {
    let store = try CalculationCacheStore(path: path)
    try store.keep("{}", failureClass: nil, for: .sample())
    try store.database.close()
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes.replaceSubrange(100..<bytes.count, with: Data(repeating: 0xAB, count: bytes.count - 100))
    try bytes.write(to: URL(filePath: path))
    let error = #expect(throws: CacheError.self) { try CalculationCacheStore(path: path) }
    guard case .damaged(path, _) = error?.cause else {
      Issue.record("\(String(describing: error)) is not .damaged")
      return
    }
    #expect(FileManager.default.contents(atPath: path) == bytes)
  }

  @Test func aFolderInItsPlaceIsRefused() throws {
    let error = #expect(throws: CacheError.self) { try CalculationCacheStore(path: folder.path) }
    #expect(error?.description.contains(folder.path) == true)
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    try Data().write(to: URL(filePath: folder.file("file")))
    let error = #expect(throws: CacheError.self) { try CalculationCacheStore(path: folder.file("file/c.sqlite")) }
    #expect(
      error?.description.contains("'\(folder.file("file/"))' cannot be made") == true, "\(String(describing: error))")
  }
}

/// Opens the cache, or makes it, and keeps an outcome of each molecule that says who wrote it.
private func writeMolecules(_ molecules: Range<Int>, by writer: Int, to path: String) throws {
  let store = try CalculationCacheStore(path: path)
  for molecule in molecules {
    try store.keep(
      #"{"molecule":\#(molecule),"writer":\#(writer)}"#, failureClass: nil,
      for: .sample(smiles: String(repeating: "C", count: molecule + 1)))
  }
}

extension CacheKey {
  /// A key, each part of which may be another.
  static func sample(
    smiles: String = "CCO", calculator: String = "xtb", protocol: String = #"{"name":"standard"}"#,
    calculatorVersion: String = "6.5.1", rdkitVersion: String = "2022.09.3"
  ) -> CacheKey {
    CacheKey(
      smiles: smiles, calculator: calculator, protocol: `protocol`, calculatorVersion: calculatorVersion,
      rdkitVersion: rdkitVersion)
  }
}
