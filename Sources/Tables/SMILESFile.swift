import Chemistry
import Files

/// A file with a SMILES on each line, followed by white space and perhaps an extension and a name.
///
/// Empty lines and lines that begin with `#` are not records. A first line of titles, as in ZINC's files (`smiles
/// zinc_id`), gives the columns of the SMILES and the names. A number before the SMILES, as in PubChem's CID-SMILES, is
/// the identifier.
struct SMILESFile {
  private(set) var records: [MoleculeTable.Record] = []
  /// The line of titles with its line ending; empty if there is none.
  private(set) var header: [UInt8] = []

  init(_ bytes: TextBytes) {
    var titles: Titles?
    var isFirst = true
    for line in bytes.lines where !line.isBlank {
      guard line.bytes.first(where: { $0 != 32 && $0 != 9 }) != UInt8(ascii: "#") else { continue }
      if isFirst, let found = Titles(line) {
        titles = found
        header = Array(line.bytes) + [UInt8(ascii: "\n")]
      } else {
        records.append(titles?.record(line) ?? Self.record(line))
      }
      isFirst = false
    }
  }

  private static func record(_ line: TextBytes.Line) -> MoleculeTable.Record {
    var text = line.text[...].drop { $0.isWhitespace }
    var identifier: String?
    // A SMILES is never a number.
    let first = text.prefix { !$0.isWhitespace }
    let behind = text.dropFirst(first.count).drop { $0.isWhitespace }
    if first.utf8.allSatisfy({ (48...57).contains($0) }), !behind.isEmpty {
      (identifier, text) = (String(first), behind)
    }
    return record(line, text: String(text), identifier: identifier)
  }

  /// The record of a text that begins with its SMILES.
  fileprivate static func record(
    _ line: TextBytes.Line, text: String, name: String? = nil, identifier: String? = nil
  ) -> MoleculeTable.Record {
    let extended = ExtendedNotation(text)
    let smiles = extended?.smiles ?? String(text.prefix { !$0.isWhitespace })
    let rest = extended?.rest ?? SeparatedValues.trimmed(String(text.dropFirst(smiles.count)))
    return MoleculeTable.Record(
      line: line.number, name: name ?? (rest.isEmpty ? nil : rest), identifier: identifier, structure: .smiles(smiles),
      bytes: Array(line.bytes) + [UInt8(ascii: "\n")], problem: extended?.problem,
      isMixture: extended?.isMixture ?? false)
  }

  /// A line of titles.
  private struct Titles {
    let isTabbed: Bool
    let smiles: Int
    let name: Int?
    let identifier: Int?
    let count: Int

    /// Nil if the line is a molecule.
    init?(_ line: TextBytes.Line) {
      let text = line.text
      isTabbed = text.contains("\t")
      let words = Self.words(of: text, isTabbed: isTabbed, count: .max)
      guard let place = words.firstIndex(where: isSMILESTitle), let first = words.first,
        place == 0 || (try? Molecule(smiles: first, isRepeatUnit: true)) == nil
      else { return nil }
      (smiles, count) = (place, words.count)
      let named = words.firstIndex(where: isNameTitle)
      let others = words.indices.filter { $0 != place && $0 != named }
      name = named
      identifier = others.first { isIdentifierTitle(words[$0]) } ?? (named == nil ? others.first : nil)
    }

    private static func words(of text: String, isTabbed: Bool, count: Int) -> [String] {
      let words =
        isTabbed
        ? text.split(separator: "\t", omittingEmptySubsequences: false)
        : text.split(maxSplits: max(0, count - 1), whereSeparator: \.isWhitespace)
      return words.map { SeparatedValues.trimmed(String($0)) }
    }

    func record(_ line: TextBytes.Line) -> MoleculeTable.Record {
      let text = line.text
      // The spaces around an extension do not separate columns.
      if !isTabbed, smiles == 0, ExtendedNotation(text) != nil { return SMILESFile.record(line, text: text) }
      let words = Self.words(of: text, isTabbed: isTabbed, count: count)
      func word(_ place: Int?) -> String? {
        guard let place, words.indices.contains(place), !words[place].isEmpty else { return nil }
        return words[place]
      }
      return SMILESFile.record(line, text: word(smiles) ?? "", name: word(name), identifier: word(identifier))
    }
  }
}
