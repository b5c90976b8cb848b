import Foundation

/// A folder with a small table for source models: alkanes and alcohols with a boiling point and a size of their own making.
package final class AlkaneTable: Sendable {
  package let folder: String
  package var library: String { folder + "/models.sqlite" }
  package var table: String { folder + "/alkanes.csv" }

  /// Straight chains, chains with a methyl group, and alcohols of both.
  package static let molecules: [String] = (1...15).flatMap { length in
    let chain = String(repeating: "C", count: length)
    return [chain, "CC(C)" + chain, chain + "O", "CC(C)" + chain + "O"]
  }

  /// Every seventh boiling point and every fifth size is missing.
  package static let text: String =
    "smiles,boiling,size_nm,remark\n"
    + molecules.enumerated().map { index, smiles in
      let boiling = index % 7 == 3 ? "" : "\(30 * smiles.count + (smiles.hasSuffix("O") ? 90 : 0))"
      let size = index % 5 == 2 ? "" : "\(0.1 + 0.13 * Double(smiles.count))"
      return "\(smiles),\(boiling),\(size),number \(index)\n"
    }.joined()

  package init(_ text: String = AlkaneTable.text) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "cohobate-alkanes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
    try Data(text.utf8).write(to: URL(fileURLWithPath: table))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
