import Foundation

/// The package's own sources, as text.
enum SourceTree {
  /// The folder of Package.swift.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every Swift file below `Sources`.
  static let sources = files(below: "Sources")
  /// Every Swift file below `Tests`.
  static let tests = files(below: "Tests")
  /// The names of the folders in `Sources`.
  static let modules = Set(sources.map(\.module)).sorted()

  private static func files(below folder: String) -> [SourceFile] {
    let base = root.appending(component: folder).path(percentEncoded: false)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: base)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      (try? String(contentsOfFile: "\(base)/\(name)", encoding: .utf8)).map { text in
        SourceFile(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
      }
    }
  }
}

/// A Swift file.
struct SourceFile: CustomStringConvertible {
  /// The path below the package's folder.
  let path: String
  let lines: [String]

  var description: String { path }

  /// The folder below `Sources` or `Tests`, which is the module.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ ["public", "package", "internal", "private", "fileprivate"].contains($0) })
      else { return nil }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }

  /// The lines that are no comment, with their numbers from 1.
  var code: [(number: Int, text: String)] {
    lines.enumerated().map { ($0 + 1, $1.trimmingCharacters(in: .whitespaces)) }.filter { !$0.1.hasPrefix("//") }
  }
}
