import Files

/// A SMILES followed by ChemAxon's extension (CXSMILES): `C[C@H](O)CC |&1:1|`.
///
/// Features that do not change the molecule are ignored: coordinates, labels, wedges, absolute and relative stereo
/// groups. Features that change the molecule or make it a query are a problem: attachment points, R groups, link nodes,
/// variable attachments, polymers, radicals.
package struct ExtendedNotation: Sendable, Hashable {
  /// The text before the extension.
  package let smiles: String
  /// The text after the extension, without spaces around it.
  package let rest: String
  /// The reason why the SMILES alone is not the intended molecule, as the end of a sentence; nil if it is.
  package let problem: String?
  /// Whether stereo groups mark the molecule as a mixture of stereoisomers, or as one of unknown configuration.
  package let isMixture: Bool

  /// Splits a text; nil if it has no extension.
  package init?(_ text: String) {
    guard let space = text.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
    let behind = text[space...].drop { $0 == " " || $0 == "\t" }
    guard behind.first == "|", let end = behind.dropFirst().firstIndex(of: "|") else { return nil }
    smiles = String(text[..<space])
    rest = SeparatedValues.trimmed(String(behind[behind.index(after: end)...]))
    var reader = Reader(rest: behind.dropFirst()[..<end])
    while let feature = reader.next() { reader.take(feature) }
    (problem, isMixture) = (reader.problem, reader.isMixture)
  }

  private enum Feature {
    case coordinates
    case labels([Substring])
    case keyed(key: String, value: Substring)
  }

  private struct Reader {
    var rest: Substring
    var problem: String?
    var isMixture = false

    /// The next feature. Commas separate features, and also the numbers within a feature.
    mutating func next() -> Feature? {
      while rest.first == "," || rest.first == " " { rest.removeFirst() }
      switch rest.first {
      case nil: return nil
      case "(":
        rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
        return .coordinates
      case "$":
        let body = rest.dropFirst()
        let end = body.firstIndex(of: "$") ?? body.endIndex
        rest = body[end...].dropFirst()
        return .labels(body[..<end].split(separator: ";"))
      default:
        var end = rest.startIndex
        while end < rest.endIndex {
          let next = rest.index(after: end)
          if rest[end] == ",", next == rest.endIndex || rest[next].isLetter || "&^($".contains(rest[next]) { break }
          end = next
        }
        let feature = rest[..<end]
        rest = rest[end...]
        let colon = feature.firstIndex(of: ":") ?? feature.endIndex
        return .keyed(key: String(feature[..<colon]), value: feature[colon...].dropFirst())
      }
    }

    mutating func take(_ feature: Feature) {
      switch feature {
      case .coordinates: return
      case .labels(let labels):
        for label in labels where problem == nil { problem = Self.problem(ofLabel: label) }
      case .keyed(let key, let value):
        let word = key.prefix { !$0.isNumber && $0 != "." }
        switch word {
        case "a", "w", "wU", "wD", "lp", "f", "SgD", "SgH", "atomProp": return
        case "r", "&", "o": isMixture = true
        case "Sg" where value.hasPrefix("gen"): return
        default: problem = problem ?? Self.problem(ofKey: String(word), as: key)
        }
      }
    }

    private static func problem(ofLabel label: Substring) -> String? {
      if label.hasPrefix("_AV:") { return nil }
      if label.hasPrefix("_AP") { return "its extension has an attachment point (\(label))" }
      if label.hasPrefix("_R") { return "its extension has an R group (\(label))" }
      if label.hasSuffix("_e") || label.hasSuffix("_p") {
        return "its extension names an atom of any of several elements (\(label))"
      }
      return nil
    }

    private static func problem(ofKey word: String, as key: String) -> String {
      let what =
        switch word {
        case "^": "radical centres; write them in the SMILES, as in [CH3]"
        case "m": "a variable point of attachment"
        case "LN": "a link node, which repeats"
        case "Sg": "a repeating unit of a polymer or a mixture"
        case "RG", "LOG", "LO": "R groups"
        case "C", "D": "coordinate bonds; write them in the SMILES, as in [NH3]->[Cu]"
        case "H": "hydrogen bonds"
        case "Z": "bonds of order zero"
        case "c", "t", "ctu": "configurations of double bonds; write them in the SMILES, by / and \\"
        case "rb", "s", "u": "features of a query"
        default: "'\(key)', which is not known"
        }
      return "its extension has \(what)"
    }
  }
}
