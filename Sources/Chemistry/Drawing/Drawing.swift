import CRDKit

extension Molecule {
  /// A drawing as SVG, with a caption below it.
  ///
  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels, without the caption.
  ///   - legend: the caption. It is broken into as many lines as needed.
  public func svg(width: Int = 250, height: Int = 180, legend: String = "") throws(ChemistryError) -> String {
    try Self.svgGrid([(molecule: self, legend: legend)], columns: 1, width: width, height: height)
  }

  /// Drawings side by side in one SVG, row by row.
  ///
  /// - Parameters:
  ///   - drawings: each molecule with its caption, which is broken into lines that fit. A row is as high as its longest
  ///     caption needs.
  ///   - columns: drawings in a row.
  ///   - width: of one drawing, in pixels.
  ///   - height: of one drawing, in pixels, without the caption.
  public static func svgGrid(
    _ drawings: [(molecule: Molecule, legend: String)], columns: Int = 4, width: Int = 250, height: Int = 180
  ) throws(ChemistryError) -> String {
    let sides = 1...10_000
    guard !drawings.isEmpty, columns > 0, sides.contains(width), sides.contains(height) else {
      throw .invalidDrawing(reason: "it needs a molecule, a column, and sides of 1 to 10000 pixels")
    }
    let columns = min(columns, drawings.count)
    var body = ""
    var top = 0
    for start in stride(from: 0, to: drawings.count, by: columns) {
      let row = drawings[start..<min(start + columns, drawings.count)]
      let captions = row.map { Caption($0.legend, width: width) }
      for (column, (drawing, caption)) in zip(row, captions).enumerated() {
        body += "<g class='cell' transform='translate(\(column * width),\(top))'>\n"
        body += try drawing.molecule.drawing(width: width, height: height)
        body += caption.text(below: height)
        body += "</g>\n"
      }
      top += height + (captions.map(\.height).max() ?? 0)
    }
    return """
      <?xml version='1.0' encoding='UTF-8'?>
      <svg version='1.1' xmlns='http://www.w3.org/2000/svg' xml:space='preserve' width='\(columns * width)px' \
      height='\(top)px' viewBox='0 0 \(columns * width) \(top)'>
      <rect width='100%' height='100%' fill='#FFFFFF'/>
      \(body)</svg>

      """
  }

  /// RDKit's drawing of the molecule as elements of SVG, or the formula of a composition. All its characters are ASCII.
  private func drawing(width: Int, height: Int) throws(ChemistryError) -> String {
    if let composition { return formulaDrawing(composition, width: width, height: height) }
    let document = try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(failure: { .failed(operation: "drawing", smiles: smiles, reason: $0) }) { error in
        unsafe takeString(crdkit_molecule_svg(handle, Int32(width), Int32(height), error))
      }
    }
    // The content between the document's own start and end tags.
    guard let start = document.firstRange(of: "<svg"), let opened = document[start.upperBound...].firstIndex(of: ">"),
      let end = document.ranges(of: "</svg>").last
    else { throw .failed(operation: "drawing", smiles: smiles, reason: "RDKit gave no SVG") }
    return String(document[document.index(after: opened)..<end.lowerBound])
  }
}

/// The caption below a drawing, in lines.
private struct Caption {
  private static let fontSize = 12
  private static let lineHeight = 15
  private static let margin = 6

  private let lines: [String]
  private let width: Int

  init(_ text: String, width: Int) {
    self.width = width
    lines = SVGText.lines(text, width: Double(width - 2 * Self.margin), fontSize: Double(Self.fontSize))
  }

  /// In pixels, with the space below it.
  var height: Int { lines.isEmpty ? 0 : lines.count * Self.lineHeight + Self.margin }

  /// The lines as SVG, below a drawing of the given height.
  func text(below height: Int) -> String {
    lines.enumerated().map { number, line in
      "<text class='caption' x='\(width / 2)' y='\(height + number * Self.lineHeight + Self.fontSize)' "
        + "text-anchor='middle' font-family='sans-serif' font-size='\(Self.fontSize)px' fill='#000000'>"
        + "\(SVGText.escaped(line))</text>\n"
    }.joined()
  }
}
