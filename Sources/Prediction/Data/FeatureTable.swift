package import Chemistry
package import GaussianProcess
import Tables

/// The features of molecules, computed once for each representation.
package struct FeatureTable: Sendable {
  /// The molecules, in the table's order.
  package let molecules: [Molecule]
  /// Nil for a molecule whose representation cannot be computed.
  private let features: [Representation: [Features?]]
  /// A note if there are such molecules.
  package let note: String?

  /// Computes the representations on all cores.
  ///
  /// - Throws: `ChemistryError.missingData` if RDKit's data are missing.
  package init(_ molecules: [Molecule], _ representations: [[Representation]]) throws(ChemistryError) {
    self.molecules = molecules
    var features: [Representation: [Features?]] = [:]
    var failures: [Int: String] = [:]
    for representation in representations.joined() where features[representation] == nil {
      // An error that concerns all molecules is thrown here.
      _ = try representation.version
      let results = concurrentMap(molecules.count) { index in
        Result { () throws(ChemistryError) in try representation.features(of: molecules[index]) }
      }
      for (index, result) in results.enumerated() {
        if case .failure(let error) = result { failures[index] = error.description }
      }
      features[representation] = results.map { try? $0.get() }
    }
    self.features = features
    let first = failures.min { $0.key < $1.key }
    let noun = molecules.first?.noun ?? "molecule"
    note = first.map {
      "Left out of models whose features cannot be computed: \(counted(failures.count, noun)), the first of them "
        + "'\(molecules[$0.key].notation)': \($0.value)"
    }
  }

  /// The input of a model with some representations for a molecule; nil if one of them cannot be computed.
  package func input(_ molecule: Int, _ representations: [Representation]) -> MolecularInput? {
    let seen = representations.compactMap { features[$0]?[molecule] }
    return seen.count == representations.count ? MolecularInput(features: seen) : nil
  }
}
