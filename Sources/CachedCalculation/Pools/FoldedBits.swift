package import Chemistry

/// Which environments of radius up to 2 a molecule has: 1,024 bits, onto which the positions of its Morgan fingerprint are
/// folded. It is the part of a molecule that an index of a pool keeps, for rankings by linear models.
package struct FoldedBits: Sendable, Hashable {
  /// The number of bits.
  package static let count = 1024
  static let byteCount = count / 8

  /// The bits, eight to a byte, the lowest first.
  let bytes: [UInt8]

  /// The bits of a molecule.
  package init(of molecule: Molecule) throws(ChemistryError) {
    var bytes = [UInt8](repeating: 0, count: Self.byteCount)
    for position in try molecule.fingerprint(radius: 2).positions {
      let bit = position % Self.count
      bytes[bit / 8] |= 1 << UInt8(bit % 8)
    }
    self.bytes = bytes
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The numbers of the bits that are set, in ascending order.
  package var positions: [Int] {
    bytes.enumerated().flatMap { place, byte in (0..<8).filter { byte >> UInt8($0) & 1 == 1 }.map { 8 * place + $0 } }
  }
}
