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
}
