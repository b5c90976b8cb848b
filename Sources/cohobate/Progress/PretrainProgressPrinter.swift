import Files
import SourceModels
import Synchronization

/// Shows the progress of training source models on stderr: on a terminal a bar that is overwritten, elsewhere a plain
/// line for each model.
final class PretrainProgressPrinter: Sendable {
  private let isQuiet: Bool
  private let line = Mutex(ProgressLine())

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func show(_ event: PretrainEvent) {
    switch event {
    case .note(let text):
      // Shown even without progress, because it says what is missing from the result.
      line.withLock { $0.clear() }
      Terminal.note(text)
    case .stage(let text):
      guard !isQuiet else { return }
      line.withLock { line in
        if line.isTerminal { line.show([text]) } else { Terminal.line(text) }
      }
    case .training(let progress): if !isQuiet { line.withLock { show(progress, &$0) } }
    }
  }

  /// Ends the overwritten lines.
  func finish() {
    line.withLock { $0.clear() }
  }

  private func show(_ progress: PretrainProgress, _ line: inout ProgressLine) {
    if let ended = progress.ended, let failure = ended.failure {
      line.clear()
      Terminal.line(
        "  \(line.style.red("fail"))  \("\(ended.property), \(ended.kind): \(failure)".visible)")
    }
    if line.isTerminal {
      line.show([ProgressBar(done: progress.done, total: progress.total).text()] + Self.parts(progress))
    } else if let ended = progress.ended, let error = ended.meanAbsoluteError {
      let text = withUnit(Number.fixed(error, 4), ended.unit)
      Terminal.line(
        (["\(ended.property) \(ended.kind): MAE \(text)"] + Self.parts(progress))
          .joined(separator: ", ").visible)
    }
  }

  private static func parts(_ progress: PretrainProgress) -> [String] {
    var parts = ["\(progress.done)/\(progress.total) models"]
    if progress.running > 0 { parts.append("\(progress.running) in training") }
    if progress.reused > 0 { parts.append("\(progress.reused) there before") }
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    if progress.done < progress.total, let left = progress.secondsLeft {
      parts.append("\(Number.duration(seconds: left)) left")
    }
    return parts
  }
}
