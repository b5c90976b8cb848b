import Calculation
import Foundation
import Testing

@Suite struct MOPACInstallationTests {
  @Test func itIsFoundByNameOrPath() throws {
    let scratch = try Scratch()
    let program = try scratch.write("#!/bin/sh\n", to: "mopac")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    #expect(try MOPACInstallation.find("mopac", searchPath: "/nonexistent:\(scratch.path)") == program)
    #expect(try MOPACInstallation.find(program, searchPath: "") == program)
  }

  @Test(arguments: [("mopac", "install it with 'apt-get install mopac'"), ("/nonexistent/mopac", "no program at")])
  func whatIsMissingIsNamed(program: String, words: String) {
    let error = #expect(throws: CalculatorUnavailable.self) {
      try MOPACInstallation.find(program, searchPath: "/nonexistent")
    }
    #expect(error?.description.contains(words) == true)
  }
}
