import Files
import Foundation
import Testing

@Suite struct ByteCodingTests {
  private struct Unreadable: Error, Equatable { let reason: String }

  private func reading(_ bytes: [UInt8]) -> ByteReader<Unreadable> { ByteReader(bytes[...]) { Unreadable(reason: $0) } }

  @Test func numbersComeWithTheirLeastSignificantByteFirst() {
    var writer = ByteWriter()
    writer.write(UInt32(0x0102_0304))
    writer.write("é")
    writer.write([1.0] as [Float])
    #expect([UInt8](writer.data) == [4, 3, 2, 1, 2, 0, 0, 0, 0xC3, 0xA9, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F])
  }

  @Test func allIsReadAsItWasWritten() throws {
    var writer = ByteWriter()
    writer.write(UInt64.max)
    writer.write("gap / eV")
    writer.write([0.1, -.infinity, .greatestFiniteMagnitude] as [Double])
    writer.write([] as [Float])
    writer.write(Data([9, 8]))
    var reader = reading(writer.bytes)
    #expect(try reader.integer(UInt64.self) == .max)
    #expect(try reader.text() == "gap / eV")
    #expect(try reader.doubles() == [0.1, -.infinity, .greatestFiniteMagnitude])
    #expect(try reader.floats() == [])
    #expect(throws: Unreadable(reason: "2 bytes follow its end")) {
      try reader.finish()
    }
    #expect(try reader.bytes(2) == Data([9, 8]))
    try reader.finish()
  }

  @Test func whatEndsTooEarlyIsNamed() throws {
    let error = Unreadable(reason: "it ends too early")
    var reader = reading([1, 2, 3])
    #expect(throws: error) { try reader.integer(UInt32.self) }
    #expect(throws: error) { try reader.bytes(4) }
    #expect(throws: error) { try reader.bytes(-1) }
    // A count that no memory could hold.
    var greedy = reading([UInt8](repeating: 0xFF, count: 16))
    #expect(throws: error) { try greedy.doubles() }
    var text = reading([1, 0, 0, 0, 0xFF])
    #expect(throws: Unreadable(reason: "a text is not in UTF-8")) {
      try text.text()
    }
  }
}
