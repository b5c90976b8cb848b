internal import Files
public import Foundation

// The body of a document in its frame (`SealedDocument`): 8 bytes for the payload's length, and the payload.

extension SourceModelDocument {
  /// The format version that is written.
  public static let formatVersion = 1

  private static let frame = SealedDocument(mark: "CohoMdl\n", version: formatVersion, what: "source model")

  /// The document as bytes; the same document has the same bytes.
  ///
  /// - Throws: `TransferLearningError` if an error figure is infinite or not a number.
  public func encoded() throws(TransferLearningError) -> Data {
    try Self.frame.encoded(Head(self), name: "source model of '\(property.name)'") { writer in
      writer.write(UInt64(payload.count))
      writer.write(payload)
    }
  }

  /// Reads a document of any format up to ``formatVersion``.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` if the bytes are something else or damaged.
  public init(decoding data: Data) throws(TransferLearningError) {
    let (head, payload) = try Self.frame.decoded(data, as: Head.self) { reader throws(TransferLearningError) in
      try reader.bytes(Int(clamping: try reader.integer(UInt64.self)))
    }
    self = try head.document(payload: payload)
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

    func document(payload: Data) throws(TransferLearningError) -> SourceModelDocument {
      guard let seed = UInt64(seed) else {
        throw SourceModelDocument.frame.unreadable("its head is invalid: '\(seed)' is not a seed")
      }
      return SourceModelDocument(
        kind: kind, property: property, representation: representation, provenance: provenance,
        trainingSize: trainingSize, errors: errors, settings: settings, seed: seed, programVersion: programVersion,
        createdAt: createdAt, payload: payload)
    }
  }
}
