import Files
import Foundation

/// The location of xtb on this machine.
package struct XTBInstallation: Sendable, Hashable {
  /// The program's absolute path.
  package let executable: String
  /// The folder of its parameter files, for `XTBPATH`.
  package let parameters: String
  /// Whether the parameters are the program's own, not others named by `XTBPATH`.
  package let hasOwnParameters: Bool

  /// A file that is in every folder of parameters.
  private static let parameterFile = "param_gfn2-xtb.txt"
  /// The file with the parameters of IPEA-xTB.
  static let ionisationFile = "param_ipea-xtb.txt"

  /// Finds the program by name in `PATH` and then in the bundle that Cohobate runs from, or at its absolute path, and its
  /// parameters in `XTBPATH` or in `share/xtb` beside the program's folder.
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
        executable: executable, parameters: standardized(folder),
        hasOwnParameters: beside.contains { standardized($0) == standardized(folder) })
    }
    throw CalculatorUnavailable(
      problem: "The parameter files of '\(executable)' were found neither in XTBPATH nor in '\(beside[0])'",
      remedy: "install them with 'apt-get install xtb', or set XTBPATH to the folder that has '\(parameterFile)'")
  }

  private static func standardized(_ folder: String) -> String {
    let path = URL(filePath: folder).standardizedFileURL.path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// A digest of the parameter files that xtb may read, unless they are the program's own; nil if they are. Files in
  /// the home folder have no effect, because `HOME` is the attempt's folder.
  ///
  /// - Throws: `CalculatorUnavailable` if the folder cannot be listed: xtb might still read files in it, and its values
  ///   could not be told from those with other parameters.
  package func parameterDigest() throws(CalculatorUnavailable) -> String? {
    guard !hasOwnParameters else { return nil }
    let all: [String]
    do {
      all = try FileManager.default.contentsOfDirectory(atPath: parameters)
    } catch {
      throw CalculatorUnavailable(
        problem:
          "The folder '\(parameters)' of xtb's parameter files cannot be listed: \(fileProblem(error, at: parameters))",
        remedy: "make it readable, or remove it from XTBPATH")
    }
    let names = all.sorted().filter { $0.hasPrefix("param_") || $0.hasPrefix(".param_") }
    let digest = names.reduce(stableHashValue("parameters".utf8)) { digest, name in
      FileDigest.add(fileAt: "\(parameters)/\(name)", to: stableHashValue("\(name)|".utf8, after: digest))
    }
    return String(digest, radix: 16)
  }

  private static func findExecutable(
    _ program: String, environment: [String: String]
  ) throws(CalculatorUnavailable) -> String {
    if program.hasPrefix("/") {
      guard let problem = Program.problem(at: program) else { return program }
      throw CalculatorUnavailable(
        problem: problem,
        remedy: "correct calculator.executable, or leave it out and install xtb with 'apt-get install xtb'")
    }
    if let path = Program.find(program, in: environment["PATH"] ?? "") { return path }
    // A bundle brings the program along, for machines that have none.
    if let own = Installation.current, own.form == .bundle, let path = Program.find(program, in: own.programs) {
      return path
    }
    throw CalculatorUnavailable(
      problem: "'\(program)' was not found on PATH",
      remedy: "install it with 'apt-get install xtb' or set calculator.executable")
  }
}
