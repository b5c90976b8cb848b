import Chemistry
import Files
import Foundation
import GaussianProcess
package import MolecularDesign
import Tables

/// What a design without a campaign is to do.
public struct DirectDesignRequest: Sendable, Hashable {
  /// The table with SMILES and values.
  public var table: String
  /// Its column with the SMILES; nil for `smiles`.
  public var smilesColumn: String?
  /// What is wanted; at least one.
  public var targets: [DesignTarget]
  /// The file of molecules that the language model learns from; nil for those of the table.
  public var corpus: String?
  /// The forward models: `auto`, `linear`, or those of a campaign file.
  public var model = "auto"
  /// A campaign file whose section `molecules` says which molecules are allowed; nil for the elements and the
  /// sizes of the table.
  public var filter: String?
  /// How much is done, and how.
  package var settings = DesignSettings(mode: .search, steps: 50, seedShare: 0)
  /// How many molecules are given at most.
  public var count = 100
  /// The least Tanimoto distance between any two of them; nil for that of ``filter``, if it has one.
  public var minimumDistance: Double?
  /// Whether those are left out that are in the table or in the corpus.
  public var novelOnly = false
  /// The seed of all randomness.
  public var seed: UInt64 = 1

  /// A request with the usual settings.
  public init(table: String, targets: [DesignTarget]) { (self.table, self.targets) = (table, targets) }

  /// An exact process predicts up to this number of molecules; beyond it a linear one, whose predictions take no longer the more
  /// there are.
  public static let exactMolecules = 3000
}

extension DirectDesignRequest {
  /// The titles of a table's columns; none where it cannot be read, which the design itself then says.
  public static func titles(of table: String) -> [String] {
    if MoleculeTable.Format(path: table) == .sdf {
      return (try? MoleculeTable(path: table, readsData: true).titles) ?? []
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: table)),
      let values = try? SeparatedValues(String(decoding: data, as: UTF8.self), allowsUnevenRows: true)
    else { return [] }
    return values.header
  }

  /// What a design can be for.
  public static let modes = DesignMode.allCases.map(\.rawValue)

  /// Sets how much is done.
  ///
  /// - Parameter mode: one of ``modes``; another is not taken.
  public mutating func set(mode: String, particles: Int, steps: Int, widenings: Int) {
    settings.mode = DesignMode(rawValue: mode) ?? settings.mode
    (settings.particles, settings.steps, settings.widenings) = (particles, steps, widenings)
  }
}
