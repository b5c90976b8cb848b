import Files

/// The reason why a file of molecules or a table cannot be read, in full sentences that name the file and what to do.
package struct MoleculeFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentences.
  package let description: String

  /// An error with its sentences.
  package init(_ description: String) { self.description = description }

  /// The ending of a path says nothing about the format of its file.
  static func unknownFormat(_ path: String) -> MoleculeFileError {
    MoleculeFileError(
      "'\(path)' is of no known format: the file's name must end in .smi, .csv or .sdf, or .txt of formulas, or in one of these and .gz."
    )
  }
}

extension MoleculeFileError: ReportedError {}
