/// A piece of HTML or of SVG within it.
///
/// Text gets into it only escaped, and the names of elements and attributes are constants of the program: nothing that a
/// campaign's record says can become an element, an attribute or a script. What must not be escaped is a constant too.
package struct Markup: Sendable, Hashable {
  /// The piece as it is written.
  package private(set) var source: String

  private init(source: String) { self.source = source }

  /// Text. Characters that HTML does not allow are left out.
  package init(_ text: String) {
    var source = ""
    source.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { Self.write(scalar, to: &source) }
    self.source = source
  }

  /// Nothing.
  package static let none = Markup(source: "")

  /// A constant that is already HTML.
  package static func constant(_ text: StaticString) -> Markup { Markup(source: "\(text)") }

  /// A style sheet or a script of the program: constants, which no page adds to.
  static func code(_ element: StaticString, _ code: PageCode) -> Markup {
    Markup(source: "<\(element)>\(code.text)</\(element)>")
  }

  /// An element with its attributes and its content.
  package static func tag(_ name: StaticString, _ attributes: Attributes = [:], _ content: Markup...) -> Markup {
    tag(name, attributes, content)
  }

  /// An element with its attributes and the pieces of its content.
  package static func tag(_ name: StaticString, _ attributes: Attributes = [:], _ content: [Markup]) -> Markup {
    var source = "<\(name)\(attributes.source)>"
    for piece in content { source += piece.source }
    return Markup(source: source + "</\(name)>")
  }

  /// An element with its attributes and text.
  package static func tag(_ name: StaticString, _ attributes: Attributes = [:], text: String) -> Markup {
    tag(name, attributes, Markup(text))
  }

  /// An element of HTML that has no content and no end, such as `meta`.
  package static func single(_ name: StaticString, _ attributes: Attributes = [:]) -> Markup {
    Markup(source: "<\(name)\(attributes.source)>")
  }

  /// One piece after the other.
  package static func + (one: Markup, other: Markup) -> Markup { Markup(source: one.source + other.source) }

  /// Adds a piece at the end.
  package static func += (one: inout Markup, other: Markup) { one.source += other.source }

  /// Writes a character of text as HTML that is safe between elements and in quoted attributes.
  fileprivate static func write(_ scalar: Unicode.Scalar, to source: inout String) {
    switch scalar {
    case "&": source += "&amp;"
    case "<": source += "&lt;"
    case ">": source += "&gt;"
    case "\"": source += "&quot;"
    case "'": source += "&#39;"
    case "\n", "\t", " "..."~": source.unicodeScalars.append(scalar)
    default:
      switch scalar.properties.generalCategory {
      // Controls, and marks that change the direction of all that follows.
      case .control, .surrogate, .format, .unassigned: break
      default: source.unicodeScalars.append(scalar)
      }
    }
  }
}

/// The attributes of an element: names are constants, values are text. An address is made of a page's name only.
package struct Attributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// The attributes as they are written in a tag, each after a space.
  fileprivate private(set) var source = ""

  /// Attributes with their values. One without a value is left out.
  package init(dictionaryLiteral attributes: (StaticString, String?)...) {
    for case (let name, let value?) in attributes { set(name, value) }
  }

  private mutating func set(_ name: StaticString, _ value: String) {
    source += " \(name)=\"\(Markup(value).source)\""
  }

  /// The address of a page of the same dashboard.
  package static func href(_ page: PageName, _ place: PagePlace) -> Attributes {
    var attributes: Attributes = [:]
    attributes.set("href", place.address(of: page))
    return attributes
  }

  /// These and further attributes.
  package func and(_ others: Attributes) -> Attributes {
    var all = self
    all.source += others.source
    return all
  }
}

extension [Markup] {
  /// All pieces, one after the other.
  package var joined: Markup { reduce(into: .none) { $0 += $1 } }
}
