package import Files

/// A library of source models cannot be used. The description is a sentence or two that name the file.
public struct LibraryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The library's file.
  public let path: String
  /// The error of its database.
  public let cause: StoreError

  /// An error of the library at a path.
  public init(path: String, cause: StoreError) {
    self.path = path
    self.cause = cause
  }

  /// The file and what happened to it.
  public var description: String {
    switch cause {
    case .notFound:
      "There is no library of source models at '\(path)'; 'cohobate pretrain TABLE.csv' makes one from a table, and 'built-in' is the one that comes with Cohobate."
    case .notDatabase, .notCampaign, .empty:
      "'\(path)' is not a library of source models."
    case .newer(_, let schema):
      "The library '\(path)' was written by a newer Cohobate (schema '\(schema)' is unknown to this one); use that one."
    case .damaged(_, let reason):
      "The library '\(path)' is damaged (\(reason)); restore it from a copy, or train its models again."
    case .unknown(_, let what):
      "The library '\(path)' has no \(what)."
    case .cannotOpen(let file, let reason) where file != path:
      "The model cannot be written to '\(file)': \(reason)."
    case .notWritable(let file) where file != path:
      "The model cannot be written to '\(file)': check the permissions of its folder."
    default:
      "The library of source models cannot be used. \(cause)"
    }
  }
}

extension LibraryError: ReportedError {
  package var reportedKind: CampaignError.Kind { cause.reportedKind }
}
