import Foundation

extension Geometry {
  /// The geometry in XYZ format, in ångström with eight decimals.
  ///
  /// - Parameter comment: the second line; newlines in it become spaces.
  public func xyz(comment: String = "") -> String {
    var lines = ["\(elements.count)", comment.split(whereSeparator: \.isNewline).joined(separator: " ")]
    for (atom, element) in elements.enumerated() {
      let position = coordinates[3 * atom..<3 * atom + 3].map { String(format: "%15.8f", $0) }.joined()
      lines.append(element.padding(toLength: 2, withPad: " ", startingAt: 0) + position)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads the first structure of an XYZ file, in ångström.
  ///
  /// - Parameter bonds: the bonds of the molecule, which the format does not contain.
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` naming the line.
  public init(xyz text: String, bonds: [Bond]) throws(ChemistryError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let first = lines.first, let count = Int(first.trimmingCharacters(in: .whitespaces)), count > 0 else {
      throw .invalidGeometry(reason: "line 1 of the XYZ text is not a number of atoms")
    }
    guard lines.count >= count + 2 else {
      throw .invalidGeometry(reason: "the XYZ text ends before the last of its \(count) atoms")
    }
    var elements: [String] = []
    var coordinates: [Double] = []
    for number in 2..<count + 2 {
      let fields = lines[number].split(whereSeparator: \.isWhitespace)
      let position = fields.dropFirst().prefix(3).compactMap { Double($0) }
      guard let symbol = fields.first, symbol.allSatisfy(\.isLetter), position.count == 3 else {
        throw .invalidGeometry(reason: "line \(number + 1) of the XYZ text is not an element and three coordinates")
      }
      // Some programs write symbols in capitals.
      elements.append(symbol.prefix(1).uppercased() + symbol.dropFirst().lowercased())
      coordinates += position
    }
    try self.init(elements: elements, coordinates: coordinates, bonds: bonds)
  }
}
