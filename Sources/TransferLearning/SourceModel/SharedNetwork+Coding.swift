internal import Files
public import Foundation

// The body of a shared network in its frame (`SealedDocument`), numbers with the least significant byte first:
//
//   8, m     the network's length, and the network in its own coding
//   8, k     the number of molecules with values, then k hashes of 8 bytes in ascending order, and k sets of 4 bytes

extension SharedNetwork {
  /// The format version that is written.
  public static let formatVersion = 1

  private static let frame = SealedDocument(mark: "CohoNet\n", version: formatVersion, what: "shared network")

  private struct Description: Codable {
    let origin: Origin
    let heads: [Head]
  }

  /// The network as bytes; the same network has the same bytes.
  ///
  /// - Throws: `TransferLearningError` if an error figure is infinite or not a number.
  public func encoded() throws(TransferLearningError) -> Data {
    let payload = network.payload
    let hashes = known.keys.sorted()
    return try Self.frame.encoded(Description(origin: origin, heads: heads), name: "shared network") { writer in
      writer.write(UInt64(payload.count))
      writer.write(payload)
      writer.write(UInt64(hashes.count))
      for hash in hashes { writer.write(hash) }
      for hash in hashes { writer.write(known[hash] ?? 0) }
    }
  }

  /// Reads a network of any format up to ``formatVersion``.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` if the bytes are something else or damaged.
  public init(decoding data: Data) throws(TransferLearningError) {
    let (description, (payload, hashes, sets)) = try Self.frame.decoded(data, as: Description.self) {
      reader throws(TransferLearningError) in
      let payload = try reader.bytes(Int(clamping: try reader.integer(UInt64.self)))
      let count = Int(clamping: try reader.integer(UInt64.self))
      let hashes: [UInt64] = try reader.integers(count)
      let sets: [UInt32] = try reader.integers(count)
      return (payload, hashes, sets)
    }
    let network = try TrainedNetwork(payload: payload)
    guard description.heads.count == network.outputCount, (1...32).contains(description.heads.count) else {
      throw Self.frame.unreadable("it has \(description.heads.count) heads and \(network.outputCount) outputs")
    }
    guard zip(hashes, hashes.dropFirst()).allSatisfy(<) else {
      throw Self.frame.unreadable("its hashes are not in order")
    }
    self.init(
      heads: description.heads, origin: description.origin, network: network,
      known: Dictionary(uniqueKeysWithValues: zip(hashes, sets)))
  }
}
