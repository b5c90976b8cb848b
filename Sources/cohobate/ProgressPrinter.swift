import Campaign
import Glibc
import Synchronization

/// Shows a running campaign on stderr: one line that is written over on a terminal, plain lines elsewhere.
final class ProgressPrinter: Sendable {
  private struct State {
    var last: CampaignProgress?
    var stage = ""
    var lineIsOpen = false
  }

  private let isQuiet: Bool
  private let isTerminal: Bool
  private let style: TextStyle
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isTerminal = TextStyle.isTerminal(STDERR_FILENO)
    style = .of(descriptor: STDERR_FILENO)
  }

  func show(_ event: CampaignEvent) {
    guard !isQuiet else { return }
    state.withLock { state in
      switch event {
      case .note(let text):
        clear(&state)
        Terminal.note(text)
      case .designing(let iteration):
        state.stage = "designing"
        if !isTerminal { Terminal.line("iteration \(iteration): designing") }
      case .designed(let iteration, let candidates, let chosen):
        state.stage = "calculating"
        clear(&state)
        Terminal.line("iteration \(iteration): chose \(chosen) of \(candidates) candidates")
      case .calculated(let calculation):
        clear(&state)
        Terminal.line(line(for: calculation))
      case .progress(let progress):
        state.last = progress
        if !isTerminal { return }
      }
      redraw(&state)
    }
  }

  /// Ends the line that is written over.
  func finish() {
    state.withLock { clear(&$0) }
  }

  private func line(for calculation: FinishedCalculation) -> String {
    let mark = calculation.isHit ? style.green("hit ") : calculation.succeeded ? "    " : style.red("fail")
    return
      "  \(mark) \(String(repeating: " ", count: max(0, 4 - "\(calculation.molecule)".count)))\(calculation.molecule)  "
      + "\(calculation.summary)  \(calculation.smiles)"
  }

  private func redraw(_ state: inout State) {
    guard isTerminal, let progress = state.last else { return }
    var parts = ["iteration \(progress.iteration)", "\(progress.done)/\(progress.budget) calculated"]
    parts.append(progress.running > 0 ? "\(progress.running) running" : state.stage)
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    parts.append("\(progress.hits) hits")
    if let best = progress.best { parts.append("best \(best)") }
    if let left = progress.secondsLeft { parts.append("\(Number.duration(seconds: left)) left") }
    let text = parts.joined(separator: " · ")
    Terminal.progress("\r\u{1B}[K" + style.faint(String(text.prefix(max(10, Terminal.width - 1)))))
    state.lineIsOpen = true
  }

  private func clear(_ state: inout State) {
    if state.lineIsOpen { Terminal.progress("\r\u{1B}[K") }
    state.lineIsOpen = false
  }
}
