import Files
import Foundation

/// Which attempts' folders stay on the disk when the attempt has ended.
public enum KeptFolders: String, Sendable, Hashable, Codable, CaseIterable {
  /// All.
  case all
  /// Those of attempts that were not accepted, up to `AttemptFolder.keptLimit` of them.
  case failed
  /// None.
  case none
}

/// The scratch folder of one attempt: `NNNNNN-KK` under the working directory.
package struct AttemptFolder {
  /// With `KeptFolders.failed`, no more folders than this are kept, so that a campaign cannot fill the disk.
  package static let keptLimit = 100

  package let path: String

  package init(calculation: Int, attempt: Int, under directory: String) {
    path = "\(directory)/\(Self.name(calculation, attempt))"
  }

  /// The folder of the control that is run after an attempt: `control-NNNNNN-KK`.
  init(controlOf calculation: Int, attempt: Int, under directory: String) {
    path = "\(directory)/control-\(Self.name(calculation, attempt))"
  }

  private static func name(_ calculation: Int, _ attempt: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(calculation, 6))-\(padded(attempt, 2))"
  }

  /// Makes the folder, empty and new: what an interrupted run left under its name is removed, for a program may
  /// silently honour the files it finds.
  /// - Throws: If what was left cannot be removed, or the folder cannot be made.
  package func create() throws {
    let files = FileManager.default
    // Foundation says why, where it cannot be removed.
    if !removeFolder(path) { try files.removeItem(atPath: path) }
    try files.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    // A folder that is there all the same is an error here.
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  /// Removes the folder with all that is in it, as far as it can be.
  package func remove() {
    removeFolder(path)
  }

  /// How many attempts' folders there are under a directory.
  package static func count(under directory: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.count { name in
      let parts = name.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }
  }
}
