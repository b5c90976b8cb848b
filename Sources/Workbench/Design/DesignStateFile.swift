import Files
import Foundation
import MolecularDesign

/// The file that stores the state of a design, so that an interrupted one can be resumed.
struct DesignStateFile {
  let path: String
  /// Identifies the run: its data, source models, settings and seed, and the version of the program.
  let digest: String

  /// The file's first line, followed by the contents of the digest: `cohobate-design-state-3 SHA256`.
  private static let format = "cohobate-design-state-3"

  private struct Contents: Codable {
    let run: String
    let checkpoint: DesignCheckpoint
  }

  /// The last state written; nil if there is no file.
  ///
  /// - Throws: `CampaignError` of kind `.input` for a file of another run.
  func read() throws(CampaignError) -> DesignCheckpoint? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CampaignError(.input, unreadable: path, error)
    }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let parts = data.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    let head = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard parts.count == 2, head.hasPrefix(Self.format + " ") else {
      throw CampaignError(
        .input, "'\(path)' is not a design state written by this version; remove it, or name another with --state.")
    }
    guard head == Self.head(of: parts[1]), let contents = try? decoder.decode(Contents.self, from: parts[1]) else {
      throw CampaignError(
        .input, "'\(path)' is damaged; remove it to start over, or name another with --state.")
    }
    guard contents.run == digest else {
      throw CampaignError(
        .input,
        "'\(path)' is the state of a design with other data, source models, settings or seed; give the same ones to "
          + "resume it, remove it to start over, or name another with --state.")
    }
    return contents.checkpoint
  }

  /// Writes the state to a new file, which replaces the last one when it is complete.
  func write(_ checkpoint: DesignCheckpoint) throws(CampaignError) {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      let contents = try encoder.encode(Contents(run: digest, checkpoint: checkpoint))
      try WholeFile.write(Data((Self.head(of: contents) + "\n").utf8) + contents, to: path)
    } catch {
      throw CampaignError(.failure, unwritable: path, error)
    }
  }

  private static func head(of contents: Data) -> String { "\(format) \(ContentDigest(contents))" }
}
