import Foundation
import Tables

extension MoleculeSource {
  /// Interprets the words of a command line; for `-` standard input is read to its end.
  ///
  /// - Parameters:
  ///   - words: SMILES, the name of one file, or `-`.
  ///   - column: The column of a table with the SMILES; if given, standard input is comma-separated.
  /// - Throws: `CampaignError` of kind `.input` if there is nothing, or a file among others.
  static func named(_ words: [String], column: String?) throws -> MoleculeSource {
    guard words == ["-"] else { return try MoleculeSource(arguments: words, column: column) }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    return .text(bytes, column: column)
  }
}
