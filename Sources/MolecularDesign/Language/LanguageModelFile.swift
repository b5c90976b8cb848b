import Files
import Foundation

/// A language model as bytes; `Documentation/language-model.md` describes the format.
///
/// All numbers are little-endian. The last 32 bytes are a digest of all before them, so that a truncated or changed
/// file is detected before it is used. Every count is checked against the available bytes before memory is allocated,
/// and every index against its target.
enum LanguageModelFile {
  /// "COHOLANG"
  static let mark: [UInt8] = Array("COHOLANG".utf8)
  /// The version that is written. All earlier versions can be read.
  static let version: UInt32 = 1
  /// The length of the digest at the end, in bytes.
  static let digestLength = 32

  // MARK: Writing

  static func bytes(of model: LanguageModel) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Data(mark))
    writer.write(version)
    writer.write(UInt32(model.settings.order))
    writer.write(UInt32(clamping: model.settings.rootsPerMolecule))
    writer.write(UInt32(Smoothing.allCases.firstIndex(of: model.settings.smoothing) ?? 0))
    // 0 means none; a stated soft length is at least 1.
    writer.write(UInt32(clamping: model.settings.softLength ?? 0))
    writer.write(UInt32(clamping: model.softLength))
    // 0 means any number.
    writer.write(UInt32(clamping: model.vocabulary.starCount.map { $0 + 1 } ?? 0))
    writer.write(UInt32(model.vocabulary.count))
    for token in model.vocabulary.tokens { writer.write(token.description) }
    let limits = model.vocabulary.limits.sorted { $0.key < $1.key }
    writer.write(UInt32(limits.count))
    for (symbol, limit) in limits {
      writer.write(symbol)
      for value in [limit.least, limit.most, limit.neighbours] { writer.write(UInt32(clamping: value)) }
    }
    writer.write(UInt32(model.components.count))
    for component in model.components {
      let tree = component.tree
      writer.write(component.share.bitPattern)
      writer.write(UInt32(tree.order))
      writer.write(UInt32(Smoothing.allCases.firstIndex(of: tree.smoothing) ?? 0))
      writer.write(UInt64(tree.symbols.count))
      writer.write(UInt64(tree.entryTokens.count))
      for value in tree.symbols { writer.write(value) }
      for value in tree.firstChild { writer.write(value) }
      for value in tree.firstEntry { writer.write(value) }
      for value in tree.backOff { writer.write(value.bitPattern) }
      for value in tree.entryTokens { writer.write(value) }
      for value in tree.entryShares { writer.write(value.bitPattern) }
    }
    return sealed(writer.data)
  }

  /// The contents of a file, followed by their digest.
  static func sealed(_ content: Data) -> [UInt8] { content + ContentDigest(content).bytes }

  // MARK: Reading

  static func model(of bytes: [UInt8]) throws(LanguageModelFileError) -> LanguageModel {
    guard bytes.starts(with: mark) else { throw .notAModel }
    let end = bytes.count - digestLength
    guard end >= mark.count + 4 else { throw .unreadable("it ends too early") }
    var reader = ByteReader(bytes[mark.count..<end], unreadable: LanguageModelFileError.unreadable)
    let found = try reader.integer(UInt32.self)
    guard (1...version).contains(found) else { throw .unknownVersion(Int(found)) }
    guard ContentDigest(Data(bytes[..<end])).bytes == Array(bytes[end...]) else { throw .damaged }
    let (order, roots) = (try reader.count(upTo: 100), Int(try reader.integer(UInt32.self)))
    let smoothing = try reader.smoothing()
    let (stated, softLength) = (Int(try reader.integer(UInt32.self)), Int(try reader.integer(UInt32.self)))
    let settings = LanguageModelSettings(
      order: order, rootsPerMolecule: roots, softLength: stated > 0 ? stated : nil, smoothing: smoothing)
    do { try settings.validate() } catch { throw .impossible("its settings: \(error)") }
    guard (1...1_000_000).contains(softLength) else { throw .impossible("a soft length of \(softLength)") }
    let vocabulary = try vocabulary(&reader)
    var components: [LanguageModel.Component] = []
    for _ in 0..<(try reader.count(upTo: 1 << 16)) {
      let share = Double(bitPattern: try reader.integer(UInt64.self))
      guard share > 0, share <= 1 else { throw .impossible("a share of \(share)") }
      components.append(.init(tree: try tree(&reader, vocabulary), share: share))
    }
    try reader.finish()
    let total = components.reduce(0) { $0 + $1.share }
    guard abs(total - 1) < 1e-9 else { throw .impossible("shares that sum to \(total)") }
    return LanguageModel(
      settings: settings, vocabulary: vocabulary, softLength: softLength, refused: [], components: components)
  }

  private static func vocabulary(_ reader: inout ByteReader<LanguageModelFileError>) throws(LanguageModelFileError)
    -> Vocabulary
  {
    let stars = Int(try reader.integer(UInt32.self))
    var tokens: [Token] = []
    for _ in 0..<(try reader.count(upTo: Vocabulary.greatestCount)) {
      let text = try reader.text()
      guard let token = Token(text), token.description == text else { throw .impossible("the token \(text)") }
      tokens.append(token)
    }
    var limits: [String: BondLimits] = [:]
    for _ in 0..<(try reader.count(upTo: Vocabulary.greatestCount)) {
      let symbol = try reader.text()
      let values = [try reader.count(upTo: 255), try reader.count(upTo: 255), try reader.count(upTo: 255)]
      limits[symbol] = BondLimits(least: values[0], most: values[1], neighbours: values[2])
    }
    let vocabulary = Vocabulary(tokens: tokens, limits: limits, starCount: stars > 0 ? stars - 1 : nil)
    // Every vocabulary has this order, so the tokens are distinct too.
    guard vocabulary.tokens == tokens else { throw .impossible("tokens in the wrong order") }
    return vocabulary
  }

  private static func tree(
    _ reader: inout ByteReader<LanguageModelFileError>, _ vocabulary: Vocabulary
  ) throws(LanguageModelFileError) -> ContextTree {
    let order = try reader.count(upTo: 100)
    guard order >= 1 else { throw .impossible("an order of 0") }
    let smoothing = try reader.smoothing()
    let nodes = Int(clamping: try reader.integer(UInt64.self))
    let entries = Int(clamping: try reader.integer(UInt64.self))
    guard nodes >= 1, nodes < UInt32.max, entries < UInt32.max else { throw .impossible("a tree of \(nodes) nodes") }
    let symbols = try reader.integers(nodes, UInt16.self)
    let firstChild = try reader.integers(nodes + 1, UInt32.self)
    let firstEntry = try reader.integers(nodes + 1, UInt32.self)
    let backOff = try reader.integers(nodes, UInt32.self).map(Float.init(bitPattern:))
    let tokens = try reader.integers(entries, UInt16.self)
    let shares = try reader.integers(entries, UInt32.self).map(Float.init(bitPattern:))
    // Children come after their parent and belong to only one, so no path is a cycle.
    guard firstChild[0] == 1, firstChild[nodes] == nodes, firstEntry[0] == 0, firstEntry[nodes] == entries else {
      throw .impossible("a tree with invalid links")
    }
    for node in 0..<nodes {
      guard firstChild[node] <= firstChild[node + 1], firstEntry[node] <= firstEntry[node + 1],
        firstChild[node] > node || firstChild[node] == firstChild[node + 1]
      else { throw .impossible("a tree with invalid links") }
    }
    guard tokens.allSatisfy({ $0 < vocabulary.count }) else { throw .impossible("a token outside its vocabulary") }
    guard (backOff + shares).allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .impossible("a probability beyond 0…1") }
    return ContextTree(
      order: order, smoothing: smoothing, tokenCount: vocabulary.count, symbols: symbols, firstChild: firstChild,
      firstEntry: firstEntry, backOff: backOff, entryTokens: tokens, entryShares: shares)
  }
}

extension ByteReader<LanguageModelFileError> {
  /// Reads a count that must not exceed a limit.
  fileprivate mutating func count(upTo limit: Int) throws(LanguageModelFileError) -> Int {
    let count = Int(try integer(UInt32.self))
    guard count <= limit else { throw .impossible("a count of \(count), where at most \(limit) is possible") }
    return count
  }

  fileprivate mutating func smoothing() throws(LanguageModelFileError) -> Smoothing {
    Smoothing.allCases[try count(upTo: Smoothing.allCases.count - 1)]
  }
}

/// What is wrong with a file of a language model, as the end of a sentence.
enum LanguageModelFileError: Error {
  case notAModel
  case unreadable(String)
  case unknownVersion(Int)
  case damaged
  case impossible(String)

  var reason: String {
    switch self {
    case .notAModel: "it is not a language model that 'cohobate corpus train' wrote"
    case .unreadable(let reason): reason
    case .unknownVersion(let version):
      "it is of version \(version) of the format, and this program reads up to \(LanguageModelFile.version)"
    case .damaged: "its digest is wrong: it was truncated or changed"
    case .impossible(let what): "it has \(what)"
    }
  }
}
