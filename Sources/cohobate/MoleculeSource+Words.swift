import Campaign
import Foundation

extension MoleculeSource {
  /// The source that words of a command line mean; of `-` the text of standard input, which is read to its end.
  ///
  /// - Parameters:
  ///   - words: SMILES, the name of one file, or `-`.
  ///   - column: the column of a table with the SMILES; with it, standard input is comma-separated values.
  /// - Throws: `CampaignError` of kind `.input` if there is nothing, or a file among others.
  static func named(_ words: [String], column: String?) throws -> MoleculeSource {
    guard words == ["-"] else { return try MoleculeSource(arguments: words, column: column) }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    return .text(bytes, column: column)
  }
}
