internal import Files
public import Foundation

// A document's bytes, numbers with the least significant byte first:
//
//   8        "CohoMdl" and a line feed
//   4        the format's version
//   4, n     the head's length, and the head: JSON in UTF-8 with sorted keys
//   8, m     the payload's length, and the payload
//   32       the SHA-256 digest of all before
//
// A new format is a new version; older ones stay readable.

extension SourceModelDocument {
  /// The format version that is written.
  public static let formatVersion = 1

  private static let mark = Data("CohoMdl\n".utf8)
  private static let what = "source model"

  /// The document as bytes; the same document has the same bytes.
  ///
  /// - Throws: `TransferLearningError` if an error figure is infinite or not a number.
  public func encoded() throws(TransferLearningError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let head: Data
    do {
      head = try encoder.encode(Head(self))
    } catch {
      throw .invalidSetting("The source model of '\(property.name)' has errors that are not finite; train it again.")
    }
    var writer = ByteWriter()
    writer.write(Self.mark)
    writer.write(UInt32(Self.formatVersion))
    writer.write(UInt32(head.count))
    writer.write(head)
    writer.write(UInt64(payload.count))
    writer.write(payload)
    writer.write(Data(ContentDigest(writer.data).bytes))
    return writer.data
  }

  /// Reads a document of any format up to ``formatVersion``.
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
    let digested = data.prefix(reader.position)
    let digest = try reader.bytes(32)
    try reader.finish()
    guard [UInt8](digest) == ContentDigest(digested).bytes else { throw reader.unreadable("its digest does not match") }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do {
      self = try decoder.decode(Head.self, from: head).document(payload: payload)
    } catch {
      throw reader.unreadable("its head is invalid: \(decodingProblem(error))")
    }
  }

  /// Everything except the payload.
  private struct Head: Codable {
    let kind: SourceModelKind
    let property: PredictedProperty
    let representation: InputRepresentation
    let provenance: Provenance
    let trainingSize: Int
    let errors: CrossValidatedErrors
    let settings: String
    /// As text, because not every JSON reader preserves 64-bit numbers.
    let seed: String
    let programVersion: String
    let createdAt: Date

    init(_ document: SourceModelDocument) {
      kind = document.kind
      property = document.property
      representation = document.representation
      provenance = document.provenance
      trainingSize = document.trainingSize
      errors = document.errors
      settings = document.settings
      seed = String(document.seed)
      programVersion = document.programVersion
      createdAt = document.createdAt
    }

    func document(payload: Data) throws -> SourceModelDocument {
      guard let seed = UInt64(seed) else {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "'\(seed)' is not a seed"))
      }
      return SourceModelDocument(
        kind: kind, property: property, representation: representation, provenance: provenance,
        trainingSize: trainingSize, errors: errors, settings: settings, seed: seed, programVersion: programVersion,
        createdAt: createdAt, payload: payload)
    }
  }
}
