/// The location of MOPAC on this machine.
package enum MOPACInstallation {
  /// Finds the program by name in `PATH`, or at its absolute path.
  package static func find(_ program: String, searchPath: String) throws(CalculatorUnavailable) -> String {
    if program.hasPrefix("/") {
      guard let problem = Program.problem(at: program) else { return program }
      throw CalculatorUnavailable(
        problem: problem,
        remedy: "correct calculator.executable, or leave it out and install MOPAC with 'apt-get install mopac'")
    }
    if let path = Program.find(program, in: searchPath) { return path }
    throw CalculatorUnavailable(
      problem: "'\(program)' was not found on PATH",
      remedy: "install it with 'apt-get install mopac' or set calculator.executable")
  }
}
