import Files

/// The programs that are built with Cohobate and installed in its folder.
package enum BundledExecutable {
  /// The path of a bundled program in the folder of the running one, with symbolic links resolved.
  /// - Throws: If it is missing.
  package static func path(of name: String) throws(CalculatorUnavailable) -> String {
    guard let folder = Installation.current?.programs else {
      throw CalculatorUnavailable(
        problem: "'/proc' is missing, which Cohobate needs to start and watch programs", remedy: "mount it")
    }
    let path = "\(folder)/\(name)"
    if let problem = Program.problem(at: path) {
      throw CalculatorUnavailable(
        problem: "\(problem), which belongs to Cohobate",
        remedy: "build it with 'make build', or copy it there together with cohobate")
    }
    return path
  }
}
