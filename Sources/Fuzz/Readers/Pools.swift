import CachedCalculation
import CampaignFile
import Files
import Foundation
import Tables

/// A table of 24 molecules, as `gzip -9` packs it.
private let packedTable =
  "H4sIAAAAAAACA22RuwrCQBBF+3yFpcJl2Nn31vkAO/sUQQQjgv8P7qyaZBK7uedMMY/XdLuPLzyGacR1eB6O4+XU9WdMDEOp66W0YPK1lNrB"
  + "EkstwdeQW5AU4Ch8ksQIT/YbJaeayy8LyAgUZyCkIJJbSBvDIJFZsQa5wrSGjVrkz5waO5TvyJr7yvOGNxHAZt5EqwjmZSvtkriyd01msF1vq20B"
  + "O7W50taAvT6C9iw+/fetoX4wbE+jOxw47q6kW7y05O4NERWkBjICAAA="

/// Compressed files, as `FileStream` unpacks them.
struct CompressedReader: FuzzedReader {
  let examples: [[UInt8]]
  private let path: String

  init(in folder: String) async throws {
    path = "\(folder)/mutant.gz"
    examples = [Array(Data(base64Encoded: packedTable) ?? Data())]
  }

  func read(_ bytes: [UInt8]) async throws {
    try Data(bytes).write(to: URL(filePath: path))
    do {
      let stream = try FileStream(path)
      while try !stream.read(atMost: 100).isEmpty {}
    } catch {
      throw FuzzError("'\(path)' cannot be read: \(error.reason).")
    }
  }
}

/// Tables that are read part by part, as large pools are.
struct TablePartsReader: FuzzedReader {
  static let words = CSVReader.words
  let examples: [[UInt8]]
  private let path: String

  init(in folder: String) async throws {
    path = "\(folder)/parts.csv"
    let rows = (1...30).map { "\(String(repeating: "C", count: $0))O,m\($0),\"a, \"\"b\"\"\n\",\($0)\n" }
    examples = ["smiles,name,note,x\n" + rows.joined(), "SMILES,x\r\nCCO,1\r\nCCN,2\r\n"].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    try Data(bytes).write(to: URL(filePath: path))
    let parts = try MoleculeTableParts(path: path, partLength: 64)
    while let part = try parts.next() { _ = part.records }
    _ = parts.notes
  }
}

/// Indexes of large pools. One that is refused is made again, so that every mutant ends as accepted.
struct PoolIndexReader: FuzzedReader {
  static let words = ["\"allowedCount\":9223372036854775807", "\"allowedCount\":-1", "\n", "CC"]
  let examples: [[UInt8]]
  private let pool: String
  private let folder: String
  private let index: String
  private let specification: Specification

  init(in folder: String) async throws {
    (pool, self.folder) = ("\(folder)/pool.smi", "\(folder)/indexes")
    let text = """
      name: pool
      objectives: [{property: gap, window: [1, 2]}]
      pool: \(pool)
      calculator: {program: xtb}
      budget: {calculations: 10}

      """
    specification = try CampaignFile(path: "\(folder)/pool.yaml", text: text).specification
    let lines = (1...12).map { "\(String(repeating: "C", count: $0))O m\($0)\n" }
    try Data(lines.joined().utf8).write(to: URL(filePath: pool))
    _ = try Self.index(of: pool, for: specification, in: self.folder)
    guard let name = try FileManager.default.contentsOfDirectory(atPath: self.folder).first else {
      throw FuzzError("No index was made.")
    }
    index = "\(self.folder)/\(name)"
    examples = [Array(try Data(contentsOf: URL(filePath: index)))]
  }

  private static func index(
    of pool: String, for specification: Specification, in folder: String
  ) throws -> PoolIndex {
    try PoolIndex(
      of: pool, column: nil, extent: FileExtent(of: pool), for: specification, in: folder, tell: { _ in })
  }

  func seal(_ bytes: inout [UInt8]) {
    guard bytes.count > 8 else { return }
    var (extent, hash) = (FileExtent(), ByteWriter())
    extent.add(Array(bytes.dropLast(8)))
    hash.write(extent.hash)
    bytes.replaceSubrange((bytes.count - 8)..., with: hash.bytes)
  }

  func read(_ bytes: [UInt8]) async throws {
    try Data(bytes).write(to: URL(filePath: index))
    let read = try Self.index(of: pool, for: specification, in: folder)
    for place in 0..<read.count { _ = (read.text(at: place), read.line(at: place), read.bits(at: place).positions) }
    _ = read.scores([Float](repeating: 1, count: FoldedBits.count))
    _ = read.contents.refusals
    _ = try read.molecules(at: Array(0..<read.count))
  }
}
