import CachedCalculation
import Synchronization

/// Shows the progress of a list of molecules on stderr: on a terminal a bar that is overwritten, elsewhere a plain line
/// for every tenth of the molecules and for every minute without one. Each failure gets its own line.
final class CalculateProgressPrinter: Sendable {
  private struct State {
    var line = ProgressLine()
    var lastPart = 0
    var lastLineAt = ContinuousClock.now
  }

  private let isQuiet: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  func show(_ progress: CalculateProgress) {
    guard !isQuiet else { return }
    state.withLock { state in
      if let failure = progress.newFailure {
        state.line.clear()
        Terminal.line("  \(state.line.style.red("fail"))  \(failure.smiles.visible)  \(failure.message.visible)")
      }
      if state.line.isTerminal {
        let bar = ProgressBar(done: progress.done, total: progress.total).text()
        state.line.show(["\(bar) \(progress.done)/\(progress.total)"] + Self.parts(progress))
      } else {
        let part = 10 * progress.done / max(1, progress.total)
        if part > state.lastPart || .now - state.lastLineAt > .seconds(60) {
          Terminal.line(
            (["\(progress.done)/\(progress.total) calculated"] + Self.parts(progress)).joined(separator: ", "))
          state.lastLineAt = .now
        }
        state.lastPart = part
      }
    }
  }

  /// Ends the overwritten line.
  func finish() {
    state.withLock { $0.line.clear() }
  }

  private static func parts(_ progress: CalculateProgress) -> [String] {
    var parts: [String] = []
    if progress.unreadable > 0 { parts.append("\(progress.unreadable) unreadable") }
    if progress.running > 0 { parts.append("\(progress.running) running") }
    if progress.reused > 0 { parts.append("\(progress.reused) from the cache") }
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    if let seconds = progress.secondsEach { parts.append(Number.rate(secondsEach: seconds)) }
    if progress.done < progress.total, let left = progress.secondsLeft {
      parts.append("\(Number.duration(seconds: left)) left")
    }
    return parts
  }
}
