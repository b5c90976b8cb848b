import Files
package import Foundation

/// The form of the files in a spool folder, which `Sources/cohobate-pilot/spool.c` reads and writes too: fields of a name
/// and bytes, and at the end a checksum of all before it.
package struct SpoolRecord {
  package struct Field: Equatable {
    package let name: String
    package let bytes: Data
  }

  package var fields: [Field] = []

  package init() {}

  package mutating func append(_ name: String, _ text: String) {
    fields.append(Field(name: name, bytes: Data(text.utf8)))
  }

  /// Adds a file of the attempt's folder.
  package mutating func append(file: String, _ contents: Data) {
    fields.append(Field(name: "file", bytes: Data(file.utf8) + [0] + contents))
  }

  /// The texts of all fields of a name.
  package func texts(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The files, in the order of the record.
  package var files: [(name: String, contents: Data)] {
    fields.filter { $0.name == "file" }.compactMap { field in
      guard let zero = field.bytes.firstIndex(of: 0) else { return nil }
      return (
        String(decoding: field.bytes[..<zero], as: UTF8.self), field.bytes[field.bytes.index(after: zero)...]
      )
    }
  }

  /// The bytes of the file.
  package var encoded: Data {
    var data = Data()
    for field in fields {
      data += Data("\(field.name) \(field.bytes.count)\n".utf8) + field.bytes + Data("\n".utf8)
    }
    return data + Data("end 16\n\(hexadecimalDigits(stableHashValue(data)))\n".utf8)
  }

  /// Reads the bytes of a file; nil if it is not whole.
  package init?(_ data: Data) {
    let newline = UInt8(ascii: "\n")
    var rest = data[...]
    while let lineEnd = rest.firstIndex(of: newline) {
      let words = rest[..<lineEnd].split(separator: UInt8(ascii: " "))
      let start = rest.index(after: lineEnd)
      guard words.count == 2, let size = Int(String(decoding: words[1], as: UTF8.self)), size >= 0,
        size < rest.endIndex - start, rest[start + size] == newline
      else { return nil }
      let name = String(decoding: words[0], as: UTF8.self)
      let bytes = rest[start..<(start + size)]
      if name == "end" {
        let hash = stableHashValue(data[data.startIndex..<rest.startIndex])
        guard String(decoding: bytes, as: UTF8.self) == hexadecimalDigits(hash) else { return nil }
        return
      }
      fields.append(Field(name: name, bytes: Data(bytes)))
      rest = rest[(start + size + 1)...]
    }
    return nil
  }
}
