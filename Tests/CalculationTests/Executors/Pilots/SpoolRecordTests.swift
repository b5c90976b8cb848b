import Calculation
import Foundation
import Testing

@Suite struct SpoolRecordTests {
  private var record: SpoolRecord {
    var record = SpoolRecord()
    record.append("argument", "/bin/echo")
    record.append("argument", "")
    record.append("argument", "two\nlines and 5 \u{0} zeroes")
    record.append(file: "α.txt", Data([0, 255, 10, 0]))
    return record
  }

  @Test func whatIsWrittenIsRead() throws {
    let read = try #require(SpoolRecord(record.encoded))
    #expect(read.fields == record.fields)
    #expect(read.texts("argument") == ["/bin/echo", "", "two\nlines and 5 \u{0} zeroes"])
    #expect(read.files.map(\.name) == ["α.txt"])
    #expect(read.files.map(\.contents) == [Data([0, 255, 10, 0])])
  }

  @Test func aFileThatIsNotWholeIsNone() {
    let bytes = record.encoded
    for length in 0..<bytes.count { #expect(SpoolRecord(bytes.prefix(length)) == nil, "\(length)") }
    for place in 0..<bytes.count {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(SpoolRecord(damaged) == nil, "\(place)")
    }
  }
}
