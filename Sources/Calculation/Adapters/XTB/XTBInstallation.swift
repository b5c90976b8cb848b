import Foundation

/// Where this machine has xtb.
package struct XTBInstallation: Sendable, Hashable {
  /// The program's absolute path.
  package let executable: String
  /// The folder of its parameter files, for `XTBPATH`.
  package let parameters: String

  /// A file that every folder of parameters has.
  private static let parameterFile = "param_gfn2-xtb.txt"

  /// Finds the program by name in `PATH`, or at its absolute path, and its parameters in `XTBPATH` or in `share/xtb`
  /// beside the program's folder.
  package static func find(
    _ program: String, environment: [String: String]
  ) throws(CalculatorUnavailable) -> XTBInstallation {
    let executable = try findExecutable(program, environment: environment)
    let resolved = URL(filePath: executable).resolvingSymlinksInPath()
    let beside = [URL(filePath: executable), resolved].map {
      $0.deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false) + "/share/xtb"
    }
    let candidates = (environment["XTBPATH"]?.split(separator: ":").map(String.init) ?? []) + beside
    for folder in candidates where FileManager.default.fileExists(atPath: "\(folder)/\(parameterFile)") {
      return XTBInstallation(
        executable: executable, parameters: URL(filePath: folder).standardizedFileURL.path(percentEncoded: false))
    }
    throw CalculatorUnavailable(
      problem: "The parameter files of '\(executable)' were found neither in XTBPATH nor in '\(beside[0])'",
      remedy: "install them with 'apt-get install xtb', or set XTBPATH to the folder that has '\(parameterFile)'")
  }

  private static func findExecutable(
    _ program: String, environment: [String: String]
  ) throws(CalculatorUnavailable) -> String {
    if program.hasPrefix("/") {
      if Program.isThere(program) { return program }
      throw CalculatorUnavailable(
        problem: "There is no program at '\(program)'",
        remedy: "correct calculator.executable, or leave it out and install xtb with 'apt-get install xtb'")
    }
    if let path = Program.find(program, in: environment["PATH"] ?? "") { return path }
    throw CalculatorUnavailable(
      problem: "'\(program)' was not found on PATH",
      remedy: "install it with 'apt-get install xtb' or set calculator.executable")
  }
}
