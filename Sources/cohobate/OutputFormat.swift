import ArgumentParser
import Foundation

/// The format of a result, by what was asked for and by the ending of the file that it goes to.
enum OutputFormat {
  /// The format that was asked for, else that of the ending, else the usual one.
  ///
  /// - Parameter endings: Endings that stand for a format of another name.
  /// - Throws: `ValidationError` where an ending says another format than what was asked for, or none.
  static func chosen<Format: RawRepresentable<String> & CaseIterable>(
    _ format: Format?, output: String?, usual: Format, endings: [String: Format] = [:]
  ) throws -> Format {
    let ending = output.map { URL(fileURLWithPath: $0).pathExtension.lowercased() } ?? ""
    let named = endings[ending] ?? Format(rawValue: ending)
    if let format {
      if let named, named.rawValue != format.rawValue {
        throw ValidationError(
          "--format \(format.rawValue) and the ending '.\(ending)' of --output differ; change one of them.")
      }
      return format
    }
    // A device has no ending, and a name without one says nothing.
    guard !ending.isEmpty else { return usual }
    guard let named else {
      let known = (endings.keys.sorted() + Format.allCases.map(\.rawValue).filter { $0 != "table" }).map { ".\($0)" }
      throw ValidationError(
        "--output ends in '.\(ending)', which says no format; end it in \(known.joined(separator: ", ")), or give --format."
      )
    }
    return named
  }
}
