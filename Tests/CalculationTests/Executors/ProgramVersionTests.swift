import Calculation
import Foundation
import Testing

/// What is asked of every program, seen through a calculator that asks it.
@Suite struct ProgramVersionTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func calculator(_ script: String) throws -> MOPACCalculator {
    let program = try scratch.write(script, to: "mopac")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return MOPACCalculator(settings: MOPACSettings(executable: program))
  }

  @Test func theProgramIsAskedInAFolderThatIsGoneAfterwards() async throws {
    let calculator = try calculator(
      "#!/bin/sh\necho \"MOPAC version 22.0.6 $1\"\ntouch left\npwd > '\(scratch.path)/place'\n")
    #expect(try await calculator.version(on: LocalExecutor()) == "22.0.6")
    let place = try String(contentsOfFile: "\(scratch.path)/place", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(place.hasPrefix("/") && !FileManager.default.fileExists(atPath: place))
    #expect(place != FileManager.default.currentDirectoryPath)
  }

  @Test func whatTheSystemDoesNotStartIsNamedWithItsReason() async throws {
    let calculator = try calculator("#!/nonexistent/interpreter\n")
    let error = await #expect(throws: CalculatorUnavailable.self) { try await calculator.version(on: LocalExecutor()) }
    #expect(
      error?.problem.contains("\(scratch.path)/mopac' could not be started: ") == true, "\(String(describing: error))")
    #expect(error?.problem.hasSuffix(".") == false)
    #expect(error?.diagnosis?.contains("cohobate doctor") == true && error?.remedy.contains("doctor") == false)
  }
}
