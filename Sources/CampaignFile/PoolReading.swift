package import Files
import Foundation
import Tables

/// How pools are read: which of them are large, where their indexes are kept, and how much of them is examined.
package struct PoolReading: Sendable {
  /// The number of lines up to which a pool is read into memory; a larger one gets an index.
  package var listedLineLimit = 100_000
  /// The folder of the indexes; nil for that of the cache.
  package var folder: String?

  /// The number of molecules of a large pool that the surrogate examines in an iteration.
  package var examinedCount = 5000

  /// The usual reading.
  package init() {}

  /// The reading of the current task. Only tests set it.
  @TaskLocal package static var current = PoolReading()

  /// Whether a file may be a large pool, which only its contents can decide.
  func mayBeLarge(_ path: String) -> Bool {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    // The shortest lines have a letter and a line feed.
    return MoleculeTable.Format(path: path) != .sdf
      && (FileStream.isCompressed(path) || size / 2 > listedLineLimit)
  }

  /// The extent of a file that is a large pool; nil if it is read into memory, or if it cannot be read at all. An SD file,
  /// whose molecules have any number of lines, is always read into memory.
  package func largeExtent(of path: String) -> FileExtent? {
    guard mayBeLarge(path) else { return nil }
    return (try? FileExtent(of: path)).flatMap { $0.lineCount > listedLineLimit ? $0 : nil }
  }
}
