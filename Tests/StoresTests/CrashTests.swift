import Foundation
import GRDB
import Glibc
import Stores
import Testing

/// Real processes that die in the middle of a write.
@Suite struct CrashTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("campaign.sqlite")
  }

  @Test(arguments: ["iteration", "fit", "designStep", "refusal", "molecule", "candidate", "prediction", "calculation"])
  func aProcessKilledWhileRecordingADesignLeavesNothingOfIt(_ table: String) async throws {
    let before = try prepare { try Sample.recordInitialDesign($0) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, table = table as String] in
      let store = try CampaignStore.open(at: path)
      try killThisProcess(onWriteTo: table, in: store)
      try Sample.recordSurrogateDesign(store)
    }
    try expect(before, thenLikeANeverKilledRun: { try Sample.recordSurrogateDesign($0) })
  }

  @Test(arguments: ["calculation", "attempt", "observation"])
  func aProcessKilledWhileRecordingAnOutcomeLeavesNothingOfIt(_ table: String) async throws {
    let before = try prepare { try Sample.recordInitialDesign($0) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, table = table as String] in
      let store = try CampaignStore.open(at: path)
      try killThisProcess(onWriteTo: table, in: store)
      try Sample.recordSuccess(store)
    }
    try expect(before, thenLikeANeverKilledRun: { try Sample.recordSuccess($0) })
  }

  @Test(arguments: ["screen", "molecule", "protocol", "extraCalculation"])
  func aProcessKilledWhileRecordingAScreenLeavesNothingOfIt(_ table: String) async throws {
    func record(_ store: CampaignStore) throws {
      try store.recordScreen(
        iteration: 1, calculator: "libxtb", protocol: CampaignStoreExtrasTests.cheap, moleculeLimit: 4,
        molecules: [Sample.phenol, Sample.ethanol])
    }
    let before = try prepare { try Sample.recordInitialDesign($0) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, table = table as String] in
      let store = try CampaignStore.open(at: path)
      try killThisProcess(onWriteTo: table, in: store)
      try store.recordScreen(
        iteration: 1, calculator: "libxtb", protocol: CampaignStoreExtrasTests.cheap, moleculeLimit: 4,
        molecules: [Sample.phenol, Sample.ethanol])
    }
    try expect(before, thenLikeANeverKilledRun: record)
  }

  /// The files of the child cannot grow beyond a limit: the kernel kills it at the write that would, in the middle of a
  /// commit.
  @Test(arguments: [0, 32, 1_000, 4_000, 9_000, 20_000, 40_000])
  func aProcessKilledWithinACommitLeavesNothingOfIt(_ bytes: Int) async throws {
    let before = try prepare { try Sample.recordInitialDesign($0) }
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String, bytes = bytes as Int] in
      let store = try CampaignStore.open(at: path)
      // The limit holds for each file; the first commit of a connection begins the write-ahead log again.
      try limitFiles(to: bytes)
      try Sample.recordSurrogateDesign(store)
    }
    try expect(before, thenLikeANeverKilledRun: { try Sample.recordSurrogateDesign($0) })
  }

  @Test(arguments: [0, 100, 4_095, 4_096, 8_000, 20_000, 50_000, 100_000, 120_000])
  func aProcessKilledWhileBeginningACampaignLeavesNoneAndItCanBeBegun(_ bytes: Int) async throws {
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String, bytes = bytes as Int] in
      try limitFiles(to: bytes)
      _ = try Sample.begin(at: path)
    }
    #expect(try !CampaignStore.exists(at: path))
    #expect(try Sample.run(at: path).dumpRows() == Sample.run(at: folder.file("other.sqlite")).dumpRows())
  }

  /// The same limits, but now the write fails and the process lives to say so.
  @Test(arguments: [0, 32, 1_000, 4_000, 9_000, 20_000, 40_000])
  func aDiskThatTakesNoMoreIsNamedAndNothingIsLost(_ bytes: Int) async throws {
    let before = try prepare { try Sample.recordInitialDesign($0) }
    await #expect(processExitsWith: .success) { [path = path as String, bytes = bytes as Int] in
      let store = try CampaignStore.open(at: path)
      try limitFiles(to: bytes, killing: false)
      let error = #expect(throws: StoreError.self) { try Sample.recordSurrogateDesign(store) }
      switch error {
      case .inputOutput(path, _), .diskFull(path): break
      default: Issue.record("\(String(describing: error)) is not about the disk")
      }
    }
    try expect(before, thenLikeANeverKilledRun: { try Sample.recordSurrogateDesign($0) })
  }

  @Test func whatACallHasReturnedFromSurvivesTheProcess() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      _ = try Sample.run(at: path)
      kill(getpid(), SIGKILL)
    }
    let other = try Sample.run(at: folder.file("other.sqlite"))
    #expect(
      try CampaignStore.openReadOnly(at: path).dumpRows(ignoringTimes: false) == other.dumpRows(ignoringTimes: false))
  }

  /// A campaign up to the write that will be interrupted; its rows.
  private func prepare(_ steps: (CampaignStore) throws -> Void) throws -> [String] {
    let store = try Sample.begin(at: path)
    try steps(store)
    let rows = try store.dumpRows(ignoringTimes: false)
    try store.close()
    return rows
  }

  /// Expects the rows from before the crash, and that going on from there ends like a run never killed.
  private func expect(_ before: [String], thenLikeANeverKilledRun step: (CampaignStore) throws -> Void) throws {
    let store = try CampaignStore.open(at: path)
    #expect(try store.dumpRows(ignoringTimes: false) == before)
    #expect(try store.database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    try step(store)
    let other = try Sample.begin(at: folder.file("other.sqlite"))
    try Sample.recordInitialDesign(other)
    try step(other)
    #expect(try store.dumpRows(ignoringTimes: false) == other.dumpRows(ignoringTimes: false))
  }
}

/// Makes this process die by SIGKILL at its first write to a table, in the middle of the store's own transaction.
private func killThisProcess(onWriteTo table: String, in store: CampaignStore) throws {
  try store.database.writeWithoutTransaction { database in
    database.add(
      function: DatabaseFunction("killThisProcess", argumentCount: 0) { _ in
        kill(getpid(), SIGKILL)
        return nil
      })
    for event in ["INSERT", "UPDATE"] {
      try database.execute(
        sql: """
          CREATE TEMP TRIGGER killOn\(event) AFTER \(event) ON main.\(table) BEGIN SELECT killThisProcess(); END
          """)
    }
  }
}

/// Has the kernel kill this process when it would make a file longer than `bytes`, or fail the write when `killing` is
/// false.
func limitFiles(to bytes: Int, killing: Bool = true) throws {
  // Threads of the concurrency pool block signals.
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, SIGXFSZ)
  try #require(unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil) == 0)
  _ = signal(SIGXFSZ, killing ? SIG_DFL : SIG_IGN)
  var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
  try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
}
