import Campaign
import Synchronization

/// Shows how many campaigns of a replay have ended: on a terminal a bar that is overwritten, elsewhere a plain line for
/// every tenth of them.
final class ReplayProgressPrinter: Sendable {
  private struct State {
    var line = ProgressLine()
    var lastPart = -1
  }

  private let isQuiet: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func show(_ progress: ReplayProgress) {
    guard !isQuiet else { return }
    let text = "\(progress.done)/\(progress.total) campaigns"
    state.withLock { state in
      if state.line.isTerminal {
        return state.line.show([ProgressBar(done: progress.done, total: progress.total).text(), text])
      }
      let part = 10 * progress.done / max(1, progress.total)
      if part > state.lastPart { Terminal.line(text) }
      state.lastPart = part
    }
  }

  /// Erases the line.
  func finish() { state.withLock { $0.line.clear() } }
}
