import Foundation
import GRDB
import Glibc
import Stores
import Testing

/// Real processes that die in the middle of adding a model.
@Suite struct LibraryCrashTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("models.library")
  }

  private func prepare() throws {
    let store = try ModelLibraryStore(path: path, mayMake: true)
    try store.add(.sample(), document: Data([1]))
    try store.database.close()
  }

  /// Expects the first model alone, and that another can be added.
  private func expectNothingOfTheSecond() throws {
    let store = try ModelLibraryStore(path: path, mayMake: false)
    #expect(try store.models().map(\.entry.key) == [.sample()])
    #expect(try store.document(of: 1) == Data([1]))
    #expect(try store.database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    let document = Data(repeating: 5, count: 50_000)
    let id = try store.add(.sample(.sample(property: "homo")), document: document)
    #expect(try store.document(of: id) == document)
    #expect(try store.models().count == 2)
  }

  @Test func aProcessKilledWhileAddingLeavesNothingOfIt() async throws {
    try prepare()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try ModelLibraryStore(path: path, mayMake: false)
      try store.database.writeWithoutTransaction { database in
        database.add(
          function: DatabaseFunction("killThisProcess", argumentCount: 0) { _ in
            kill(getpid(), SIGKILL)
            return nil
          })
        try database.execute(
          sql: "CREATE TEMP TRIGGER killer AFTER INSERT ON main.sourceModel BEGIN SELECT killThisProcess(); END")
      }
      try store.add(.sample(.sample(property: "homo")), document: Data(repeating: 5, count: 50_000))
    }
    try expectNothingOfTheSecond()
  }

  /// The files of the child cannot grow beyond a limit: the kernel kills it in the middle of its commit.
  @Test(arguments: [0, 32, 4_000, 9_000, 40_000])
  func aProcessKilledWithinACommitLeavesNothingOfIt(_ bytes: Int) async throws {
    try prepare()
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String, bytes = bytes as Int] in
      let store = try ModelLibraryStore(path: path, mayMake: false)
      try limitFiles(to: bytes)
      try store.add(.sample(.sample(property: "homo")), document: Data(repeating: 5, count: 50_000))
    }
    try expectNothingOfTheSecond()
  }

  @Test(arguments: [0, 100, 4_095, 4_096, 12_000])
  func aProcessKilledWhileMakingTheFileLeavesNoneAndItCanBeMade(_ bytes: Int) async throws {
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String, bytes = bytes as Int] in
      try limitFiles(to: bytes)
      _ = try ModelLibraryStore(path: path, mayMake: true)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    try prepare()
    try expectNothingOfTheSecond()
  }

  @Test func whatWasAddedSurvivesTheProcess() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      try ModelLibraryStore(path: path, mayMake: true).add(.sample(), document: Data([1]))
      kill(getpid(), SIGKILL)
    }
    try expectNothingOfTheSecond()
  }
}
