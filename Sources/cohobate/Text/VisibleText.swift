extension String {
  /// The text on one line, with everything written out that a terminal would interpret or not show: `\n`, `\t`, `\x1b`,
  /// `\u202e`.
  ///
  /// Names and SMILES come from foreign files, and could otherwise move the cursor, colour the following text or
  /// overwrite it.
  var visible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    return unicodeScalars.map { $0.isInvisible ? $0.written : String($0) }.joined()
  }

  /// The text with its own line ends, and all other control characters made visible.
  var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }.joined(separator: "\n")
  }

  /// The text, cut to `length` characters with `…` at its end if it is longer.
  func cut(to length: Int) -> String {
    count <= length ? self : prefix(max(0, length - 1)) + "…"
  }
}

extension Unicode.Scalar {
  /// Control characters, line and paragraph separators, and invisible marks, such as those that change the writing
  /// direction. (Joiners of emoji and scripts are kept: they belong to the visible text.)
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: value != 0x200C && value != 0x200D
    default: false
    }
  }

  fileprivate var written: String {
    switch self {
    case "\n": return #"\n"#
    case "\r": return #"\r"#
    case "\t": return #"\t"#
    default:
      let digits = String(value, radix: 16)
      let isShort = value < 0x100
      let width = isShort ? 2 : 4
      return (isShort ? #"\x"# : #"\u"#) + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}
