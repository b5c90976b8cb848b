internal import Files
internal import Foundation

/// The frame around a source model or a network as bytes, numbers with the least significant byte first:
///
///     8        a mark of seven letters and a line feed
///     4        the format's version
///     4, n     the head's length, and the head: JSON in UTF-8 with sorted keys
///     …        the body
///     32       the SHA-256 digest of all before
///
/// A new format is a new version; older ones stay readable.
struct SealedDocument {
  /// The first eight bytes.
  let mark: String
  /// The format version that is written, and the newest that is read.
  let version: Int
  /// What the bytes are, for errors.
  let what: String

  /// A head and a body as bytes; the same ones have the same bytes.
  ///
  /// - Parameter name: What is encoded, for the error.
  /// - Throws: `TransferLearningError` if an error figure of the head is infinite or not a number.
  func encoded(
    _ head: some Encodable, name: String, body: (inout ByteWriter) -> Void
  ) throws(TransferLearningError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let description: Data
    do {
      description = try encoder.encode(head)
    } catch {
      throw .invalidSetting("The \(name) has errors that are not finite; train it again.")
    }
    var writer = ByteWriter()
    writer.write(Data(mark.utf8))
    writer.write(UInt32(version))
    writer.write(UInt32(description.count))
    writer.write(description)
    body(&writer)
    writer.write(Data(ContentDigest(writer.data).bytes))
    return writer.data
  }

  /// Reads the head and the body of any format up to ``version``, and checks the digest.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` if the bytes are something else or damaged.
  func decoded<Head: Decodable, Body>(
    _ data: Data, as type: Head.Type,
    body: (inout ByteReader<TransferLearningError>) throws(TransferLearningError) -> Body
  ) throws(TransferLearningError) -> (head: Head, body: Body) {
    var reader = ByteReader(data, of: what)
    let mark = Data(mark.utf8)
    guard data.count >= mark.count, try reader.bytes(mark.count) == mark else {
      throw reader.unreadable("it does not begin as one")
    }
    let version = Int(try reader.integer(UInt32.self))
    guard version <= self.version else {
      throw .newerFormat(what: what, version: version, newestKnown: self.version)
    }
    guard version == 1 else { throw reader.unreadable("there is no format \(version)") }
    let head = try reader.bytes(Int(try reader.integer(UInt32.self)))
    let content = try body(&reader)
    let digested = data.prefix(reader.position)
    let digest = try reader.bytes(32)
    try reader.finish()
    guard [UInt8](digest) == ContentDigest(digested).bytes else { throw reader.unreadable("its digest does not match") }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do {
      return (try decoder.decode(type, from: head), content)
    } catch {
      throw reader.unreadable("its head is invalid: \(decodingProblem(error))")
    }
  }

  /// The error for a document whose content contradicts itself.
  func unreadable(_ reason: String) -> TransferLearningError { .unreadable(what: what, reason: reason) }
}
