package import Chemistry
package import Files
package import MolecularDesign

/// What is known of a large pool as a whole.
package struct PoolContents: Sendable, Codable {
  /// Identifies the file's contents and everything that decides which of its molecules are in the index, and how.
  let key: String
  /// The file's size and the hash of its contents.
  package let extent: FileExtent
  /// The number of different molecules of the file.
  package internal(set) var moleculeCount = 0
  /// The number of lines that repeat a molecule.
  package internal(set) var duplicateCount = 0
  /// The number of lines that are no molecules of one component.
  package internal(set) var refusedLineCount = 0
  /// The first of these lines.
  package internal(set) var firstRefusedLines: [RejectedLine] = []
  /// The number of molecules that the filter rejects, by the kind of rejection.
  var rejections: [String: Int] = [:]
  /// The number of molecules in the index.
  var allowedCount = 0
  /// Notes for the user on the reading, a sentence each.
  package internal(set) var notes: [String] = []

  init(key: String, extent: FileExtent) { (self.key, self.extent) = (key, extent) }

  /// The number of refused lines that are kept.
  static let shownLineCount = 20

  /// The number of molecules that the filter rejects, by the first limit that rejects each.
  package var refusals: [Rejection.Kind: Int] {
    Dictionary(
      uniqueKeysWithValues: rejections.compactMap { name, count in Rejection.Kind(rawValue: name).map { ($0, count) } })
  }
}
