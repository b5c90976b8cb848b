import Calculation
import Chemistry
import Files
import Foundation
import Glibc
import MolecularDesign
import Stores

/// The scratch folder of a calculation without a campaign: the same request always has the same folder.
///
/// The next run in the same working directory clears the folders of killed runs, whatever their request: such a folder
/// has a lock file that no process holds.
struct CalculateScratch {
  let path: String
  private let workdir: String
  private let madeWorkdir: Bool
  private let lock: CampaignLock

  private static let beginning = "calculate-"
  private static let lockedName = "calculate"

  /// Makes the folder and locks it.
  /// - Throws: `CampaignError` if it cannot be made, or if the same command is using it.
  init(for list: MoleculeList, by calculator: any Calculator, in workdir: String) throws(CampaignError) {
    let question = ([calculator.name, calculator.calculationProtocol.json] + list.molecules.map(\.smiles))
    path = "\(workdir)/\(Self.beginning)\(stableHash(question.joined(separator: "\n")))"
    self.workdir = workdir
    madeWorkdir = !FileManager.default.fileExists(atPath: workdir)
    let turn = try WorkdirTurn(in: workdir)
    // Abandoned folders have been renamed by then, and are removed while others may begin.
    let swept = Self.setAside(in: workdir)
    defer { for path in swept { try? FileManager.default.removeItem(atPath: path) } }
    defer { turn.end() }
    lock = try Self.locked(path)
  }

  private static func locked(_ path: String) throws(CampaignError) -> CampaignLock {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CampaignError(
        .input,
        "The folder \(path) cannot be made: \(fileProblem(error, at: path)); choose another place with --workdir.")
    }
    do {
      return try CampaignLock(database: "\(path)/\(lockedName)")
    } catch .locked(_, let holder) {
      throw CampaignError(.input, "The same molecules are being calculated by \(holder); wait for it or stop it.")
    } catch {
      throw CampaignError(error)
    }
  }

  /// Renames the folders of killed runs, as far as possible, and returns the new names. Runs that ended by themselves
  /// removed their lock files, and their scratch folders stay.
  private static func setAside(in workdir: String) -> [String] {
    let files = FileManager.default
    var swept: [String] = []
    for name in (try? files.contentsOfDirectory(atPath: workdir)) ?? [] where name.hasPrefix(beginning) {
      let path = "\(workdir)/\(name)"
      guard files.fileExists(atPath: "\(path)/\(lockedName).lock"),
        let lock = try? CampaignLock(database: "\(path)/\(lockedName)")
      else { continue }
      let other = "\(path).swept-\(getpid())"
      if unsafe rename(path, other) == 0 { swept.append(other) }
      extendLifetime(lock)
    }
    return swept
  }

  /// Removes the folder if it is empty.
  func leave() {
    guard FileManager.default.fileExists(atPath: path), let turn = try? WorkdirTurn(in: workdir) else { return }
    try? FileManager.default.removeItem(atPath: lock.path)
    // rmdir removes only empty folders.
    let isEmpty = unsafe rmdir(path) == 0
    turn.end()
    if isEmpty, madeWorkdir { _ = unsafe rmdir(workdir) }
  }
}

/// The turn to begin or to leave in a working directory: one process at a time has it, and the others wait for it. The
/// kernel ends it with the process.
private struct WorkdirTurn {
  private let path: String
  private let descriptor: Int32

  /// Waits for the turn. The working directory is made if it does not exist.
  init(in workdir: String) throws(CampaignError) {
    path = "\(workdir)/calculate.lock"
    descriptor = try Self.locked(path, in: workdir)
  }

  /// The descriptor of the file, which is locked.
  private static func locked(_ path: String, in workdir: String) throws(CampaignError) -> Int32 {
    while true {
      do {
        try FileManager.default.createDirectory(atPath: workdir, withIntermediateDirectories: true)
      } catch {
        throw unusable(workdir, error)
      }
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
      var failure = descriptor < 0 ? errno : 0
      // The process that ended its turn meanwhile may have removed the directory.
      if failure == ENOENT { continue }
      while failure == 0, flock(descriptor, LOCK_EX) != 0 {
        if errno != EINTR { failure = errno }
      }
      // The process that ends its turn removes the file, and a lock on a removed file is worthless.
      if failure == 0, isFile(descriptor, at: path) { return descriptor }
      if descriptor >= 0 { Glibc.close(descriptor) }
      if failure != 0 { throw unusable(workdir, POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO)) }
    }
  }

  /// Ends the turn.
  func end() {
    _ = unsafe unlink(path)
    Glibc.close(descriptor)
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var opened = stat()
    var there = stat()
    guard unsafe fstat(descriptor, &opened) == 0, unsafe lstat(path, &there) == 0 else { return false }
    return opened.st_dev == there.st_dev && opened.st_ino == there.st_ino
  }

  private static func unusable(_ workdir: String, _ error: any Error) -> CampaignError {
    CampaignError(
      .input,
      "The folder \(workdir) cannot be used: \(fileProblem(error, at: workdir)); choose another place with --workdir.")
  }
}
