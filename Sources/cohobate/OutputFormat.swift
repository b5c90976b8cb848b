import ArgumentParser
import Foundation

/// The format of a result, by the option and by the ending of the output file.
enum OutputFormat {
  /// The requested format, else that of the ending, else the default.
  ///
  /// - Parameter endings: Endings for formats of another name.
  /// - Throws: `ValidationError` if an ending means another format than the requested one, or none.
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
    // A device has no ending, and a name without an ending implies no format.
    guard !ending.isEmpty else { return usual }
    guard let named else {
      let known = (endings.keys.sorted() + Format.allCases.map(\.rawValue).filter { $0 != "table" }).map { ".\($0)" }
      throw ValidationError(
        "--output ends in '.\(ending)', which is not a known format; end it in \(known.joined(separator: ", ")), or give --format."
      )
    }
    return named
  }
}
