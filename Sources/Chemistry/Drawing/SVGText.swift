/// Text in SVG drawings: escaped, and broken into lines of at most a given width.
///
/// The widths are those of DejaVu Sans rounded up: the widest of the usual sans-serif fonts, so that lines fit in the
/// others too.
package enum SVGText {
  /// The text as XML content. Characters that XML forbids, and invisible ones, are removed.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where isVisible(scalar) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text in lines of at most `width` pixels, not escaped. Existing line breaks are kept; a word wider than a line
  /// is broken.
  package static func lines(_ text: String, width: Double, fontSize: Double) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { paragraph -> [String] in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(whereSeparator: \.isWhitespace).flatMap({ pieces($0, width, fontSize) }) {
        let longer = line.isEmpty ? word : "\(line) \(word)"
        if line.isEmpty || Self.width(of: longer, fontSize: fontSize) <= width {
          line = longer
        } else {
          lines.append(line)
          line = word
        }
      }
      return line.isEmpty ? lines : lines + [line]
    }
  }

  /// The width of a line in pixels, slightly overestimated.
  package static func width(of text: String, fontSize: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share($1) } * fontSize
  }

  /// A word in pieces no wider than a line, of at least one character each.
  private static func pieces(_ word: Substring, _ width: Double, _ fontSize: Double) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, Self.width(of: piece + String(character), fontSize: fontSize) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// The width of a character as a fraction of the font size.
  private static func share(_ scalar: Unicode.Scalar) -> Double {
    guard isVisible(scalar) else { return 0 }
    switch scalar {
    case "f", "i", "j", "l", "I", "t", "r", " ", ".", ",", ":", ";", "'", "|", "/", "\\", "(", ")", "[", "]", "-", "J":
      return 0.42
    case "m", "w", "M", "W", "@", "%": return 1.01
    case "=", "+", "<", ">", "±", "~", "#", "−", "G", "O", "Q", "D", "H", "N", "U", "&", "–": return 0.84
    case "A"..."Z": return 0.7
    default: break
    }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    // East Asian letters and emoji fill a square.
    return scalar.value < 0x1100 ? 0.65 : 1.05
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .format, .unassigned: false
    default: true
    }
  }
}
