/// A cache cannot be used. The description is a sentence or two that name the file.
public struct CacheError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The cache's file.
  public let path: String
  /// The error of its database.
  public let cause: StoreError

  /// An error of the cache at a path.
  public init(path: String, cause: StoreError) {
    self.path = path
    self.cause = cause
  }

  /// The file and what happened to it.
  public var description: String {
    switch cause {
    case .notDatabase, .notCampaign, .empty:
      "'\(path)' is not a cache of calculations."
    case .newer(_, let schema):
      "The cache '\(path)' was written by a newer Cohobate (schema '\(schema)' is unknown to this one)."
    case .damaged(_, let reason):
      "The cache '\(path)' is damaged (\(reason)). It may be removed: its outcomes can be calculated again."
    default:
      "The cache of calculations cannot be used. \(cause)"
    }
  }
}
