import Files

/// An error in a campaign file: the file, the line if there is one, and a sentence that says how to fix it.
public struct SpecificationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path of the campaign file, as the user gave it.
  public let file: String
  /// The line, from 1; nil if the error concerns the whole file.
  public let line: Int?
  /// One or two full sentences.
  public let message: String

  /// `file:line: message`, as in compilers, so that editors can jump there.
  public var description: String {
    guard let line else { return "\(file): \(message)" }
    return "\(file):\(line): \(message)"
  }
}

extension SpecificationError: ReportedError {}
