import Calculation
import CampaignStore
import Chemistry
import Files
import Foundation
import Glibc
import MolecularDesign

/// The scratch folder of a calculation without a campaign: the same question has the same folder.
///
/// What a run left there that was killed, be it of another question, is cleared by the next one in the same working directory:
/// its lock file is there, and nobody holds the lock.
struct CalculateScratch {
  let path: String
  private let workdir: String
  private let madeWorkdir: Bool
  private let lock: CampaignLock

  private static let beginning = "calculate-"
  private static let lockedName = "calculate"

  /// Makes the folder and locks it.
  /// - Throws: `CampaignError` where it cannot be made, or is in use by the same command.
  init(for list: MoleculeList, by calculator: any Calculator, in workdir: String) throws(CampaignError) {
    let question = ([calculator.name, calculator.calculationProtocol.json] + list.molecules.map(\.smiles))
    path = "\(workdir)/\(Self.beginning)\(stableHash(question.joined(separator: "\n")))"
    self.workdir = workdir
    madeWorkdir = !FileManager.default.fileExists(atPath: workdir)
    Self.sweep(workdir)
    // Another that begins may take the folder for one that was left, before its lock is held here: then it sweeps it away.
    for _ in 0..<50 {
      if let lock = try? Self.locked(path), Self.isOwn(lock) {
        self.lock = lock
        return
      }
      // A sweep holds the lock for less than this.
      usleep(2000)
    }
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

  /// Whether the lock's file is still where it was made: it says who holds it.
  private static func isOwn(_ lock: CampaignLock) -> Bool {
    (try? String(contentsOfFile: lock.path, encoding: .utf8))?.hasPrefix("process \(getpid()) ") ?? false
  }

  /// Removes the folders of runs that were killed, as far as they can be. Those that ended by themselves took their lock
  /// files away, and what they kept stays.
  private static func sweep(_ workdir: String) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: workdir)) ?? [] where name.hasPrefix(beginning) {
      let path = "\(workdir)/\(name)"
      guard files.fileExists(atPath: "\(path)/\(lockedName).lock"),
        let lock = try? CampaignLock(database: "\(path)/\(lockedName)")
      else { continue }
      // Under another name nobody begins to use it meanwhile.
      let swept = "\(path).swept-\(getpid())"
      if unsafe rename(path, swept) == 0 { try? files.removeItem(atPath: swept) }
      extendLifetime(lock)
    }
  }

  /// Removes what is empty.
  func leave() {
    try? FileManager.default.removeItem(atPath: lock.path)
    // rmdir removes no folder that something is kept in.
    guard unsafe rmdir(path) == 0, madeWorkdir else { return }
    unsafe rmdir(workdir)
  }
}
