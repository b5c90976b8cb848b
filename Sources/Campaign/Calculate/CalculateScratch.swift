import Calculation
import CampaignStore
import Chemistry
import Foundation
import Glibc
import MolecularDesign

/// The scratch folder of a calculation without a campaign: the same question has the same folder, so that what a run
/// that was killed left there is cleared by the one that goes on.
struct CalculateScratch {
  let path: String
  private let workdir: String
  private let madeWorkdir: Bool
  private let lock: CampaignLock

  /// Makes the folder and locks it.
  /// - Throws: `CampaignError` where it cannot be made, or is in use by the same command.
  init(for list: MoleculeList, by calculator: any Calculator, in workdir: String) throws(CampaignError) {
    let question = ([calculator.name, calculator.calculationProtocol.json] + list.molecules.map(\.smiles))
    path = "\(workdir)/calculate-\(stableHash(question.joined(separator: "\n")))"
    self.workdir = workdir
    madeWorkdir = !FileManager.default.fileExists(atPath: workdir)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CampaignError(.input, "The folder \(path) cannot be made: \(fileProblem(error, at: path)).")
    }
    do {
      lock = try CampaignLock(database: "\(path)/calculate")
    } catch .locked(_, let holder) {
      throw CampaignError(.input, "The same molecules are being calculated by \(holder); wait for it or stop it.")
    } catch {
      throw CampaignError(error)
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
