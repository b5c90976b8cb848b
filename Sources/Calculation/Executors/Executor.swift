/// Runs the programs of attempts. It is the only part of a calculation that touches the machine.
public protocol Executor: Sendable {
  /// Runs one attempt in an existing, empty folder and returns its output.
  ///
  /// It never throws: every problem is a termination. If the calling task is cancelled, the program and all its
  /// children are stopped, and the termination is `.cancelled`.
  func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput
}
