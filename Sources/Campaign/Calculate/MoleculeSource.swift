import Chemistry
import Files
import Foundation
import MolecularDesign

/// Where the molecules of `cohobate calculate` come from.
public enum MoleculeSource: Sendable, Hashable {
  /// SMILES, one each.
  case smiles([String])
  /// A `.smi` or `.csv` file; `column` names the column with the SMILES, which is `smiles` otherwise.
  case file(path: String, column: String?)
  /// Text that was read elsewhere, with a SMILES on each line, or, if a column is named, comma-separated.
  case text(String, column: String?)

  /// The source that words of a command line mean: SMILES, or the name of one file.
  ///
  /// - Throws: `CampaignError` of kind `.input` if there is nothing, or a file among others.
  public init(arguments: [String], column: String? = nil) throws(CampaignError) {
    guard let first = arguments.first else {
      throw CampaignError(.input, "There is no molecule to calculate; give SMILES, a .smi or .csv file, or '-'.")
    }
    let file = arguments.first(where: Self.isFileName)
    if file == nil, column != nil {
      throw CampaignError(
        .input, "SMILES on the command line have no column to choose; leave out --column, or give a .csv file.")
    }
    guard arguments.count == 1 else {
      if let file {
        throw CampaignError(.input, "'\(file)' is the name of a file; give one file alone, or SMILES.")
      }
      self = .smiles(arguments)
      return
    }
    if file == nil, (try? Molecule(smiles: first)) == nil, FileManager.default.fileExists(atPath: first) {
      throw CampaignError(.input, "'\(first)' is of no known format: the file's name must end in .smi or .csv.")
    }
    self = file == nil ? .smiles(arguments) : .file(path: first, column: column)
  }

  /// Whether a word is the name of a file; no SMILES ends like that.
  private static func isFileName(_ word: String) -> Bool {
    [".smi", ".smiles", ".csv"].contains { word.lowercased().hasSuffix($0) }
  }

  /// The lines that are neither empty nor comments.
  func lines() throws(CampaignError) -> [SMILESLine] {
    switch self {
    case .smiles(let texts):
      return texts.enumerated().map { SMILESLine(number: $0 + 1, smiles: $1, name: nil) }
    case .text(let text, let column):
      return try Self.lines(of: text, path: "standard input", isTable: column != nil, column: column)
    case .file(let path, let column):
      let isTable = path.lowercased().hasSuffix(".csv")
      if column != nil, !isTable {
        throw CampaignError(.input, "\(path) has no columns to choose from; --column is for .csv files.")
      }
      let bytes: Data
      do {
        bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw CampaignError(.input, "\(path) cannot be read: \(fileProblem(error, at: path)).")
      }
      return try Self.lines(of: String(decoding: bytes, as: UTF8.self), path: path, isTable: isTable, column: column)
    }
  }

  private static func lines(
    of text: String, path: String, isTable: Bool, column: String?
  ) throws(CampaignError) -> [SMILESLine] {
    let lines = try CampaignError.mapping {
      isTable ? try SMILESLines.rows(of: text, path: path, column: column) : SMILESLines.lines(of: text)
    }
    guard !lines.isEmpty else { throw CampaignError(.input, "There is no molecule in \(path).") }
    return lines
  }
}
