import Foundation
import Glibc
import Stores
import Testing

@Suite struct CampaignLockTests {
  let folder: TemporaryFolder
  let database: String

  init() throws {
    folder = try TemporaryFolder()
    database = folder.file("campaign.sqlite")
  }

  @Test func theSecondRunIsToldWhoHoldsTheLock() throws {
    let lock = try CampaignLock(database: database)
    #expect(lock.path == database + ".lock")
    let error = #expect(throws: StoreError.self) { try CampaignLock(database: database) }
    guard case .locked(database, let holder) = error else {
      Issue.record("\(String(describing: error)) is not .locked")
      return
    }
    #expect(holder.hasPrefix("process \(getpid()) on \(ProcessInfo.processInfo.hostName) since 20"))
    #expect(
      error?.description == "The campaign in '\(database)' is being run by \(holder); wait for it or stop it.")
    withExtendedLifetime(lock) {}
  }

  @Test func theLockIsFreeWhenItsHolderIsGone() throws {
    var lock: CampaignLock? = try CampaignLock(database: database)
    #expect(lock != nil)
    lock = nil
    _ = try CampaignLock(database: database)
  }

  /// As a program has it that is being started at that moment: a copy of the descriptor, until it runs.
  @Test func theLockIsFreeWhereACopyOfItsDescriptorIsLeft() throws {
    var lock: CampaignLock? = try CampaignLock(database: database)
    let path = try #require(lock?.path)
    let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(Int32.init)
    let copies = descriptors.filter { descriptor in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) == path
    }.map { dup($0) }
    defer { for copy in copies { close(copy) } }
    #expect(copies.count == 1)
    withExtendedLifetime(lock) {}
    lock = nil
    _ = try CampaignLock(database: database)
  }

  @Test func twoCampaignsDoNotExcludeEachOther() throws {
    let lock = try CampaignLock(database: database)
    _ = try CampaignLock(database: folder.file("other.sqlite"))
    withExtendedLifetime(lock) {}
  }

  @Test func aDatabaseWithTwoNamesHasOneLock() throws {
    try Sample.begin(at: database).close()
    let link = folder.file("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: database)
    let lock = try CampaignLock(database: database)
    #expect(throws: StoreError.self) { try CampaignLock(database: link) }
    withExtendedLifetime(lock) {}
  }

  @Test func aLinkToADatabaseThatIsNotThereYetHasItsLock() throws {
    let link = folder.file("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "campaign.sqlite")
    let lock = try CampaignLock(database: link)
    #expect(lock.path == database + ".lock")
    #expect(throws: StoreError.self) { try CampaignLock(database: database) }
    withExtendedLifetime(lock) {}
  }

  @Test func anotherProcessHoldsTheLockUntilItIsKilled() throws {
    let child = Process()
    child.executableURL = URL(filePath: "/usr/bin/flock")
    child.arguments = ["--no-fork", database + ".lock", "/bin/sh", "-c", "echo ready; exec sleep 600"]
    let output = Pipe()
    child.standardOutput = output
    try child.run()
    #expect(output.fileHandleForReading.readData(ofLength: 6) == Data("ready\n".utf8))
    #expect(throws: StoreError.locked(path: database, holder: "another process")) {
      try CampaignLock(database: database)
    }
    kill(child.processIdentifier, SIGKILL)
    child.waitUntilExit()
    _ = try CampaignLock(database: database)
  }

  @Test func aLongerNoteOfAnEarlierHolderIsReplaced() throws {
    try Data(String(repeating: "x", count: 500).utf8).write(to: URL(filePath: database + ".lock"))
    let lock = try CampaignLock(database: database)
    #expect(try String(contentsOfFile: lock.path, encoding: .utf8).hasPrefix("process \(getpid()) on "))
    #expect(try String(contentsOfFile: lock.path, encoding: .utf8).contains("x") == false)
  }

  /// What the campaign starts must not hold the lock after the campaign itself is dead.
  @Test func programsThatAreStartedDoNotInheritTheLock() async throws {
    let lock = try CampaignLock(database: database)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
    let descriptors = open.filter { descriptor in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) == lock.path
    }
    #expect(descriptors.count == 1)
    for descriptor in descriptors {
      #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }
  }

  @Test func aLockFileThatCannotBeMadeIsNamed() throws {
    let nowhere = folder.file("nowhere/campaign.sqlite")
    #expect(throws: StoreError.cannotOpen(path: nowhere + ".lock", reason: "No such file or directory")) {
      try CampaignLock(database: nowhere)
    }
  }

  @Test func aLinkInThePlaceOfTheLockIsNotWrittenThrough() throws {
    let precious = folder.file("precious")
    try Data("my thesis".utf8).write(to: URL(filePath: precious))
    try FileManager.default.createSymbolicLink(atPath: database + ".lock", withDestinationPath: precious)
    let error = #expect(throws: StoreError.self) { try CampaignLock(database: database) }
    #expect(error?.description.contains("it is a symbolic link; remove it") == true)
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "my thesis")
    try FileManager.default.removeItem(atPath: database + ".lock")
    try FileManager.default.linkItem(atPath: precious, toPath: database + ".lock")
    #expect(throws: StoreError.self) { try CampaignLock(database: database) }
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "my thesis")
  }

  /// Each of its names would have a lock of its own.
  @Test func aDatabaseWithAHardLinkIsRefused() throws {
    try Sample.begin(at: database).close()
    let other = folder.file("other.sqlite")
    try FileManager.default.linkItem(atPath: database, toPath: other)
    for name in [database, other] {
      let error = #expect(throws: StoreError.self) { try CampaignLock(database: name) }
      #expect(error?.description.contains("it has 2 names (hard links)") == true)
    }
    try FileManager.default.removeItem(atPath: other)
    _ = try CampaignLock(database: database)
  }
}
