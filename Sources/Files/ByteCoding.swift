package import Foundation

/// Writes numbers and texts as bytes, in little-endian order.
package struct ByteWriter: Sendable {
  /// The written bytes.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty writer.
  package init() {}

  /// The written bytes.
  package var data: Data { Data(bytes) }

  /// An integer as its bytes.
  package mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    for place in 0..<(Number.bitWidth / 8) { bytes.append(UInt8(truncatingIfNeeded: number >> Number(8 * place))) }
  }

  /// Bytes as they are.
  package mutating func write(_ data: Data) { bytes.append(contentsOf: data) }

  /// The text's UTF-8 bytes, preceded by their number in 4 bytes.
  package mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// The numbers in 8 bytes each, preceded by their count in 8 bytes.
  package mutating func write(_ numbers: [Double]) {
    write(UInt64(numbers.count))
    for number in numbers { write(number.bitPattern) }
  }

  /// The numbers in 4 bytes each, preceded by their count in 8 bytes.
  package mutating func write(_ numbers: [Float]) {
    write(UInt64(numbers.count))
    for number in numbers { write(number.bitPattern) }
  }
}

/// Reads the output of a `ByteWriter` without trusting it: it never allocates more memory than the bytes can fill.
package struct ByteReader<Failure: Error>: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// Makes the error for invalid bytes from the reason.
  package let unreadable: @Sendable (_ reason: String) -> Failure

  /// - Parameter unreadable: makes the error for invalid bytes from the reason.
  package init(_ bytes: ArraySlice<UInt8>, unreadable: @escaping @Sendable (_ reason: String) -> Failure) {
    (self.bytes, place, self.unreadable) = (bytes, bytes.startIndex, unreadable)
  }

  /// The number of bytes read.
  package var position: Int { place - bytes.startIndex }

  /// An integer.
  package mutating func integer<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(Failure) -> Number {
    try need(Number.bitWidth / 8)
    return next()
  }

  /// `count` integers.
  package mutating func integers<Number: FixedWidthInteger>(
    _ count: Int, _ type: Number.Type = Number.self
  ) throws(Failure) -> [Number] {
    let width = Number.bitWidth / 8
    try need(count, of: width)
    defer { place += count * width }
    // All at once: a network has a million numbers.
    return unsafe bytes[place..<place + count * width].withUnsafeBytes { source in
      unsafe [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
        unsafe UnsafeMutableRawBufferPointer(numbers).copyMemory(from: source)
        for index in 0..<count { unsafe numbers[index] = Number(littleEndian: numbers[index]) }
        initialized = count
      }
    }
  }

  /// `count` bytes.
  package mutating func bytes(_ count: Int) throws(Failure) -> Data {
    try need(count)
    defer { place += count }
    return Data(bytes[place..<place + count])
  }

  /// A text.
  package mutating func text() throws(Failure) -> String {
    let count = Int(try integer(UInt32.self))
    guard let text = String(data: try bytes(count), encoding: .utf8) else { throw unreadable("a text is not in UTF-8") }
    return text
  }

  /// Numbers in double precision.
  package mutating func doubles() throws(Failure) -> [Double] {
    let count = Int(clamping: try integer(UInt64.self))
    return try integers(count).map(Double.init(bitPattern:))
  }

  /// Numbers in single precision.
  package mutating func floats() throws(Failure) -> [Float] {
    let count = Int(clamping: try integer(UInt64.self))
    return try integers(count).map(Float.init(bitPattern:))
  }

  /// Throws if unread bytes are left.
  package func finish() throws(Failure) {
    guard place == bytes.endIndex else { throw unreadable("\(bytes.endIndex - place) bytes follow its end") }
  }

  /// The next integer, whose bytes are known to be there.
  private mutating func next<Number: FixedWidthInteger>() -> Number {
    var number: Number = 0
    for offset in 0..<(Number.bitWidth / 8) {
      number |= Number(truncatingIfNeeded: bytes[place + offset]) << Number(8 * offset)
    }
    place += Number.bitWidth / 8
    return number
  }

  private func need(_ count: Int, of width: Int = 1) throws(Failure) {
    guard count >= 0, count <= (bytes.endIndex - place) / width else { throw unreadable("it ends too early") }
  }
}
