import Chemistry
import Files
import Foundation
import MolecularDesign

/// The records of a file of molecules, with the text of each, so that some of them can be written as they were read.
struct MoleculeRecords: Sendable {
  /// How molecules are written.
  enum Format: String, Sendable, CaseIterable {
    /// SMILES and a name on each line.
    case smi
    /// A table with a line of titles.
    case csv
    /// Mol blocks with data fields.
    case sdf

    /// By the ending of a path; nil for any other.
    init?(path: String) {
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      self.init(rawValue: ["smiles": "smi", "sd": "sdf"][ending] ?? ending)
    }
  }

  /// One molecule as it is written.
  struct Record: Sendable {
    /// How the structure is given.
    enum Structure: Sendable {
      case smiles(String)
      case molBlock(String)
    }

    /// The line on which it begins, from 1.
    let line: Int
    let name: String?
    let structure: Structure
    /// Its text with the end of its last line.
    let text: String

    /// The molecule, or why it is none.
    var molecule: Result<Molecule, ChemistryError> {
      Result { () throws(ChemistryError) in
        switch structure {
        case .smiles(let smiles): try Molecule(smiles: smiles, isRepeatUnit: true)
        case .molBlock(let block): try Molecule(molBlock: block)
        }
      }
    }

    /// The structure as a line can say it: its SMILES; empty for a mol block.
    var input: String {
      switch structure {
      case .smiles(let smiles): smiles
      case .molBlock: ""
      }
    }
  }

  let format: Format
  /// The line of titles of a table; empty otherwise.
  let header: String
  let records: [Record]

  /// Reads a text. A byte-order mark is passed over, and lines may end in CR LF.
  ///
  /// - Parameters:
  ///   - path: for messages.
  ///   - column: of the SMILES in a table; nil for `smiles`, in capitals or not.
  init(_ text: String, _ format: Format, path: String, column: String? = nil) throws(CampaignError) {
    if column != nil, format != .csv {
      throw CampaignError(.input, "'\(path)' has no columns to choose from; --column is for .csv files.")
    }
    self.format = format
    switch format {
    case .smi: (header, records) = ("", Self.lines(of: text).compactMap(Self.record))
    case .sdf: (header, records) = ("", Self.structures(of: text))
    case .csv: (header, records) = try Self.rows(of: text, path: path, column: column)
    }
  }

  private typealias Line = (number: Int, text: Substring)

  private static func lines(of text: String) -> [Line] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = text.utf8.dropFirst(text.utf8.starts(with: mark) ? mark.count : 0)
    // What follows the end of the last line is no line.
    let whole = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes
    return whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map {
      let line = $0.element.last == UInt8(ascii: "\r") ? $0.element.dropLast() : $0.element
      return (number: $0.offset + 1, text: Substring(line))
    }
  }

  private static func record(_ line: Line) -> Record? {
    SMILESLines.line(line.text, number: line.number).map {
      Record(line: $0.number, name: $0.name, structure: .smiles($0.smiles), text: line.text + "\n")
    }
  }

  private static func structures(of text: String) -> [Record] {
    var records: [Record] = []
    var (lines, blockLength): ([Line], Int?) = ([], nil)
    func end() {
      // What follows the last record is nothing, or a record that was cut short.
      guard let first = lines.first, lines.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) else { return }
      func joined(_ lines: some Sequence<Line>) -> String { lines.map { $0.text + "\n" }.joined() }
      let name = SeparatedValues.trimmed(String(first.text))
      records.append(
        Record(
          line: first.number, name: name.isEmpty ? nil : name,
          structure: .molBlock(joined(lines.prefix(blockLength ?? lines.count))), text: joined(lines) + "$$$$\n"))
    }
    for line in Self.lines(of: text) {
      if line.text.hasPrefix("$$$$") {
        end()
        (lines, blockLength) = ([], nil)
      } else {
        lines.append(line)
        if blockLength == nil, line.text.hasPrefix("M  END") { blockLength = lines.count }
      }
    }
    end()
    return records
  }

  private static func rows(
    of text: String, path: String, column: String?
  ) throws(CampaignError) -> (header: String, records: [Record]) {
    if let problem = tableProblem(text) { throw CampaignError(.input, "'\(path)' cannot be read. \(problem)") }
    let table: SeparatedValues
    do throws(SeparatedValues.Malformed) {
      table = try SeparatedValues(text)
    } catch {
      throw CampaignError(.input, "'\(path)' is not a table of comma-separated values: \(error)")
    }
    let wanted = column ?? "smiles"
    guard
      let place = table.header.firstIndex(of: wanted)
        ?? table.header.firstIndex(where: { $0.lowercased() == wanted.lowercased() })
    else {
      throw CampaignError(
        .input,
        "'\(path)' has no column '\(wanted)' with SMILES; name one of its columns with --column: "
          + "\(table.header.joined(separator: ", ")).\(suggestion(for: wanted, among: table.header))")
    }
    let names = table.header.firstIndex { $0.lowercased() == "name" }
    let records = table.rows.map { row in
      let name = names.map { SeparatedValues.trimmed(row.fields[$0]) } ?? ""
      return Record(
        line: row.line, name: name.isEmpty ? nil : name,
        structure: .smiles(SeparatedValues.trimmed(row.fields[place])), text: separatedLine(row.fields))
    }
    return (separatedLine(table.header), records)
  }
}
