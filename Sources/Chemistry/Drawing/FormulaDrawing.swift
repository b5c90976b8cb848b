import Compositions

/// A formula with its amounts as subscripts, as elements of SVG: in the middle, and as large as fits. Each symbol and each
/// amount is a text of its own with the attributes of RDKit's letters, so that what reads RDKit's drawings reads it too.
func formulaDrawing(_ composition: Composition, width: Int, height: Int) -> String {
  let pieces = composition.parts.flatMap { part in
    [(text: part.element.symbol, scale: 1.0), (composition.amountText(of: part), subscriptScale)]
  }.filter { !$0.text.isEmpty }
  let share = pieces.reduce(0) { $0 + SVGText.width(of: $1.text, fontSize: $1.scale) }
  let size = min(0.25 * Double(height), 0.9 * Double(width) / max(share, 1)).rounded(.down)
  var left = (Double(width) - share * size) / 2
  var drawing = ""
  for piece in pieces {
    let isLow = piece.scale < 1
    let base = 0.5 * Double(height) + (isLow ? 0.6 : 0.35) * size
    drawing +=
      "<text x='\(pixels(left))' y='\(pixels(base))' class='formula' style='font-size:\(pixels(size * piece.scale))px;"
      + "font-style:normal;font-weight:normal;fill-opacity:1;stroke:none;font-family:sans-serif;text-anchor:start;"
      + "fill:#000000'>\(piece.text)</text>\n"
    left += SVGText.width(of: piece.text, fontSize: size * piece.scale)
  }
  return drawing
}

/// The size of a subscript, relative to that of the symbols.
private let subscriptScale = 0.7

/// A length in tenths of a pixel.
private func pixels(_ length: Double) -> String {
  let tenths = Int((10 * length).rounded())
  return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
}
