import Chemistry
import Testing

@Suite struct FormulaDrawingTests {
  @Test func aFormulaIsDrawnWithSubscripts() throws {
    let svg = try Molecule(formula: "La0.7Sr0.3MnO3").svg(width: 200, height: 100, legend: "1, hit")
    let texts = svg.matches(of: /<text [^>]*class='formula'[^>]*>([^<]+)</).map { String($0.output.1) }
    #expect(texts == ["Sr", "0.3", "La", "0.7", "Mn", "O", "3"])
    let sizes = svg.matches(of: /font-size:([0-9.]+)px/).compactMap { Double($0.output.1) }
    #expect(sizes.count == 7 && sizes[1] < sizes[0] && sizes[0] == sizes[2])
    let places = svg.matches(of: /<text x='([0-9.]+)'/).compactMap { Double($0.output.1) }
    #expect(places.prefix(7) == places.prefix(7).sorted()[...] && (places.first ?? 0) > 0 && places[6] < 200)
    #expect(svg.contains("1, hit") && svg.contains("width='200px'"))
  }
}
