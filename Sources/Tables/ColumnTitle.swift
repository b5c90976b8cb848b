import Files

/// The meaning of a title of a column of numbers: `gap (eV)`, `gap_uncertainty (eV)`.
///
/// Cohobate writes this spelling everywhere. It also reads `gap`, `gap [eV]`, `gap/eV`, `gap_eV` and
/// `gap_eV_uncertainty`. The other titles that Cohobate writes are in ``WrittenTable``.
package struct ColumnTitle: Sendable, Hashable {
  /// The kind of the numbers.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Values of the property.
    case value = ""
    /// Their standard uncertainties.
    case uncertainty = "_uncertainty"
    /// Predictions of the property.
    case predicted = "_predicted"
    /// The standard deviations of the predictions.
    case deviation = "_predicted_sd"
    /// Values by the protocol that confirms hits.
    case confirmed = "_confirmed"
  }

  /// The property's name.
  package let property: String
  /// The kind of the numbers.
  package let kind: Kind
  /// The unit as the title writes it; nil if it has none.
  package let unit: String?

  /// The title of a property's column, in ASCII if the unit has an ASCII spelling: `boiling_point (degC)`.
  package static func text(_ property: String, unit: String, _ kind: Kind = .value) -> String {
    let title = property + kind.rawValue
    return unit.isEmpty ? title : "\(title) (\(asciiUnit(unit)))"
  }

  /// Reads a title by itself: the unit is in brackets at its end.
  package init(_ title: String) {
    let (word, unit) = Self.split(title)
    let kind = Kind.allCases.reversed().first {
      !$0.rawValue.isEmpty && word.hasSuffix($0.rawValue) && word != $0.rawValue
    }
    (property, self.kind, self.unit) = (String(word.dropLast((kind ?? .value).rawValue.count)), kind ?? .value, unit)
  }

  /// Reads a title of a known property, in any of the spellings above; nil if it names none.
  ///
  /// - Parameter properties: their names and units.
  package init?(_ title: String, among properties: some Sequence<(name: String, unit: String)>) {
    let plain = ColumnTitle(title)
    // `gap/homo_predicted` is a prediction of an expression, not a gap in another unit.
    let slash = title.contains("_predicted") ? nil : title.firstIndex(of: "/")
    for isExact in [true, false] {
      func same(_ a: some StringProtocol, _ b: String) -> Bool { isExact ? a == b : a.lowercased() == b.lowercased() }
      for (name, unit) in properties {
        if same(plain.property, name) {
          (property, kind, self.unit) = (name, plain.kind, plain.unit)
          return
        }
        for kind in Kind.allCases {
          if let slash, same(SeparatedValues.trimmed(String(title[..<slash])), name + kind.rawValue) {
            (property, self.kind, self.unit) = (name, kind, String(title[title.index(after: slash)...]))
            return
          }
          let spellings = Self.underscored(unit).flatMap {
            ["\(name)_\($0)\(kind.rawValue)", "\(name)\(kind.rawValue)_\($0)"]
          }
          if spellings.contains(where: { same(title, $0) }) {
            (property, self.kind, self.unit) = (name, kind, unit)
            return
          }
        }
      }
    }
    return nil
  }

  /// Whether the title has a different unit from this one. A title without a unit contradicts nothing.
  package func contradicts(unit other: String) -> Bool { unit.map { !Self.areSame($0, other) } ?? false }

  /// What is wrong with the title's unit if the property is in this one, as the end of a sentence; nil if nothing is.
  package func problem(withUnit unit: String) -> String? {
    guard contradicts(unit: unit) else { return nil }
    return unit.isEmpty ? "has a unit, and \(property) has none" : "is not in \(unit), the unit of \(property)"
  }

  /// Whether two spellings mean the same unit, such as `°C` and `degC`.
  package static func areSame(_ a: String, _ b: String) -> Bool { plainUnit(a) == plainUnit(b) }

  /// Splits a title from the unit in brackets at its end.
  private static func split(_ title: String) -> (word: String, unit: String?) {
    let title = SeparatedValues.trimmed(title)
    for (open, close) in [("(", ")"), ("[", "]")] where title.hasSuffix(close) {
      guard let start = title.lastIndex(of: Character(open)), start > title.startIndex else { continue }
      let unit = title[title.index(after: start)...].dropLast()
      return (SeparatedValues.trimmed(String(title[..<start])), SeparatedValues.trimmed(String(unit)))
    }
    return (title, nil)
  }

  /// The spellings of a unit after a name and an underscore: its letters and digits alone, as in `polarizability_au`.
  private static func underscored(_ unit: String) -> [String] {
    let all = [unit, asciiUnit(unit)].map { $0.filter { $0.isLetter || $0.isNumber } }
    return all.filter { !$0.isEmpty }
  }

  private static let ascii: [Character: String] = [
    "°": "deg", "º": "deg", "Å": "angstrom", "µ": "u", "μ": "u", "·": "*", "⋅": "*", "×": "*", "⁻": "^-", "−": "-",
    "Ω": "ohm",
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
  ]

  /// A unit in ASCII, if it has a common ASCII spelling: `degC`, `g/cm^3`, `mol*L^-1`.
  package static func asciiUnit(_ unit: String) -> String {
    var text = ""
    var isRaised = false
    for character in unit {
      let isPower = "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(character)
      if isPower, !isRaised { text += "^" }
      text += ascii[character] ?? String(character)
      isRaised = isPower || character == "⁻"
    }
    return text
  }

  /// A unit without the characters in which spellings differ. `Â` precedes UTF-8 signs that a program read as Latin-1.
  private static func plainUnit(_ unit: String) -> String {
    asciiUnit(unit.filter { $0 != "Â" }).filter { !" ^*.".contains($0) }
  }
}

extension ColumnTitle {
  /// The reason why a column is not a property of its own, as the end of a sentence, judged by its title among those of
  /// its table: it has no title, identifies molecules, belongs to another column, or is one of the columns that tables
  /// of Cohobate have beside the values. Nil if it may be a property.
  package static func reasonToPassOver(_ place: Int, among titles: [String]) -> String? {
    let title = titles[place]
    if title.isEmpty { return "it has no title" }
    if isIdentifierTitle(title) { return "it has identifiers" }
    let read = ColumnTitle(title)
    switch read.kind {
    case .value: break
    case .predicted, .deviation: return "it has predictions"
    case .confirmed: return "it has values by another protocol"
    case .uncertainty:
      let isOfAnother = titles.contains {
        $0 == read.property || $0 != title && ColumnTitle($0).property == read.property
      }
      if isOfAnother { return "it has the uncertainties of another" }
    }
    return WrittenTable.isBookkeeping(title, among: Set(titles))
      ? "it is not a property but counts or describes the rows" : nil
  }

  /// One note on all columns that are ignored, with the reasons; nil if there are none.
  package static func note(passingOver columns: [(title: String, reason: String)]) -> String? {
    guard columns.count > 1 else {
      return columns.first.map { "The column '\($0.title)' is ignored: \($0.reason)." }
    }
    let shown = columns.prefix(6)
    var words = shown.map { "'\($0.title)' (\($0.reason))" }
    if columns.count > shown.count { words.append("\(columns.count - shown.count) more") }
    let last = words.removeLast()
    return "\(columns.count) columns are ignored: \(words.joined(separator: ", ")) and \(last)."
  }
}
