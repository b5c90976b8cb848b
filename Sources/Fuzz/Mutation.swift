import Numerics

/// Changes of a file's bytes, such as those by disks, editors, other programs and attackers.
struct Mutation {
  private let words: [[UInt8]]
  private let examples: [[UInt8]]

  /// Texts that some reader takes as a number, or nearly so.
  private static let numbers = [
    "0", "-1", "1", "010", "0x10", "1e400", "-1e400", "1e-400", "nan", "inf", "-inf", "NaN", "Infinity", "1e308",
    "4.9e-324",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "2147483648", "65536",
    "255",
    "1_000", "1:30", "", ".5", "5.", "+7", "--1", "1e", "٣",
  ].map { Array($0.utf8) }

  /// Bytes that end, escape or overflow something.
  private static let bytes: [UInt8] = [
    0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0xC3, 0xED, 0xEF, 0x0A, 0x0D, 0x09, 0x1B, 0x22, 0x27, 0x2C, 0x3A, 0x3B, 0x5B, 0x5D,
    0x7B, 0x7D,
    0x2A, 0x26, 0x23, 0x25, 0x2D, 0x5C,
  ]

  init(words: [String], examples: [[UInt8]]) {
    self.words = words.map { Array($0.utf8) }
    self.examples = examples
  }

  /// An example changed in one to four places.
  func mutant(_ stream: inout RandomStream) -> [UInt8] {
    var bytes = examples[stream.integer(below: examples.count)]
    for _ in 0...stream.integer(below: 4) { change(&bytes, &stream) }
    return bytes
  }

  /// An example with some of its text and digits changed in place, so that no byte moves.
  func mutantInPlace(_ stream: inout RandomStream) -> [UInt8] {
    var bytes = examples[stream.integer(below: examples.count)]
    for _ in 0...stream.integer(below: 3) {
      let place = stream.integer(below: bytes.count)
      let from = bytes[place...].firstIndex { (0x30..<0x7F).contains($0) } ?? place
      let digits = Array("0123456789-e.\"{},[]aZ".utf8)
      bytes[from] = digits[stream.integer(below: digits.count)]
    }
    return bytes
  }

  private func change(_ bytes: inout [UInt8], _ stream: inout RandomStream) {
    guard !bytes.isEmpty else { return bytes = examples[0] }
    let place = stream.integer(below: bytes.count)
    let end = min(bytes.count, place + 1 + stream.integer(below: stream.integer(below: 8) == 0 ? bytes.count : 64))
    switch stream.integer(below: 12) {
    case 0: bytes[place] ^= 1 << UInt8(stream.integer(below: 8))
    case 1: bytes[place] = Self.bytes[stream.integer(below: Self.bytes.count)]
    case 2: bytes.insert(Self.bytes[stream.integer(below: Self.bytes.count)], at: place)
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: stream.integer(below: bytes.count))
    case 5: bytes.removeSubrange(place...)
    case 6, 7: replaceNumber(in: &bytes, from: place, &stream)
    case 8 where !words.isEmpty: bytes.insert(contentsOf: words[stream.integer(below: words.count)], at: place)
    case 9: splice(&bytes, at: place, &stream)
    case 10: replaceInteger(in: &bytes, at: place, &stream)
    default: for index in place..<end { bytes[index] = UInt8(truncatingIfNeeded: stream.next()) }
    }
  }

  /// Replaces the next number by another one.
  private func replaceNumber(in bytes: inout [UInt8], from place: Int, _ stream: inout RandomStream) {
    let isDigit = { (byte: UInt8) in (0x30..<0x3A).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) && $0 != 0x2E } ?? bytes.endIndex
    bytes.replaceSubrange(start..<end, with: Self.numbers[stream.integer(below: Self.numbers.count)])
  }

  /// Replaces bytes by the same number of bytes of another example.
  private func splice(_ bytes: inout [UInt8], at place: Int, _ stream: inout RandomStream) {
    let other = examples[stream.integer(below: examples.count)]
    let start = stream.integer(below: max(1, other.count))
    let piece = other[start..<min(other.count, start + 1 + stream.integer(below: 200))]
    bytes.replaceSubrange(place..<min(bytes.count, place + piece.count), with: piece)
  }

  /// Replaces bytes by an integer of 1 to 8 bytes at the limits of its range.
  private func replaceInteger(in bytes: inout [UInt8], at place: Int, _ stream: inout RandomStream) {
    let width = 1 << stream.integer(below: 4)
    let numbers: [UInt64] = [
      0, 1, .max, .max >> 1, 1 << 31, 1 << 32, 0x7FF0_0000_0000_0000, 0x7FF8_0000_0000_0000, 1 << 63,
    ]
    let number = numbers[stream.integer(below: numbers.count)] &+ UInt64(stream.integer(below: 3)) &- 1
    for offset in 0..<width where place + offset < bytes.count {
      bytes[place + offset] = UInt8(truncatingIfNeeded: number >> UInt64(8 * offset))
    }
  }
}

extension RandomStream {
  mutating func integer(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
