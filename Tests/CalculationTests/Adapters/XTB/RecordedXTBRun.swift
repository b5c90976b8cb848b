import Calculation
import Foundation
import Testing

/// What a recorded run of xtb left behind, to be read with changes.
struct RecordedXTBRun {
  private let folder: GoldenFolder
  var termination: Termination
  var standardOutput: String
  var standardError: String
  var files: [String: String]

  /// The run of a folder under `Golden/`.
  init(_ name: String) throws {
    folder = try #require(GoldenFolder.all.first { $0.name == name })
    let output = try folder.output()
    (termination, standardOutput) = (output.termination, output.standardOutput)
    (standardError, files) = (output.standardError, output.files)
  }

  mutating func replaceInDocument(_ old: String, with new: String) {
    files["xtbout.json"] = files["xtbout.json"]?.replacing(old, with: new)
  }

  /// What is read from it.
  func read() throws -> Result<AttemptResult, CalculationFailure> {
    try folder.calculator().parse(
      AttemptOutput(
        termination: termination, standardOutput: standardOutput, standardError: standardError, files: files),
      of: folder.request())
  }

  /// What becomes of it with other output.
  func verdict(_ change: (inout RecordedXTBRun) -> Void) throws -> CalculationFailure? {
    var changed = self
    change(&changed)
    guard case .failure(let failure) = try changed.read() else { return nil }
    return failure
  }

  /// What becomes of it with another log, or another document.
  func verdict(replacing old: String, with new: String) throws -> CalculationFailure? {
    try verdict { run in
      let (log, document) = (run.standardOutput, run.files["xtbout.json"])
      run.standardOutput = log.replacing(old, with: new)
      run.replaceInDocument(old, with: new)
      #expect(run.standardOutput != log || run.files["xtbout.json"] != document, "Nothing was replaced.")
    }
  }
}
