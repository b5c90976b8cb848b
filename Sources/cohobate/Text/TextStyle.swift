import Glibc

/// The format of text. Colours are used only on a terminal, and never if `NO_COLOR` is set (no-color.org). The width is
/// limited on a terminal.
struct TextStyle: Sendable {
  let hasColour: Bool
  /// The columns of the terminal; nil if there is none, so that nothing is cut.
  let width: Int?

  /// Neither coloured nor cut: for files and pipes.
  static let plain = TextStyle(hasColour: false, width: nil)

  static func of(descriptor: Int32) -> TextStyle {
    guard isTerminal(descriptor) else { return .plain }
    return TextStyle(
      hasColour: environment("NO_COLOR") == nil && environment("TERM") != "dumb", width: width(of: descriptor))
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of a terminal, 80 where they are unknown.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func faint(_ text: String) -> String { wrap(text, "2") }

  /// The text in a style. Its own control characters, which may come from foreign files, are written out.
  private func wrap(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text.visible)\u{1B}[0m" : text.visible
  }

  /// A variable of the environment; nil if it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
