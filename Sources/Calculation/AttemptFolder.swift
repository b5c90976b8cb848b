import Files
import Foundation
import Synchronization

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
  ///
  /// Only this folder is waited for.
  ///
  /// - Parameter siblings: The folders that killed runs left in the same directory.
  package func free(for executor: any Executor, besides siblings: Siblings) async -> AttemptFolder {
    var (folder, count) = (self, 1)
    var inUse: Set<Int> = []
    if FileManager.default.fileExists(atPath: path), await !executor.isFree(path) {
      (folder, count, inUse) = (sibling(2), 2, [1])
      while FileManager.default.fileExists(atPath: folder.path), await !executor.isFreeNow(folder.path) {
        inUse.insert(count)
        count += 1
        folder = sibling(count)
      }
    }
    for number in siblings.take(of: self) where number != count && !inUse.contains(number) {
      let other = sibling(number)
      if await executor.isFreeNow(other.path) { other.remove() }
    }
    return folder
  }

  /// The folder `NNNNNN-KK.N`.
  private func sibling(_ number: Int) -> AttemptFolder { AttemptFolder(path: "\(path).\(number)") }

  /// The folders `NNNNNN-KK.N` that killed runs left in a directory. The directory is listed once, when the first is
  /// asked for: it may have the folders of many attempts.
  package final class Siblings: Sendable {
    private let directory: String
    /// The numbers by the folder's name without them; nil before the directory is listed.
    private let numbers = Mutex<[String: [Int]]?>(nil)

    package init(under directory: String) { self.directory = directory }

    /// The numbers of a folder's siblings, in order, the first time that they are asked for; none after that. There may
    /// be gaps: a folder may be removed before one with a greater number.
    fileprivate func take(of folder: AttemptFolder) -> [Int] {
      numbers.withLock { numbers in
        var left = numbers ?? Self.listed(in: directory)
        let taken = left.removeValue(forKey: URL(filePath: folder.path).lastPathComponent) ?? []
        numbers = left
        return taken
      }
    }

    private static func listed(in directory: String) -> [String: [Int]] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
      let pairs = names.compactMap { name -> (String, Int)? in
        guard let dot = name.lastIndex(of: "."), let number = Int(name[name.index(after: dot)...]), number >= 2,
          name[dot...] == ".\(number)"
        else { return nil }
        return (String(name[..<dot]), number)
      }
      return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1).sorted() }
    }
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
