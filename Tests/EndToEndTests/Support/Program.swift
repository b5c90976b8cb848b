import Foundation

/// The program under test: the executable that was built together with these tests.
enum Program {
  /// It stands beside the tests' own executable.
  static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(component: "cohobate").path(percentEncoded: false)

  /// Runs the program in a folder to its end.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], input: String = "/dev/null"
  ) throws -> Ending {
    try RunningProgram(arguments, in: folder, environment: environment, input: input).end()
  }

  /// Runs the program on a terminal of a number of columns, made by `script` of Debian's essential bsdutils. What it wrote,
  /// to stdout and to stderr, is the output.
  static func runOnTerminal(
    columns: Int, _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Ending {
    let words = ([path] + arguments).map { "'" + $0.replacing("'", with: #"'\''"#) + "'" }
    return try shell(
      "script -qec \"stty cols \(columns); exec $0\" /dev/null", words.joined(separator: " "), in: folder,
      environment: ["TERM": "xterm"].merging(environment) { $1 })
  }

  /// Runs a command of a shell, in which `$COHOBATE` is the program and `$0` the word.
  static func shell(
    _ command: String, _ word: String = "sh", in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Ending {
    try RunningProgram(
      ["-c", command, word], path: "/bin/bash", in: folder,
      environment: ["COHOBATE": path].merging(environment) { $1 }
    ).end()
  }
}
