import Chemistry
import Files
import Foundation
import GaussianProcess
package import MolecularDesign
import Tables

/// The settings of a design without a campaign.
public struct DirectDesignRequest: Sendable, Hashable {
  /// The table with SMILES and values.
  public var table: String
  /// Its column with the SMILES; nil for `smiles`.
  public var smilesColumn: String?
  /// The targets, such as `gap=1..3`; at least one.
  public var targets: [String]
  /// The file of molecules that the language model learns from; nil for those of the table.
  public var corpus: String?
  /// The models: `auto`, `linear`, or those of a campaign file.
  public var model = "auto"
  /// The name or file of a library of source models from which the models may borrow; nil for none.
  public var library: String?
  /// The numbers of the library's models to borrow from; empty for all that a campaign may use.
  public var sources: [Int] = []
  /// A campaign file whose section `molecules` says which molecules are allowed; nil for the elements and the
  /// sizes of the table.
  public var filter: String?
  /// The design's settings, such as its steps and its mode.
  package var settings = DesignSettings(mode: .search, steps: 50, seedShare: 0)
  /// The greatest number of molecules returned.
  public var count = 100
  /// The least Tanimoto distance between any two of them; nil for that of ``filter``, if it has one.
  public var minimumDistance: Double?
  /// Whether molecules of the table or of the corpus are left out.
  public var novelOnly = false
  /// The seed of all randomness.
  public var seed: UInt64 = 1

  /// Makes a request with the default settings.
  public init(table: String, targets: [String]) { (self.table, self.targets) = (table, targets) }
}

extension DirectDesignRequest {
  /// The titles of a table's columns; empty if it cannot be read, which the design itself reports later.
  static func titles(of table: String) -> [String] {
    if MoleculeTable.Format(path: table) == .sdf {
      return (try? MoleculeTable(path: table, readsData: true).titles) ?? []
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: table)),
      let values = try? SeparatedValues(String(decoding: data, as: UTF8.self), allowsUnevenRows: true)
    else { return [] }
    return values.header
  }

  /// The modes of a design.
  public static let modes = DesignMode.allCases.map(\.rawValue)

  /// Sets the mode and the size of the run.
  ///
  /// - Parameter mode: one of ``modes``; any other is ignored.
  public mutating func set(mode: String, particles: Int, steps: Int, widenings: Int) {
    settings.mode = DesignMode(rawValue: mode) ?? settings.mode
    (settings.particles, settings.steps, settings.widenings) = (particles, steps, widenings)
  }
}
