import Calculation
import Foundation
import Testing

/// The real worker. Files stand for its pipes: another test's child would inherit the end that must be closed.
func libxtbAnswers(to lines: [String], arguments: [String] = []) async throws -> (answers: [String], status: Int32) {
  let scratch = try Scratch()
  let questions = try scratch.write(lines.map { $0 + "\n" }.joined(), to: "questions")
  let answers = try scratch.write("", to: "answers")
  let process = Process()
  process.executableURL = URL(filePath: try BundledExecutable.path(of: "cohobate-xtb-worker"))
  process.arguments = arguments
  process.currentDirectoryURL = URL(filePath: scratch.path)
  process.standardInput = FileHandle(forReadingAtPath: questions)
  process.standardOutput = FileHandle(forWritingAtPath: answers)
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  let text = try String(contentsOfFile: answers, encoding: .utf8)
  return (text.split(separator: "\n").map(String.init), process.terminationStatus)
}
