/// A drawing by RDKit, made again of the few elements that a page allows.
///
/// A style attribute would need a weaker content security policy, and fixed colours would not be seen on a dark page. So
/// each line and letter is written again, with its colour as a class; anything else is left out. Strokes of one colour are
/// one path, and the drawing takes a fifth of the bytes.
struct CompactDrawing: Sendable, Hashable {
  /// The lower right corner, in pixels.
  let width: Double
  let height: Double
  /// The elements.
  let content: Markup

  /// Reads a drawing; nil if it is none.
  init?(svg: String) {
    guard let start = svg.firstRange(of: "viewBox='"),
      let end = svg[start.upperBound...].firstIndex(of: "'")
    else { return nil }
    let box = svg[start.upperBound..<end].split(separator: " ").compactMap { Double($0) }
    guard box.count == 4 else { return nil }
    (width, height) = (box[2], box[3])
    var strokes: [(style: Stroke, path: String)] = []
    var others: [Markup] = []
    for piece in svg.utf8.split(separator: UInt8(ascii: "<")).dropFirst() {
      let element = Element(Substring(piece))
      switch element.name {
      case "path":
        guard let path = element["d"].flatMap(Self.path), let stroke = Stroke(element.style) else { continue }
        if let place = strokes.firstIndex(where: { $0.style == stroke }) {
          strokes[place].path += path
        } else {
          strokes.append((stroke, path))
        }
      case "text":
        guard let x = element.number("x"), let y = element.number("y"), !element.text.isEmpty else { continue }
        others.append(
          .tag(
            "text",
            [
              "class": InkColour(element.style["fill"] ?? "").rawValue, "x": x, "y": y,
              "font-size": element.style["font-size"].flatMap(Self.pixels),
              "text-anchor": ["start", "middle", "end"].first { $0 == element.style["text-anchor"] ?? "" },
            ], text: element.text))
      case "ellipse":
        guard let x = element.number("cx"), let y = element.number("cy"), let radius = element.number("rx") else {
          continue
        }
        others.append(
          .tag(
            "circle",
            ["class": "f \(InkColour(element.style["fill"] ?? "").rawValue)", "cx": x, "cy": y, "r": radius]))
      default: continue
      }
    }
    content =
      strokes.map { stroke, path in
        Markup.tag(
          "path",
          [
            "class": stroke.isFilled ? "f \(stroke.colour.rawValue)" : stroke.colour.rawValue,
            "stroke-width": stroke.isFilled || stroke.width == "2" ? nil : stroke.width, "d": path,
          ])
      }.joined + others.joined
  }

  /// The commands of a path with the least space; nil if there is anything else in it.
  private static func path(_ text: Substring) -> String? {
    let space = UInt8(ascii: " ")
    var path: [UInt8] = []
    for byte in text.utf8 {
      switch Unicode.Scalar(byte) {
      case "0"..."9", ".", "-": path.append(byte)
      case "M", "L", "C", "Q", "Z", "H", "V", "A":
        if path.last == space { path.removeLast() }
        path.append(byte)
      case " ", ",":
        if let last = path.last, last != space, !("A"..."Z").contains(Unicode.Scalar(last)) { path.append(space) }
      default: return nil
      }
    }
    if path.last == space { path.removeLast() }
    return String(decoding: path, as: UTF8.self)
  }

  /// A length without its unit; nil if it is no number.
  fileprivate static func pixels(_ text: Substring) -> String? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text
    guard let value = Double(number), value.isFinite else { return nil }
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}

/// The colour of a line or a letter: a class of the style sheet.
private enum InkColour: String {
  case carbon = "k"
  case blue = "n"
  case red = "o"
  case green = "h"
  case yellow = "s"
  case other = "x"

  /// The class for a colour as RDKit writes it, `#3333FF`.
  init(_ text: Substring) {
    let digits = text.drop { $0 == "#" }
    guard digits.count == 6, let value = UInt32(digits, radix: 16) else {
      self = .carbon
      return
    }
    let (red, green, blue) = (value >> 16, value >> 8 & 255, value & 255)
    self =
      switch (red > 110, green > 110, blue > 110) {
      case (false, false, false): .carbon
      case (_, false, true), (false, true, true): .blue
      case (true, false, false): .red
      case (false, true, false): .green
      case (true, true, false): .yellow
      case (true, true, true): .other
      }
  }
}

/// How a path is drawn.
private struct Stroke: Hashable {
  let isFilled: Bool
  let colour: InkColour
  let width: String

  /// Nil if it is not seen.
  init?(_ style: [Substring: Substring]) {
    let fill = style["fill"] ?? "none"
    isFilled = fill != "none"
    let colour = isFilled ? fill : style["stroke"] ?? "none"
    guard colour != "none" else { return nil }
    self.colour = InkColour(colour)
    width = style["stroke-width"].flatMap(CompactDrawing.pixels) ?? "2"
  }
}

/// An element as it is written from after its `<` to the next one.
private struct Element {
  let name: Substring
  private let attributes: [Substring: Substring]
  /// The text after its tag.
  let text: String

  init(_ piece: Substring) {
    name = piece.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    // RDKit quotes with apostrophes: names and values alternate.
    let parts = piece.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false).map(Substring.init)
    var attributes: [Substring: Substring] = [:]
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let words = parts[place].split(whereSeparator: \.isWhitespace)
      guard let name = words.last?.dropLast(), words.last?.last == "=" else { continue }
      attributes[name] = parts[place + 1]
    }
    self.attributes = attributes
    let after = parts.last ?? ""
    text =
      after.firstIndex(of: ">").map { end in
        after[after.index(after: end)...].replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&amp;", with: "&").trimmingPrefix { $0.isWhitespace }.description
      }?.replacing("\n", with: "") ?? ""
  }

  subscript(name: Substring) -> Substring? { attributes[name] }

  /// An attribute that is a number.
  func number(_ name: Substring) -> String? { attributes[name].flatMap(CompactDrawing.pixels) }

  /// The parts of its style.
  var style: [Substring: Substring] {
    var style: [Substring: Substring] = [:]
    for part in (attributes["style"] ?? "").split(separator: ";") {
      let sides = part.split(separator: ":", maxSplits: 1)
      if sides.count == 2 { style[sides[0]] = sides[1] }
    }
    return style
  }
}
