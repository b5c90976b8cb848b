import Chemistry
import Foundation
import Testing

@Suite struct DrawingTests {
  /// Parses the text as XML; SVG that a browser shows must at least be that.
  private func isWellFormed(_ svg: String) -> Bool { XMLParserProbe.accepts(svg) }

  @Test func aMoleculeIsDrawnWithItsSizeAndLegend() throws {
    let svg = try Molecule(smiles: "CC(=O)Oc1ccccc1C(=O)O").svg(width: 320, height: 240, legend: "x")
    #expect(isWellFormed(svg))
    #expect(svg.contains("width='320px' height='240px'"))
    #expect(svg.contains(">x</text>"))
    #expect(svg.components(separatedBy: "class='bond-").count > 13)
  }

  @Test func lettersThatXMLReservesAreEscaped() throws {
    let svg = try Molecule(smiles: "C").svg(legend: "a<b & \"c\" > d")
    #expect(isWellFormed(svg))
  }

  @Test func aGridHoldsItsDrawingsRowByRow() throws {
    let molecules = try ["CCO", "c1ccccc1", "CC#N"].map { smiles in try Molecule(smiles: smiles) }
    let svg = try Molecule.svgGrid(molecules.map { (molecule: $0, legend: "L") }, columns: 2, width: 150, height: 100)
    #expect(isWellFormed(svg))
    #expect(svg.contains("width='300px' height='200px'"))
    #expect(svg.components(separatedBy: ">L</text>").count == 4)
    let narrow = try Molecule.svgGrid([(molecule: molecules[0], legend: "")], columns: 4, width: 150, height: 100)
    #expect(narrow.contains("width='150px' height='100px'"))
  }

  @Test func impossibleSizesAreAnError() throws {
    let molecule = try Molecule(smiles: "C")
    #expect(throws: ChemistryError.self) { try molecule.svg(width: 0) }
    #expect(throws: ChemistryError.self) { try molecule.svg(height: 100_000) }
    #expect(throws: ChemistryError.self) { try Molecule.svgGrid([]) }
    #expect(throws: ChemistryError.self) { try Molecule.svgGrid([(molecule: molecule, legend: "")], columns: 0) }
  }
}

/// A check of XML for the few constructs that drawings have: every tag is closed in turn, every reserved letter escaped.
private enum XMLParserProbe {
  static func accepts(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      let outside = rest[..<start]
      if outside.contains(">") || hasBareAmpersand(outside) { return false }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      if tag.contains("<") && !tag.hasPrefix("!") { return false }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), last == tag.dropFirst() else { return false }
      } else if !tag.hasPrefix("?"), !tag.hasPrefix("!"), !tag.hasSuffix("/") {
        open.append(tag.prefix { !$0.isWhitespace })
      }
      rest = rest[rest.index(after: end)...]
    }
    return open.isEmpty && !text.isEmpty
  }

  private static func hasBareAmpersand(_ text: Substring) -> Bool {
    text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().contains { part in
      !["amp;", "lt;", "gt;", "quot;", "apos;", "#"].contains { part.hasPrefix($0) }
    }
  }
}
