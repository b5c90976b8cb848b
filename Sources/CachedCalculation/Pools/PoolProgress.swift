/// The progress of making an index.
public struct PoolProgress: Sendable, Hashable {
  /// The number of lines that are read.
  public let lineCount: Int
  /// The number of lines of the file.
  public let wholeLineCount: Int
}
