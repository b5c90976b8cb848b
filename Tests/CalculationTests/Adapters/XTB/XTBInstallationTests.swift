import Calculation
import Foundation
import Testing

@Suite struct XTBInstallationTests {
  /// A prefix with a program `xtb`, and the parameters where asked for.
  private func prefix(parametersIn folder: String?) throws -> Scratch {
    let scratch = try Scratch()
    for name in ["bin", "share/xtb", "elsewhere"] {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: true)
    }
    let program = try scratch.write("#!/bin/sh\n", to: "bin/xtb")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    if let folder { _ = try scratch.write("", to: "\(folder)/param_gfn2-xtb.txt") }
    return scratch
  }

  @Test func parametersBesideTheProgram() throws {
    let scratch = try prefix(parametersIn: "share/xtb")
    let found = try XTBInstallation.find("xtb", environment: ["PATH": "/nonexistent:\(scratch.path)/bin"])
    #expect(found.executable == "\(scratch.path)/bin/xtb")
    #expect(found.parameters == "\(scratch.path)/share/xtb")
    #expect(try XTBInstallation.find("\(scratch.path)/bin/xtb", environment: [:]) == found)
  }

  @Test func parametersOfTheEnvironmentComeFirst() throws {
    let scratch = try prefix(parametersIn: "elsewhere")
    let environment = ["PATH": "\(scratch.path)/bin", "XTBPATH": "/nonexistent:\(scratch.path)/elsewhere"]
    #expect(try XTBInstallation.find("xtb", environment: environment).parameters == "\(scratch.path)/elsewhere")
  }

  @Test func otherParametersAreKnownByWhatTheyHold() throws {
    let scratch = try prefix(parametersIn: "elsewhere")
    func digest(_ environment: [String: String] = ["XTBPATH": "\(scratch.path)/elsewhere"]) throws -> String? {
      try XTBInstallation.find("\(scratch.path)/bin/xtb", environment: environment).parameterDigest
    }
    let first = try #require(try digest())
    #expect(try digest() == first)
    _ = try scratch.write("anything", to: "elsewhere/notes.txt")
    #expect(try digest() == first)
    _ = try scratch.write("$globpar", to: "elsewhere/param_gfn2-xtb.txt")
    let second = try #require(try digest())
    #expect(second != first)
    _ = try scratch.write("a", to: "elsewhere/.param_gfnff.xtb")
    #expect(try digest() != second)
    // The program's own need no digest, also where the environment names them.
    _ = try scratch.write("", to: "share/xtb/param_gfn2-xtb.txt")
    #expect(try digest([:]) == nil)
    #expect(try digest(["XTBPATH": "\(scratch.path)/bin/../share/xtb/"]) == nil)
  }

  @Test func whatIsMissingIsNamed() throws {
    let scratch = try prefix(parametersIn: nil)
    func problem(_ program: String, _ environment: [String: String]) -> String {
      do {
        return "found \(try XTBInstallation.find(program, environment: environment))"
      } catch {
        return error.description
      }
    }
    #expect(
      problem("xtb", ["PATH": "/nonexistent"])
        == "'xtb' was not found on PATH; install it with 'apt-get install xtb' or set calculator.executable.")
    #expect(problem("/nonexistent/xtb", [:]).contains("There is no program at '/nonexistent/xtb'"))
    #expect(problem("xtb", ["PATH": "\(scratch.path)/bin"]).contains("XTBPATH"))
  }
}
