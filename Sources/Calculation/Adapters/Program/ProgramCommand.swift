import Files
import Foundation

/// The command of a custom program: a list of words, run without a shell.
package struct ProgramCommand: Sendable, Hashable {
  /// The words as in the campaign file.
  package let words: [String]
  /// The program: an absolute path.
  package let executable: String
  /// The arguments; names of files in the campaign file's folder are replaced by absolute paths.
  package let arguments: [String]

  /// Words with these endings are scripts, which must exist.
  private static let scriptEndings = [".py", ".sh", ".R", ".jl", ".pl"]
  /// Finds the program and the named files.
  /// - Parameters:
  ///   - words: A program's name, which is looked up in `PATH`, or its path; then its arguments.
  ///   - folder: The campaign file's folder, to which paths are relative.
  ///   - searchPath: The `PATH`.
  package init(_ words: [String], in folder: String, searchPath: String) throws(CalculatorUnavailable) {
    self.words = words
    let folder = folder.hasPrefix("/") ? folder : "\(FileManager.default.currentDirectoryPath)/\(folder)"
    let program = words.first ?? ""
    if program.contains("/") {
      executable = Self.absolute(program, in: folder)
      if let problem = Program.problem(at: executable) {
        throw CalculatorUnavailable(
          problem: problem,
          remedy: "correct calculator.command; relative paths in it are relative to the campaign file's folder")
      }
    } else if let found = Program.find(program, in: searchPath) {
      executable = found
    } else {
      throw CalculatorUnavailable(
        problem: "'\(program)' was not found on PATH",
        remedy: "install it, or give its path in calculator.command (with a slash, as in './\(program)')")
    }
    var arguments: [String] = []
    for word in words.dropFirst() {
      let path = Self.absolute(word, in: folder)
      if Self.isFile(path) {
        arguments.append(path)
      } else if let value = Self.value(of: word), Self.isFile(Self.absolute(String(value), in: folder)) {
        arguments.append("\(word[..<value.startIndex])\(Self.absolute(String(value), in: folder))")
      } else if Self.mustBeFile(word) {
        throw CalculatorUnavailable(
          problem: "There is no file '\(path)', which calculator.command names", remedy: "write it or correct the name")
      } else {
        arguments.append(word)
      }
    }
    self.arguments = arguments
  }

  /// A digest of the program and of the files among its arguments, including files given as the value of an option
  /// (`--model=w.bin`), so that a changed script or model is a changed version.
  package var digest: String {
    let paths = ([executable] + arguments).compactMap { word in
      [word, Self.value(of: word).map(String.init)].compactMap { $0 }.first { $0.hasPrefix("/") && Self.isFile($0) }
    }
    return String(paths.reduce(stableHashValue([])) { FileDigest.add(fileAt: $1, to: $0) }, radix: 16)
  }

  /// The arguments with `{name}` replaced by the value of that name.
  package func arguments(replacing values: [String: String]) -> [String] {
    arguments.map { argument in
      argument.replacing(/\{([a-z_]+)\}/) { match in values[String(match.1)] ?? String(match.0) }
    }
  }

  /// The names in braces in some words.
  package static func placeholders(in words: [String]) -> Set<String> {
    Set(words.flatMap { $0.matches(of: /\{([a-z_]+)\}/).map { String($0.1) } })
  }

  /// The path without `.` and `..`. Symbolic links stay as they are: the Python of a virtual environment is one, and
  /// finds its packages by the path it is called by.
  private static func absolute(_ path: String, in folder: String) -> String {
    var components: [Substring] = []
    for component in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return "/" + components.joined(separator: "/")
  }

  /// The value of an option in the same word: `w.bin` of `--model=w.bin`.
  private static func value(of word: String) -> Substring? {
    guard word.hasPrefix("-"), let equals = word.firstIndex(of: "=") else { return nil }
    let value = word[word.index(after: equals)...]
    return value.isEmpty ? nil : value
  }

  private static func isFile(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
  }

  private static func mustBeFile(_ word: String) -> Bool {
    guard !word.contains("{"), !word.contains(where: \.isWhitespace), !word.hasPrefix("-") else { return false }
    return word.hasPrefix("./") || word.hasPrefix("../") || scriptEndings.contains { word.hasSuffix($0) }
  }
}
