/// Runs the programs of attempts. It is the only part of a calculation that touches the machine.
public protocol Executor: Sendable {
  /// Runs one attempt in a folder that exists and is empty, and returns what it left behind.
  ///
  /// It never throws: whatever happens is a termination. When the calling task is cancelled, the program and all it
  /// started are stopped, and the termination is `.cancelled`.
  func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput
}
