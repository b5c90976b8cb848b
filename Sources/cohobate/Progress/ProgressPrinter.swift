import CachedCalculation
import Campaign
import Compositions
import Synchronization

/// Shows a running campaign on stderr: one overwritten line on a terminal, plain lines elsewhere.
final class ProgressPrinter: Sendable {
  private struct State {
    var last: CampaignProgress?
    var stage = ""
    var indexedTenths = -1
    var line = ProgressLine()
  }

  private let isQuiet: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  func show(_ event: CampaignEvent) {
    state.withLock { state in
      switch event {
      case .note(let text):
        // Shown even without progress: that a version has changed, or that a value is not learnt from, concerns the
        // result.
        state.line.clear()
        Terminal.note(text)
      case _ where isQuiet: return
      case .preparing(let text):
        if state.line.isTerminal { state.line.show([text]) } else { Terminal.line(text) }
      case .indexing(let progress): show(progress, &state)
      case .designing(let iteration):
        state.stage = "designing"
        state.last?.iteration = iteration
        if !state.line.isTerminal { Terminal.line("iteration \(iteration): designing") }
      case .designed(let iteration, let candidates, let chosen, let expected):
        state.stage = "calculating"
        state.line.clear()
        Terminal.line("iteration \(iteration): chose \(chosen) of \(Number.count(candidates, "candidate"))")
        if let expected { Terminal.line("  \(ExpectationText(expected, chosen: chosen).line)") }
      case .calculated(let calculation):
        state.line.clear()
        Terminal.line(line(for: calculation, style: state.line.style))
      case .screening(let iteration, let molecules):
        state.stage = "screening"
        if !state.line.isTerminal {
          Terminal.line("iteration \(iteration): screening \(Number.count(molecules, "molecule"))")
        }
      case .screened(let screen):
        state.line.clear()
        Terminal.line(line(for: screen))
      case .confirming(let iteration, let molecules):
        state.stage = "confirming"
        if !state.line.isTerminal {
          Terminal.line("iteration \(iteration): confirming \(Number.count(molecules, "hit"))")
        }
      case .confirmed(let calculation):
        state.line.clear()
        Terminal.line(line(for: calculation, style: state.line.style, confirming: true))
      case .progress(let progress):
        state.last = progress
        if !state.line.isTerminal { return }
      }
      redraw(&state)
    }
  }

  /// The index of a pool: a line for each tenth of it where no line can be overwritten.
  private func show(_ progress: PoolProgress, _ state: inout State) {
    let tenths = 10 * progress.lineCount / max(1, progress.wholeLineCount)
    guard state.line.isTerminal || tenths > state.indexedTenths else { return }
    state.indexedTenths = tenths
    let text = "indexing the pool: line \(progress.lineCount) of \(progress.wholeLineCount)"
    if state.line.isTerminal { state.line.show([text]) } else { Terminal.line(text) }
  }

  /// Ends the overwritten line.
  func finish() {
    state.withLock { $0.line.clear() }
  }

  private func line(for screen: FinishedScreen) -> String {
    ExtraCostText(
      done: "  screened \(screen.succeeded)", failed: screen.failed, reused: screen.reused,
      programSeconds: screen.programSeconds > 0 ? screen.programSeconds : nil
    ).text
  }

  private func line(
    for calculation: FinishedCalculation, style: TextStyle, confirming: Bool = false
  ) -> String {
    let mark =
      calculation.isHit ? style.green("hit ") : calculation.succeeded ? confirming ? "no  " : "    " : style.red("fail")
    return
      "  \(mark) \(String(repeating: " ", count: max(0, 4 - "\(calculation.molecule)".count)))\(calculation.molecule)  "
      + "\(calculation.summary)  \(materialText(calculation.smiles))".visible
  }

  private func redraw(_ state: inout State) {
    guard let progress = state.last else { return }
    var parts = ["iteration \(progress.iteration)", "\(progress.done)/\(progress.budget) calculated"]
    parts.append(progress.running > 0 ? "\(progress.running) running" : state.stage)
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    parts.append(Number.count(progress.hits, "hit"))
    if let best = progress.best { parts.append("best \(best)") }
    if let left = progress.secondsLeft { parts.append("\(Number.duration(seconds: left)) left") }
    state.line.show(parts)
  }
}
