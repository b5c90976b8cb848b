import Files
import Foundation

/// Which attempts' folders are kept when the attempt has ended.
public enum FolderRetention: String, Sendable, Hashable, Codable, CaseIterable {
  /// All folders.
  case all
  /// The folders of attempts that were not accepted, up to `AttemptFolder.keptLimit`.
  case failed
  /// No folders.
  case none
}

/// The scratch folder of one attempt: `NNNNNN-KK` (calculation and attempt) in the working directory.
package struct AttemptFolder {
  /// The greatest number of folders kept with `FolderRetention.failed`, so that a campaign cannot fill the disk.
  package static let keptLimit = 100

  package let path: String

  package init(calculation: Int, attempt: Int, under directory: String) {
    self.init(path: "\(directory)/\(Self.name(calculation, attempt))")
  }

  private init(path: String) { self.path = path }

  /// The folder of the control that is run after an attempt: `control-NNNNNN-KK`.
  package init(controlOf calculation: Int, attempt: Int, under directory: String) {
    self.init(path: "\(directory)/control-\(Self.name(calculation, attempt))")
  }

  private static func name(_ calculation: Int, _ attempt: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(calculation, 6))-\(padded(attempt, 2))"
  }

  /// This folder, or, if the program of a killed run may still write into it, the first that is free of `NNNNNN-KK.2`,
  /// `NNNNNN-KK.3` and so on. The others of these that are free are removed: no later attempt would use them.
  package func free(for executor: any Executor) async -> AttemptFolder {
    var (folder, count) = (self, 1)
    var inUse: Set<Int> = []
    while FileManager.default.fileExists(atPath: folder.path), await !executor.isFree(folder.path) {
      inUse.insert(count)
      count += 1
      folder = sibling(count)
    }
    for number in siblingNumbers() where number != count && !inUse.contains(number) {
      let other = sibling(number)
      if await executor.isFree(other.path) { other.remove() }
    }
    return folder
  }

  /// The folder `NNNNNN-KK.N`.
  private func sibling(_ number: Int) -> AttemptFolder { AttemptFolder(path: "\(path).\(number)") }

  /// The numbers of the siblings that exist, in order. There may be gaps: a folder may be removed before one with a
  /// greater number.
  private func siblingNumbers() -> [Int] {
    let place = URL(filePath: path)
    let beginning = place.lastPathComponent + "."
    let directory = place.deletingLastPathComponent().path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix(beginning), let number = Int(name.dropFirst(beginning.count)), number >= 2,
        name == beginning + String(number)
      else { return nil }
      return number
    }.sorted()
  }

  /// Creates the folder, empty. A folder left by an interrupted run is removed first, because a program may silently
  /// use the files it finds; nothing may write into it any more, see `free(for:)`.
  /// - Throws: If the old folder cannot be removed, or the new one cannot be created.
  package func create() throws {
    let files = FileManager.default
    // If the folder cannot be removed, Foundation's error says why.
    if !removeFolder(path) { try files.removeItem(atPath: path) }
    try files.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    // A folder that still exists is an error here.
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  /// Removes the folder and its contents, as far as possible.
  package func remove() {
    removeFolder(path)
  }

  /// The number of attempts' folders in a directory.
  package static func count(under directory: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.count { name in
      let parts = name.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 2
        && parts.allSatisfy { $0.first?.isNumber ?? false && $0.allSatisfy { $0.isNumber || $0 == "." } }
    }
  }
}
