import Files
import Foundation

/// The programs that are built with Cohobate and lie in its folder.
package enum Companion {
  /// The path of a companion program, which stands beside the running executable, symbolic links resolved.
  /// - Throws: If it is not there.
  package static func path(of name: String) throws(CalculatorUnavailable) -> String {
    // Of an executable that was replaced since it was started the kernel still says the folder.
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let folder = executable?.folderOfPath else {
      throw CalculatorUnavailable(
        problem: "'/proc' is not there, which Cohobate needs to start and watch programs", remedy: "mount it")
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
