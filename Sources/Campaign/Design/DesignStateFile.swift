import Foundation
import MolecularDesign
import TransferLearning

/// The file in which the state of a design is kept, so that one that was stopped goes on.
struct DesignStateFile {
  let path: String
  /// What tells the run from others: its data, settings and seed, and the version of the program.
  let digest: String

  private struct Contents: Codable {
    let format: String
    let run: String
    let checkpoint: DesignCheckpoint
  }

  private static let format = "cohobate-design-state-1"

  /// What was written last; nil where there is no file.
  ///
  /// - Throws: `CampaignError` of kind `.input` for a file that is none of this run.
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
    guard let contents = try? decoder.decode(Contents.self, from: data), contents.format == Self.format else {
      throw CampaignError(
        .input, "'\(path)' is no state of a design by this version; remove it, or name another with --state.")
    }
    guard contents.run == digest else {
      throw CampaignError(
        .input,
        "'\(path)' is the state of a design with other data, settings or seed; give the same ones to resume it, remove "
          + "it to start over, or name another with --state.")
    }
    return contents.checkpoint
  }

  /// Writes the state to a new file, which takes the place of the last one when it is whole.
  func write(_ checkpoint: DesignCheckpoint) throws(CampaignError) {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      try encoder.encode(Contents(format: Self.format, run: digest, checkpoint: checkpoint))
        .write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CampaignError(.failure, unwritable: path, error)
    }
  }
}
