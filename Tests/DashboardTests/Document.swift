import Foundation

/// A document that pages were written into, taken apart as far as the tests ask.
struct Document {
  let text: String
  private let tags: [(name: String, attributes: [String: String], isEnd: Bool)]

  /// Elements of HTML without an end.
  private static let single: Set<String> = ["meta", "link"]

  init(_ text: String) {
    self.text = text
    // The style sheet and the script are no elements.
    var rest = text
    for name in ["style", "script"] {
      while let start = rest.firstRange(of: "<\(name)>"), let end = rest.firstRange(of: "</\(name)>"),
        start.lowerBound < end.lowerBound
      {
        rest.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    // What stands before the first element is no element, even where it is nothing.
    tags = rest.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      guard let end = piece.firstIndex(of: ">"), !piece.hasPrefix("!") else { return nil }
      let tag = piece[..<end]
      let isEnd = tag.hasPrefix("/")
      let parts = tag.drop { $0 == "/" }.split(separator: "\"", omittingEmptySubsequences: false)
      let words = (parts.first ?? "").split(separator: " ")
      var attributes: [String: String] = [:]
      for place in stride(from: 0, to: parts.count - 1, by: 2) {
        guard let name = parts[place].split(separator: " ").last?.dropLast() else { continue }
        attributes[String(name)] = String(parts[place + 1])
      }
      return (String(words.first ?? ""), attributes, isEnd)
    }
  }

  /// The names of the elements that are in the document.
  var names: Set<String> { Set(tags.map(\.name)) }

  /// The names of all attributes.
  var attributeNames: Set<String> { Set(tags.flatMap(\.attributes.keys)) }

  /// All values of an attribute.
  func values(of attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

  /// The first element whose end does not match; nil where all do.
  var firstUnbalanced: String? {
    var open: [String] = []
    for tag in tags where !Self.single.contains(tag.name) {
      if !tag.isEnd {
        open.append(tag.name)
      } else if open.popLast() != tag.name {
        return tag.name
      }
    }
    return open.last
  }

  /// Addresses of other machines anywhere in the document: none may be asked for.
  var outsideAddresses: [String] {
    ["src", "href", "action", "data", "poster", "srcset", "xlink:href"].flatMap(values).filter {
      $0.contains("//") || $0.lowercased().hasPrefix("javascript")
    }
  }

  /// Links to places of the same document that are not there.
  var deadPlaces: [String] {
    let ids = Set(values(of: "id"))
    return values(of: "href").filter { $0.hasPrefix("#") && !ids.contains(String($0.dropFirst())) }
  }

  /// Names that two elements have.
  var repeatedNames: [String] {
    Dictionary(grouping: values(of: "id")) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }
}
