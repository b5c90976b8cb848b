import Chemistry
import Foundation
import Testing

@Suite struct DrawingTests {
  /// Parses the text as XML; SVG that a browser shows must at least be that.
  private func isWellFormed(_ svg: String) -> Bool { XMLParserProbe.accepts(svg) }

  @Test func aMoleculeIsDrawnWithItsSizeAndLegend() throws {
    let svg = try Molecule(smiles: "CC(=O)Oc1ccccc1C(=O)O").svg(width: 320, height: 240, legend: "x")
    #expect(isWellFormed(svg))
    #expect(svg.contains("width='320px' height='261px'"))
    #expect(svg.contains(">x</text>"))
    #expect(svg.components(separatedBy: "class='bond-").count > 13)
    #expect(try Molecule(smiles: "C").svg(width: 320, height: 240).contains("width='320px' height='240px'"))
  }

  @Test(arguments: ["a<b & \"c\" > d", "\u{1B}[31mred\u{0}", "]]>", "\u{FFFE}\u{202E}"])
  func lettersThatXMLReservesAreEscaped(legend: String) throws {
    #expect(isWellFormed(try Molecule(smiles: "C").svg(legend: legend)))
  }

  /// Each drawing in its cell, the captions whole, one below the other, and apart from those of other cells.
  @Test(arguments: [1, 2, 3, 4]) func captionsFitTheirCells(columns: Int) throws {
    let legends = [
      "12, hit\nboiling point 195.20 ± 12.3 °C\nLänge 1.54 Å", "7",
      "polarizability 199.55 ± 0.30 a.u. and density 1.02 g/cm³, hit",
      "a_name_without_any_space_that_is_much_wider_than_its_cell_can_be 0.25 kcal/mol", "分子の名前は長いこともあります 1.0 eV",
    ]
    let svg = try Molecule.svgGrid(
      legends.map { (molecule: try Molecule(smiles: "c1ccccc1O"), legend: $0) }, columns: columns, width: 150,
      height: 100)
    #expect(isWellFormed(svg))
    #expect(svg.hasPrefix("<?xml version='1.0' encoding='UTF-8'?>"))
    let cells = svg.components(separatedBy: "<g class='cell'").dropFirst()
    #expect(cells.count == legends.count)
    for (cell, legend) in zip(cells, legends) {
      let captions = cell.components(separatedBy: "<text class='caption'").dropFirst()
      let texts = captions.compactMap { $0.firstMatch(of: />([^<]*)<\/text>/)?.1 }
      #expect(texts.joined().filter { !$0.isWhitespace } == legend.filter { !$0.isWhitespace })
      for text in texts { #expect(SVGText.width(of: String(text), fontSize: 12) <= 150) }
      let places = captions.compactMap { $0.firstMatch(of: /y='(\d+)'/).flatMap { Int($0.1) } }
      #expect(places.first.map { $0 > 100 } == true)
      #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 12 })
    }
    // The next row begins below the longest caption.
    let tops = cells.compactMap { $0.firstMatch(of: /translate\((\d+),(\d+)\)/).flatMap { Int($0.2) } }
    let bottoms = cells.map { cell in
      cell.matches(of: /class='caption' x='\d+' y='(\d+)'/).compactMap { Int($0.1) }.max() ?? 0
    }
    for (place, top) in tops.enumerated() where place >= columns {
      let above = tops.indices.filter { tops[$0] < top }.map { tops[$0] + bottoms[$0] }.max() ?? 0
      #expect(above < top)
    }
  }

  @Test func aGridHoldsItsDrawingsRowByRow() throws {
    let molecules = try ["CCO", "c1ccccc1", "CC#N"].map { smiles in try Molecule(smiles: smiles) }
    let svg = try Molecule.svgGrid(molecules.map { (molecule: $0, legend: "L") }, columns: 2, width: 150, height: 100)
    #expect(isWellFormed(svg))
    #expect(svg.contains("width='300px' height='242px'"))
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
