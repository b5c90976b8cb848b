import Glibc

/// A line on stderr that is overwritten repeatedly; shown only on a terminal that supports it.
struct ProgressLine: Sendable {
  let isTerminal = TextStyle.isTerminal(STDERR_FILENO) && TextStyle.environment("TERM") != "dumb"
  let style = TextStyle.of(descriptor: STDERR_FILENO)
  private var isOpen = false

  /// Shows the parts, replacing the current line.
  mutating func show(_ parts: [String]) {
    guard isTerminal else { return }
    let text = parts.joined(separator: " · ").visible
    let width = TextStyle.width(of: STDERR_FILENO)
    Terminal.progress("\r\u{1B}[K" + style.faint(text.cut(to: max(10, width - 1))))
    isOpen = true
  }

  /// Erases the line.
  mutating func clear() {
    if isOpen { Terminal.progress("\r\u{1B}[K") }
    isOpen = false
  }
}
