import Campaign
import Synchronization

/// Shows on a terminal how many campaigns of a replay have ended.
final class ReplayProgressPrinter: Sendable {
  private let isQuiet: Bool
  private let line = Mutex(ProgressLine())

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func show(_ progress: ReplayProgress) {
    guard !isQuiet else { return }
    line.withLock {
      $0.show([
        ProgressBar(done: progress.done, total: progress.total).text(), "\(progress.done)/\(progress.total) campaigns",
      ])
    }
  }

  /// Erases the line.
  func finish() { line.withLock { $0.clear() } }
}
