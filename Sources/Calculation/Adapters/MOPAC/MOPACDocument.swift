/// MOPAC's `.aux` file: lines `NAME:UNIT[COUNT]=`, with the values after the sign or on the following lines.
package struct MOPACDocument: Sendable, Hashable {
  private let sections: [String: [Substring]]
  private let wholes: [String: String]

  /// Reads the file. If a name occurs several times, as in every cycle of an optimisation, the last occurrence counts.
  package init(_ text: String) {
    var sections: [String: [Substring]] = [:]
    var wholes: [String: String] = [:]
    var name: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("#") { continue }
      if content.first?.isUppercase == true, let sign = content.firstIndex(of: "=") {
        let key = String(content[..<sign].prefix { $0 != ":" && $0 != "[" })
        let rest = content[content.index(after: sign)...]
        sections[key] = rest.split(separator: " ")
        wholes[key] = String(rest)
        name = key
      } else if let name {
        sections[name, default: []] += content.split(separator: " ")
      }
    }
    self.sections = sections
    self.wholes = wholes
  }

  /// The text after the sign, without surrounding quotation marks and spaces.
  package func text(_ name: String) -> String? {
    wholes[name].map { text in
      let inner = text.drop { $0 == "\"" || $0 == " " }
      return String(inner.reversed().drop { $0 == "\"" || $0 == " " }.reversed())
    }
  }

  /// All words of a section.
  package func words(_ name: String) -> [String]? { sections[name]?.map(String.init) }

  /// All numbers of a section, which have Fortran exponents; nil if one is not a number or not finite.
  package func numbers(_ name: String) -> [Double]? {
    guard let words = sections[name] else { return nil }
    let numbers = words.compactMap { Double(String($0.map { $0 == "D" ? "E" : $0 })) }.filter(\.isFinite)
    return numbers.count == words.count ? numbers : nil
  }

  /// The only number of a section.
  package func number(_ name: String) -> Double? {
    numbers(name).flatMap { $0.count == 1 ? $0[0] : nil }
  }
}
