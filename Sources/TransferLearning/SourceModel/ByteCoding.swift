package import Foundation

/// Writes numbers and texts as bytes, least significant first.
package struct ByteWriter: Sendable {
  /// What was written.
  package private(set) var data = Data()

  /// Nothing yet.
  package init() {}

  /// An integer as its bytes.
  package mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    for place in 0..<(Number.bitWidth / 8) { data.append(UInt8(truncatingIfNeeded: number >> Number(8 * place))) }
  }

  /// Bytes as they are.
  package mutating func write(_ bytes: Data) { data.append(bytes) }

  /// The number of bytes in UTF-8, in 4 bytes, and then these.
  package mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    data.append(contentsOf: text.utf8)
  }

  /// How many they are, in 8 bytes, and then each in 8 bytes.
  package mutating func write(_ numbers: [Double]) {
    write(UInt64(numbers.count))
    for number in numbers { write(number.bitPattern) }
  }

  /// How many they are, in 8 bytes, and then each in 4 bytes.
  package mutating func write(_ numbers: [Float]) {
    write(UInt64(numbers.count))
    for number in numbers { write(number.bitPattern) }
  }
}

/// Reads what a `ByteWriter` wrote.
package struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var place = 0
  private let what: String

  /// - Parameter what: what the bytes are taken for, as errors are to name it.
  package init(_ data: Data, of what: String) {
    bytes = [UInt8](data)
    self.what = what
  }

  /// How many bytes were read.
  package var position: Int { place }

  /// The error that these bytes are not what they are taken for.
  package func unreadable(_ reason: String) -> TransferLearningError { .unreadable(what: what, reason: reason) }

  /// An integer.
  package mutating func integer<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(TransferLearningError) -> Number {
    let count = Number.bitWidth / 8
    try need(count)
    var number: Number = 0
    for offset in 0..<count { number |= Number(truncatingIfNeeded: bytes[place + offset]) << Number(8 * offset) }
    place += count
    return number
  }

  /// So many bytes.
  package mutating func bytes(_ count: Int) throws(TransferLearningError) -> Data {
    try need(count)
    defer { place += count }
    return Data(bytes[place..<place + count])
  }

  /// A text.
  package mutating func text() throws(TransferLearningError) -> String {
    let count = Int(try integer(UInt32.self))
    guard let text = String(data: try bytes(count), encoding: .utf8) else { throw unreadable("a text is not in UTF-8") }
    return text
  }

  /// Numbers in double precision.
  package mutating func doubles() throws(TransferLearningError) -> [Double] {
    var numbers: [Double] = []
    for _ in 0..<(try arrayCount(width: 8)) { numbers.append(Double(bitPattern: try integer())) }
    return numbers
  }

  /// Numbers in single precision.
  package mutating func floats() throws(TransferLearningError) -> [Float] {
    var numbers: [Float] = []
    for _ in 0..<(try arrayCount(width: 4)) { numbers.append(Float(bitPattern: try integer())) }
    return numbers
  }

  /// Refuses bytes that nobody has read.
  package func finish() throws(TransferLearningError) {
    guard place == bytes.count else { throw unreadable("\(bytes.count - place) bytes follow its end") }
  }

  private mutating func arrayCount(width: Int) throws(TransferLearningError) -> Int {
    let count = try integer(UInt64.self)
    // Before anything is made of a number that may be nonsense.
    guard count <= UInt64((bytes.count - place) / width) else { throw unreadable("it ends too early") }
    return Int(count)
  }

  private func need(_ count: Int) throws(TransferLearningError) {
    guard count >= 0, count <= bytes.count - place else { throw unreadable("it ends too early") }
  }
}
