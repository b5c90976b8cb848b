import Glibc

/// A line on stderr that is written over again and again; only on a terminal.
struct ProgressLine: Sendable {
  let isTerminal = TextStyle.isTerminal(STDERR_FILENO)
  let style = TextStyle.of(descriptor: STDERR_FILENO)
  private var isOpen = false

  /// Shows the parts in place of what is shown.
  mutating func show(_ parts: [String]) {
    guard isTerminal else { return }
    let text = parts.joined(separator: " · ")
    Terminal.progress("\r\u{1B}[K" + style.faint(String(text.prefix(max(10, Terminal.width - 1)))))
    isOpen = true
  }

  /// Takes away what is shown.
  mutating func clear() {
    if isOpen { Terminal.progress("\r\u{1B}[K") }
    isOpen = false
  }
}
