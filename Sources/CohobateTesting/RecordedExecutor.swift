public import Calculation

/// An executor that runs nothing: it answers from a closure, which may look up a recording or make up an output.
public struct RecordedExecutor: Executor {
  private let answer: @Sendable (AttemptRequest, String) async -> AttemptOutput

  /// Creates an executor that answers every request with the closure's result for it and its folder.
  public init(_ answer: @escaping @Sendable (AttemptRequest, String) async -> AttemptOutput) {
    self.answer = answer
  }

  /// Asks the closure.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    await answer(request, folder)
  }
}
