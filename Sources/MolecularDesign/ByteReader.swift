/// Writes numbers and texts as bytes, the least first.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  /// A length of two bytes, and UTF-8.
  mutating func write(_ text: String) {
    let utf8 = Array(text.utf8)
    write(UInt16(clamping: utf8.count))
    bytes.append(contentsOf: utf8.prefix(Int(UInt16.max)))
  }
}

/// Reads what a ``ByteWriter`` wrote, and trusts nothing.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(LanguageModelFileError) -> Number {
    let width = Number.bitWidth / 8
    guard rest.count >= width else { throw .cutOff }
    var number: Number = 0
    for (place, byte) in rest.prefix(width).enumerated() {
      number |= Number(truncatingIfNeeded: byte) << Number(8 * place)
    }
    rest = rest.dropFirst(width)
    return number
  }

  /// Many numbers; their room is taken only if the bytes are there.
  mutating func numbers<Number: FixedWidthInteger>(
    _ count: Int, _ type: Number.Type
  ) throws(LanguageModelFileError) -> [Number] {
    let width = Number.bitWidth / 8
    let (size, isTooLarge) = count.multipliedReportingOverflow(by: width)
    guard !isTooLarge, rest.count >= size else { throw .cutOff }
    var numbers: [Number] = []
    numbers.reserveCapacity(count)
    var place = rest.startIndex
    for _ in 0..<count {
      var number: Number = 0
      for byte in 0..<width { number |= Number(truncatingIfNeeded: rest[place + byte]) << Number(8 * byte) }
      numbers.append(number)
      place += width
    }
    rest = rest[place...]
    return numbers
  }

  /// A number of things, which must not be more than can be.
  mutating func count(upTo limit: Int) throws(LanguageModelFileError) -> Int {
    let count = Int(try number(UInt32.self))
    guard count <= limit else { throw .impossible("a count of \(count), where at most \(limit) can be") }
    return count
  }

  mutating func text() throws(LanguageModelFileError) -> String {
    let length = Int(try number(UInt16.self))
    guard rest.count >= length else { throw .cutOff }
    let text = String(decoding: rest.prefix(length), as: UTF8.self)
    rest = rest.dropFirst(length)
    return text
  }

  mutating func smoothing() throws(LanguageModelFileError) -> Smoothing {
    let number = try count(upTo: Smoothing.allCases.count - 1)
    return Smoothing.allCases[number]
  }
}
