import Files

/// The reason why a file of molecules or a table cannot be read, in full sentences that name the file and what to do.
package struct MoleculeFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentences.
  package let description: String

  /// An error with its sentences.
  package init(_ description: String) { self.description = description }
}

extension MoleculeFileError: ReportedError {}
