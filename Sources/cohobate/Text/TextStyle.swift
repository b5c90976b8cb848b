import Glibc

/// Whether text may carry colours: only on a terminal, and never where `NO_COLOR` is set (no-color.org).
struct TextStyle: Sendable {
  let hasColour: Bool

  static func of(descriptor: Int32) -> TextStyle {
    TextStyle(hasColour: isTerminal(descriptor) && environment("NO_COLOR") == nil && environment("TERM") != "dumb")
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func faint(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// A variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

}
