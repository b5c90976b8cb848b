import Dashboard
import Testing

@Suite("HTML into which text gets only escaped")
struct MarkupTests {
  @Test("What means something in HTML is written so that it means nothing")
  func text() {
    let hostile = #"<script>alert("1 & 2")</script>'"#
    #expect(Markup(hostile).source == "&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;&#39;")
    #expect(
      Markup.tag("p", ["title": hostile], text: hostile).source
        == "<p title=\"\(Markup(hostile).source)\">\(Markup(hostile).source)</p>")
  }

  @Test("Controls and marks that turn the direction are left out, line ends stay")
  func controls() {
    #expect(Markup("a\u{0}b\u{1b}[31m\u{202E}c\u{7f}\nd\té").source == "ab[31mc\nd\té")
  }

  @Test("Attributes without a value are left out")
  func attributes() {
    #expect(Markup.tag("p", ["class": nil, "id": "a"]).source == "<p id=\"a\"></p>")
    #expect(Markup.single("meta", ["charset": "utf-8"]).source == "<meta charset=\"utf-8\">")
    #expect(
      Markup.tag("a", Attributes.href(.molecule(3), .server).and(["tabindex": "-1"]), Markup("3")).source
        == "<a href=\"molecule-3\" tabindex=\"-1\">3</a>")
  }

  @Test("Pieces are one after the other")
  func joining() {
    #expect(([Markup("a"), .tag("b", [:], text: "c")].joined + Markup("<")).source == "a<b>c</b>&lt;")
    #expect(Markup.none.source == "" && Markup.constant("<hr>").source == "<hr>")
  }
}
