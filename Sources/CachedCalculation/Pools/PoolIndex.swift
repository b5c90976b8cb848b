package import Chemistry
import Files
import Foundation

/// The allowed molecules of a large pool, in a file of the cache: for each its canonical SMILES, its name, its line and
/// its bits. Of the file only the tables are in memory, 20 bytes for each molecule.
///
/// The file has, in little-endian order: the magic number; for each molecule its bits, its SMILES, a line feed and its name;
/// then for each the offset of its entry (8 bytes; one more for their end), the hash of its SMILES (8 bytes) and its line
/// (4 bytes); ``contents`` as JSON; the numbers of bytes of the entries and of the JSON text (8 bytes each); and the hash of
/// all before (8 bytes).
package struct PoolIndex: Sendable {
  static let magic = Array("CohoPool".utf8)
  /// Part of the key of an index: another number makes all indexes again.
  static let version = 2

  /// What is known of the whole pool.
  package let contents: PoolContents
  private let file: Data
  private let offsets: [UInt64]
  private let hashes: [UInt64]
  private let lines: [UInt32]

  /// The number of molecules.
  package var count: Int { hashes.count }

  /// The index in a file; nil if there is none of this key, or if it is damaged.
  init?(path: String, key: String) {
    guard let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
      file.count > Self.magic.count + 24, Array(file.prefix(Self.magic.count)) == Self.magic,
      Self.hash(of: file.dropLast(8)) == Self.word(file, at: file.count - 8)
    else { return nil }
    let entryLength = Int(clamping: Self.word(file, at: file.count - 24))
    let textLength = Int(clamping: Self.word(file, at: file.count - 16))
    // What the hash confirms was written as a whole, but it is no proof of who wrote it: no number is trusted.
    guard entryLength <= file.count, textLength <= file.count,
      let contents = try? JSONDecoder().decode(PoolContents.self, from: file.dropLast(24).suffix(textLength)),
      contents.key == key, (0...file.count / 20).contains(contents.allowedCount)
    else { return nil }
    let (count, tables) = (contents.allowedCount, Self.magic.count + entryLength)
    guard tables + 20 * count + 8 + textLength + 24 == file.count else { return nil }
    func words(from start: Int, _ count: Int) -> [UInt64] {
      (0..<count).map { Self.word(file, at: start + 8 * $0) }
    }
    offsets = words(from: tables, count + 1)
    hashes = words(from: tables + 8 * (count + 1), count)
    let first = tables + 8 * (2 * count + 1)
    let entries = UInt64(Self.magic.count)...UInt64(tables)
    guard offsets.allSatisfy(entries.contains),
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 && $1 - $0 >= UInt64(FoldedBits.byteCount) })
    else { return nil }
    lines = (0..<count).map { UInt32(truncatingIfNeeded: Self.word(file, at: first + 4 * $0)) }
    (self.file, self.contents) = (file, contents)
  }

  /// The 8 bytes at a place as a number; of the last ones those that there are.
  private static func word(_ file: Data, at place: Int) -> UInt64 {
    unsafe file.withUnsafeBytes { bytes in
      var word: UInt64 = 0
      for offset in 0..<min(8, bytes.count - place) {
        word |= UInt64(unsafe bytes[place + offset]) << UInt64(8 * offset)
      }
      return word
    }
  }

  private static func hash(of file: Data) -> UInt64 {
    var extent = FileExtent()
    for start in stride(from: file.startIndex, to: file.endIndex, by: 1 << 20) {
      extent.add(Array(file[start..<min(start + 1 << 20, file.endIndex)]))
    }
    return extent.hash
  }

  // MARK: Single molecules

  /// The molecules at some places, read on all cores.
  package func molecules(at places: [Int]) throws(ChemistryError) -> [Molecule] {
    try concurrentMap(places.count) { index in
      Result { () throws(ChemistryError) in try Molecule(recorded: text(at: places[index]).smiles) }
    }.values()
  }

  /// The canonical SMILES of the molecule at a place, and its name or else identifier in the pool's file.
  package func text(at place: Int) -> (smiles: String, name: String?) {
    let start = Int(offsets[place]) + FoldedBits.byteCount
    let bytes = file[start..<Int(offsets[place + 1])]
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let name = bytes[end...].dropFirst()
    return (String(decoding: bytes[..<end], as: UTF8.self), name.isEmpty ? nil : String(decoding: name, as: UTF8.self))
  }

  /// The line of the molecule at a place, the first one of several.
  package func line(at place: Int) -> Int { Int(lines[place]) }

  /// The bits of the molecule at a place.
  package func bits(at place: Int) -> FoldedBits {
    let start = Int(offsets[place])
    return FoldedBits(bytes: Array(file[start..<start + FoldedBits.byteCount]))
  }

  // MARK: All molecules

  /// The places of the molecules that are not among some, in ascending order.
  ///
  /// - Parameter smiles: canonical SMILES.
  package func places(without smiles: Set<String>) -> [Int] {
    let known = Set(smiles.map { stableHashValue($0.utf8) })
    return hashes.indices.filter { !known.contains(hashes[$0]) }
  }

  /// The places of those of some molecules that the pool has, by canonical SMILES.
  package func places(of smiles: [String]) -> [String: Int] {
    let wanted = Dictionary(smiles.map { (stableHashValue($0.utf8), $0) }) { first, _ in first }
    var places: [String: Int] = [:]
    for (place, hash) in hashes.enumerated() {
      if let text = wanted[hash] { places[text] = place }
    }
    return places
  }

  /// The sum of the weights of the bits that each molecule has, computed on all cores.
  ///
  /// - Parameter weights: one for each bit.
  package func scores(_ weights: [Float]) -> [Float] {
    precondition(weights.count == FoldedBits.count, "There must be a weight for each bit.")
    // The sum of the weights for each value of each byte.
    var sums = [Float](repeating: 0, count: FoldedBits.byteCount * 256)
    for byte in 0..<FoldedBits.byteCount {
      for value in 1..<256 {
        let low = value.trailingZeroBitCount
        sums[byte * 256 + value] = sums[byte * 256 + (value & (value - 1))] + weights[8 * byte + low]
      }
    }
    let pieceLength = 1 << 14
    let pieces = concurrentMap((count + pieceLength - 1) / pieceLength) { [sums] piece -> [Float] in
      let members = piece * pieceLength..<min((piece + 1) * pieceLength, count)
      return unsafe file.withUnsafeBytes { bytes in
        members.map { place in
          let start = Int(offsets[place])
          var score: Float = 0
          for byte in 0..<FoldedBits.byteCount { score += sums[byte * 256 + Int(unsafe bytes[start + byte])] }
          return score
        }
      }
    }
    return pieces.flatMap(\.self)
  }
}
