import Files

/// An SD file: mol blocks with data fields, each record ended by `$$$$`.
struct StructureFile {
  private(set) var records: [MoleculeTable.Record] = []
  /// The names of the data fields in order of first occurrence; empty unless they are read.
  private(set) var titles: [String] = []

  /// The greatest number of cells in a file: its records times its distinct data fields.
  private static let mostCells = 1 << 26

  /// - Throws: if records have so many distinct data fields that their table would fill the memory.
  init(_ bytes: TextBytes, name: String, readsData: Bool) throws(MoleculeFileError) {
    var (lines, blockLength): ([TextBytes.Line], Int?) = ([], nil)
    var parts: [(lines: [TextBytes.Line], block: Int)] = []
    func end() {
      // After the last record there is nothing, or a truncated record.
      if lines.contains(where: { !$0.isBlank }) { parts.append((lines, blockLength ?? lines.count)) }
      (lines, blockLength) = ([], nil)
    }
    for line in bytes.lines {
      if line.hasPrefix("$$$$") {
        end()
      } else {
        lines.append(line)
        if blockLength == nil, line.hasPrefix("M  END") { blockLength = lines.count }
      }
    }
    end()
    var data: [[(name: String, value: String)]] = []
    var places: [String: Int] = [:]
    for part in parts {
      let fields = Self.data(in: part.lines[part.block...])
      data.append(fields)
      for field in fields where readsData && places[field.name] == nil {
        places[field.name] = titles.count
        titles.append(field.name)
      }
    }
    guard parts.count * titles.count <= Self.mostCells else {
      throw MoleculeFileError(
        "'\(name)' has \(titles.count) different data fields in \(parts.count) records, too many for a table; leave out those that are "
          + "not needed.")
    }
    for (part, data) in zip(parts, data) {
      var fields = Array(repeating: "", count: titles.count)
      if readsData { for field in data { if let place = places[field.name] { fields[place] = field.value } } }
      records.append(Self.record(part.lines, block: part.block, data, fields))
    }
  }

  private static func record(
    _ lines: [TextBytes.Line], block: Int, _ data: [(name: String, value: String)], _ fields: [String]
  ) -> MoleculeTable.Record {
    func joined(_ lines: some Sequence<TextBytes.Line>) -> [UInt8] {
      lines.reduce(into: []) { $0 += $1.bytes + [UInt8(ascii: "\n")] }
    }
    func first(_ isWanted: (String) -> Bool) -> String? {
      data.first { isWanted($0.name) && !$0.value.isEmpty }?.value
    }
    let title = SeparatedValues.trimmed(lines[0].text)
    return MoleculeTable.Record(
      line: lines[0].number, name: title.isEmpty ? first(isNameTitle) : title, identifier: first(isIdentifierTitle),
      structure: .molBlock(String(decoding: joined(lines.prefix(block)), as: UTF8.self)), fields: fields,
      bytes: joined(lines) + Array("$$$$\n".utf8))
  }

  /// The data fields: `>  <name>`, the lines of the value, and an empty line.
  private static func data(in lines: ArraySlice<TextBytes.Line>) -> [(name: String, value: String)] {
    var data: [(name: String, value: String)] = []
    var isInside = false
    for line in lines {
      if !isInside, line.hasPrefix(">") {
        let text = line.text
        guard let open = text.firstIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close else { continue }
        data.append((String(text[text.index(after: open)..<close]), ""))
        isInside = true
      } else if line.isBlank {
        isInside = false
      } else if isInside, let last = data.indices.last {
        let text = SeparatedValues.trimmed(line.text)
        data[last].value += data[last].value.isEmpty ? text : "\n" + text
      }
    }
    return data
  }
}
