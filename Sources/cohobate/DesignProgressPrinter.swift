import Prediction
import Synchronization

/// Shows the progress of a design on stderr: on a terminal a bar that is overwritten, elsewhere a plain line for every
/// tenth of the steps.
final class DesignProgressPrinter: Sendable {
  private struct State {
    var line = ProgressLine()
    var lastPart = 0
  }

  private let isQuiet: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func show(_ event: DirectDesignEvent) {
    state.withLock { state in
      switch event {
      case .note(let text):
        // Shown even without progress, because it concerns the result.
        state.line.clear()
        Terminal.note(text)
      case _ where isQuiet: break
      case .information(let text):
        state.line.clear()
        Terminal.note(text)
      case .stage(let text):
        if state.line.isTerminal { state.line.show([text]) } else { Terminal.line(text) }
      case .step(let progress):
        if state.line.isTerminal {
          state.line.show(
            [ProgressBar(done: progress.done, total: progress.total).text()] + Self.parts(progress))
        } else {
          let part = 10 * progress.done / max(1, progress.total)
          if part > state.lastPart { Terminal.line(Self.parts(progress).joined(separator: ", ")) }
          state.lastPart = part
        }
      }
    }
  }

  /// Ends the overwritten line.
  func finish() { state.withLock { $0.line.clear() } }

  private static func parts(_ progress: DirectDesignProgress) -> [String] {
    var parts = ["step \(progress.done)/\(progress.total)"]
    if let temperature = progress.temperature { parts.append("temperature \(Number.fixed(temperature, 3))") }
    parts += [
      "mean likelihood \(Number.fixed(progress.meanLikelihood, 3))", "\(progress.distinct) distinct",
      "\(progress.weighed) weighed",
    ]
    if progress.done < progress.total { parts.append("\(Number.duration(seconds: progress.secondsLeft)) left") }
    return parts
  }
}
