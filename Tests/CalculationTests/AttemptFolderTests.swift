import Calculation
import Foundation
import Glibc
import Testing

@Suite struct AttemptFolderTests {
  @Test func namesAreOfOneWidth() {
    #expect(AttemptFolder(calculation: 7, attempt: 3, under: "/w").path == "/w/000007-03")
    #expect(AttemptFolder(calculation: 1_234_567, attempt: 123, under: "/w").path == "/w/1234567-123")
  }

  @Test func whatWasLeftIsRemoved() throws {
    let scratch = try Scratch()
    let folder = AttemptFolder(calculation: 1, attempt: 1, under: "\(scratch.path)/deeper")
    try folder.create()
    try "1".write(toFile: "\(folder.path)/.CHRG", atomically: true, encoding: .utf8)
    try folder.create()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func whatCannotBeRemovedIsAnError() async {
    // In a process of its own, which gives up root's rights if it has them.
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let folder = AttemptFolder(calculation: 1, attempt: 1, under: scratch.path)
      try folder.create()
      try "1".write(toFile: "\(folder.path)/.CHRG", atomically: true, encoding: .utf8)
      for path in [folder.path, scratch.path] {
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
      }
      let user = geteuid()
      if user == 0 { #expect(seteuid(65534) == 0) }
      #expect(throws: (any Error).self) { try folder.create() }
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/.CHRG"))
      if user == 0 { #expect(seteuid(user) == 0) }
      for path in [scratch.path, folder.path] {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      }
    }
  }

  @Test func onlyAttemptsFoldersAreCounted() throws {
    let scratch = try Scratch()
    for name in ["000001-01", "000001-02", "000002-01.2", "notes", "a-01", "1-", "-1", "1-2-3"] {
      _ = try scratch.write("", to: name)
    }
    #expect(AttemptFolder.count(under: scratch.path) == 3)
    #expect(AttemptFolder.count(under: "/nonexistent") == 0)
  }

  /// Folders with a file `running` are in use.
  private struct Busy: Executor {
    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      AttemptOutput(termination: .exited(0))
    }
    func isFree(_ folder: String) async -> Bool { !FileManager.default.fileExists(atPath: "\(folder)/running") }
  }

  @Test func aFolderInUseIsLeftAndAnotherIsTaken() async throws {
    let scratch = try Scratch()
    let folder = AttemptFolder(calculation: 1, attempt: 1, under: scratch.path)
    #expect(
      await folder.free(for: Busy(), besides: .init(under: scratch.path)).path == folder.path, "There is none yet.")
    try folder.create()
    #expect(await folder.free(for: Busy(), besides: .init(under: scratch.path)).path == folder.path, "Nobody uses it.")
    _ = try scratch.write("", to: "000001-01/running")
    let second = await folder.free(for: Busy(), besides: .init(under: scratch.path))
    #expect(second.path == folder.path + ".2")
    try second.create()
    _ = try scratch.write("", to: "000001-01.2/running")
    #expect(await folder.free(for: Busy(), besides: .init(under: scratch.path)).path == folder.path + ".3")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/running"))
  }

  /// Three runs were killed; the programs of some still work.
  @Test(
    arguments: [
      ([], "", ["000001-01"]),
      (["000001-01.3"], "", ["000001-01", "000001-01.3"]),
      (["000001-01"], ".2", ["000001-01", "000001-01.2"]),
      (["000001-01", "000001-01.2"], ".3", ["000001-01", "000001-01.2", "000001-01.3"]),
      (["000001-01", "000001-01.12"], ".2", ["000001-01", "000001-01.12", "000001-01.2"]),
    ] as [([String], String, [String])])
  func siblingsInWhichNothingRunsAreRemoved(inUse: [String], taken: String, left: [String]) async throws {
    let scratch = try Scratch()
    let others = ["000001-01.02", "000001-01.2b", "000001-011.2", "000001-02.2", "control-000001-01.2"]
    for name in ["000001-01", "000001-01.2", "000001-01.3", "000001-01.12"] + others {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: false)
    }
    for name in inUse { _ = try scratch.write("", to: "\(name)/running") }
    let folder = AttemptFolder(calculation: 1, attempt: 1, under: scratch.path)
    #expect(await folder.free(for: Busy(), besides: .init(under: scratch.path)).path == folder.path + taken)
    #expect(Set(scratch.contents) == Set(left + others))
  }

  /// An executor that counts the folders that it waits for.
  private actor Patient: Executor {
    private(set) var waited: [String] = []
    nonisolated func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      AttemptOutput(termination: .exited(0))
    }
    func isFree(_ folder: String) async -> Bool {
      waited.append((folder as NSString).lastPathComponent)
      return false
    }
    nonisolated func isFreeNow(_ folder: String) async -> Bool { await Busy().isFree(folder) }
  }

  @Test func onlyTheWantedFolderIsWaitedForAndTheDirectoryIsListedOnce() async throws {
    let scratch = try Scratch()
    for name in ["000001-01", "000001-01.2", "000001-01.3", "000001-01.4", "000002-01.2"] {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: false)
    }
    for name in ["000001-01.2", "000001-01.4"] { _ = try scratch.write("", to: "\(name)/running") }
    let (executor, siblings) = (Patient(), AttemptFolder.Siblings(under: scratch.path))
    let folder = AttemptFolder(calculation: 1, attempt: 1, under: scratch.path)
    #expect(await folder.free(for: executor, besides: siblings).path == folder.path + ".3")
    #expect(await executor.waited == ["000001-01"])
    let later = "\(scratch.path)/000002-01.3"
    try FileManager.default.createDirectory(atPath: later, withIntermediateDirectories: false)
    let next = AttemptFolder(calculation: 2, attempt: 1, under: scratch.path)
    #expect(await next.free(for: executor, besides: siblings).path == next.path)
    #expect(
      scratch.contents == ["000001-01", "000001-01.2", "000001-01.3", "000001-01.4", "000002-01.3"],
      "What this run makes is no folder of a killed one.")
  }

  @Test func theSiblingsOfAControlAreRemovedToo() async throws {
    let scratch = try Scratch()
    for name in ["control-000001-01.2", "000001-01.2"] {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: false)
    }
    let folder = AttemptFolder(controlOf: 1, attempt: 1, under: scratch.path)
    #expect(await folder.free(for: Busy(), besides: .init(under: scratch.path)).path == folder.path)
    #expect(scratch.contents == ["000001-01.2"])
  }
}
