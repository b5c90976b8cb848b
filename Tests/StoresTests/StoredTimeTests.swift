import Foundation
import Stores
import Testing

@Suite struct StoredTimeTests {
  @Test func aTimeIsTextInUTCToTheMillisecond() {
    #expect(Date(timeIntervalSince1970: 0).storedText == "1970-01-01T00:00:00.000Z")
    #expect(Sample.start.storedText == "2026-11-23T03:10:00.125Z")
  }

  @Test func everyMillisecondComesBackAsItWas() {
    for millisecond in 0..<1000 {
      let date = Date(timeIntervalSince1970: 1_795_403_400 + Double(millisecond) / 1000)
      #expect(date.storedText.hasSuffix(".\(String(1000 + millisecond).dropFirst())Z"))
      #expect(Date(storedText: date.storedText) == date)
    }
  }

  @Test func aTimeIsRoundedToTheNearestMillisecond() {
    #expect(Date(timeIntervalSince1970: 0.0006).storedText == "1970-01-01T00:00:00.001Z")
    #expect(Date(timeIntervalSince1970: 0.9996).storedText == "1970-01-01T00:00:01.000Z")
  }

  @Test(arguments: ["", "yesterday", "2026-11-23"])
  func otherTextIsNoTime(_ text: String) {
    #expect(Date(storedText: text) == nil)
  }
}
