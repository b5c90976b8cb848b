import Chemistry
import Testing

@Suite struct SVGTextTests {
  @Test(arguments: [
    ("a<b & \"c\" > 'd'", "a&lt;b &amp; &quot;c&quot; &gt; &apos;d&apos;"), ("± °C Å²", "± °C Å²"),
    ("\u{1B}[31mred\u{0}\u{7}", "[31mred"), ("\u{202E}turned", "turned"), ("分子 🧪", "分子 🧪"), ("", ""),
  ])
  func textIsEscapedAndFreeOfWhatIsNotSeen(text: String, escaped: String) {
    #expect(SVGText.escaped(text) == escaped)
  }

  @Test func linesFitAndLoseNothing() {
    let text = "boiling point 195.20 ± 12.30 °C\nWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW hit"
    let lines = SVGText.lines(text, width: 120, fontSize: 12)
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { SVGText.width(of: $0, fontSize: 12) <= 120 })
    #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }

  @Test func lineEndsStay() {
    #expect(SVGText.lines("a b\nc\n\nd", width: 500, fontSize: 12) == ["a b", "c", "d"])
  }

  @Test func aLineOfNoRoomHasOneCharacter() {
    #expect(SVGText.lines("abc", width: 0, fontSize: 12) == ["a", "b", "c"])
  }
}
