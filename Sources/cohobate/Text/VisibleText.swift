extension String {
  /// The text on one line, with all that a terminal would obey or not show written out: `\n`, `\t`, `\x1b`, `\u202e`.
  ///
  /// Names and SMILES come from files of others, and could otherwise move the cursor, colour what follows or write over it.
  var visible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    return unicodeScalars.map { $0.isInvisible ? $0.written : String($0) }.joined()
  }

  /// The text with its own line ends, and all else made visible.
  var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }.joined(separator: "\n")
  }

  /// The text, with its end left out and `…` in its place where it has more than `length` characters.
  func cut(to length: Int) -> String {
    count <= length ? self : prefix(max(0, length - 1)) + "…"
  }
}

extension Unicode.Scalar {
  /// Control characters, line and paragraph separators, and marks that are not seen, such as those that turn the direction.
  /// (The joiners of emoji and scripts are left: they belong to what is seen.)
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
