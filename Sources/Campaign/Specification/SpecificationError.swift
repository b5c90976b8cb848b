/// What is wrong with a campaign file: the file, the line where there is one, and a sentence that says how to fix it.
public struct SpecificationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path of the campaign file, as the person gave it.
  public let file: String
  /// The line, counted from 1, or nil where the whole file is meant.
  public let line: Int?
  /// One full sentence or two.
  public let message: String

  /// `file:line: message`, as compilers say it, so that editors can jump there.
  public var description: String {
    guard let line else { return "\(file): \(message)" }
    return "\(file):\(line): \(message)"
  }
}
