internal import Files
public import Foundation

// A shared network's bytes, numbers with the least significant byte first:
//
//   8        "CohoNet" and a line feed
//   4        the format's version
//   4, n     the head's length, and the head: JSON in UTF-8 with sorted keys (origin and heads)
//   8, m     the network's length, and the network in its own coding
//   8, k     the number of molecules with values, then k hashes of 8 bytes in ascending order, and k sets of 4 bytes
//   32       the SHA-256 digest of all before
//
// A new format is a new version; older ones stay readable.

extension SharedNetwork {
  /// The format version that is written.
  public static let formatVersion = 1

  private static let mark = Data("CohoNet\n".utf8)
  private static let what = "shared network"

  private struct Description: Codable {
    let origin: Origin
    let heads: [Head]
  }

  /// The network as bytes; the same network has the same bytes.
  ///
  /// - Throws: `TransferLearningError` if an error figure is infinite or not a number.
  public func encoded() throws(TransferLearningError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let description: Data
    do {
      description = try encoder.encode(Description(origin: origin, heads: heads))
    } catch {
      throw .invalidSetting("The shared network has errors that are not finite; train it again.")
    }
    let payload = network.payload
    var writer = ByteWriter()
    writer.write(Self.mark)
    writer.write(UInt32(Self.formatVersion))
    writer.write(UInt32(description.count))
    writer.write(description)
    writer.write(UInt64(payload.count))
    writer.write(payload)
    let hashes = known.keys.sorted()
    writer.write(UInt64(hashes.count))
    for hash in hashes { writer.write(hash) }
    for hash in hashes { writer.write(known[hash] ?? 0) }
    writer.write(Data(ContentDigest(writer.data).bytes))
    return writer.data
  }

  /// Reads a network of any format up to ``formatVersion``.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` if the bytes are something else or damaged.
  public init(decoding data: Data) throws(TransferLearningError) {
    var reader = ByteReader(data, of: Self.what)
    guard data.count >= Self.mark.count, try reader.bytes(Self.mark.count) == Self.mark else {
      throw reader.unreadable("it does not begin as one")
    }
    let version = Int(try reader.integer(UInt32.self))
    guard version <= Self.formatVersion else {
      throw .newerFormat(what: Self.what, version: version, newestKnown: Self.formatVersion)
    }
    guard version == 1 else { throw reader.unreadable("there is no format \(version)") }
    let head = try reader.bytes(Int(try reader.integer(UInt32.self)))
    let payload = try reader.bytes(Int(clamping: try reader.integer(UInt64.self)))
    let count = Int(clamping: try reader.integer(UInt64.self))
    let hashes: [UInt64] = try reader.integers(count)
    let sets: [UInt32] = try reader.integers(count)
    let digested = data.prefix(reader.position)
    let digest = try reader.bytes(32)
    try reader.finish()
    guard [UInt8](digest) == ContentDigest(digested).bytes else { throw reader.unreadable("its digest does not match") }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let description: Description
    do {
      description = try decoder.decode(Description.self, from: head)
    } catch {
      throw reader.unreadable("its head is invalid: \(decodingProblem(error))")
    }
    let network = try TrainedNetwork(payload: payload)
    guard description.heads.count == network.outputCount, (1...32).contains(description.heads.count) else {
      throw reader.unreadable("it has \(description.heads.count) heads and \(network.outputCount) outputs")
    }
    guard zip(hashes, hashes.dropFirst()).allSatisfy(<) else { throw reader.unreadable("its hashes are not in order") }
    self.init(
      heads: description.heads, origin: description.origin, network: network,
      known: Dictionary(uniqueKeysWithValues: zip(hashes, sets)))
  }
}
