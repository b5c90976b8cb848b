import Files
import Foundation

/// Asks a program for its version.
enum ProgramVersion {
  /// The output of `--version` in a temporary folder, where the executor runs programs.
  /// - Throws: If the system, not the program, is the reason for an empty output.
  static func output(
    of executable: String, environment: [String: String], on executor: any Executor
  ) async throws(CalculatorUnavailable) -> AttemptOutput {
    let folder = FileManager.default.temporaryDirectory
      .appending(component: "cohobate-\(UUID().uuidString)").path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CalculatorUnavailable(
        problem:
          "The folder for temporary files '\(folder.folderOfPath)' cannot be used: \(fileProblem(error, at: folder))",
        remedy: "set TMPDIR to a folder that you may write to")
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let request = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: executable, arguments: ["--version"],
      environment: environment,
      timeLimitSeconds: 60)
    let output = await executor.run(request, in: folder)
    if case .notStarted(let reason) = output.termination {
      throw CalculatorUnavailable(
        problem: "'\(executable)' could not be started: \(withoutFullStop(reason))",
        remedy: "start it by hand to see why, or install it again", diagnosis: "'cohobate doctor' checks it")
    }
    return output
  }
}
