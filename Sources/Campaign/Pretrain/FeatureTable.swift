package import Chemistry
package import GaussianProcess
import Tables

/// What models see of molecules, computed once for each representation.
package struct FeatureTable: Sendable {
  /// The molecules, in the table's order.
  package let molecules: [Molecule]
  /// Nil of a molecule that a representation cannot be computed of.
  private let features: [Representation: [Features?]]
  /// Says so where there are such molecules.
  package let note: String?

  /// Computes the representations on all cores.
  ///
  /// - Throws: `ChemistryError.missingData` where RDKit's data are not there.
  package init(_ molecules: [Molecule], _ representations: [[Representation]]) throws(ChemistryError) {
    self.molecules = molecules
    var features: [Representation: [Features?]] = [:]
    var failures: [Int: String] = [:]
    for representation in representations.joined() where features[representation] == nil {
      // What fails for all fails here.
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
    note = first.map {
      "Left out of models that cannot see them: \(counted(failures.count, "molecule")), the first of them "
        + "'\(molecules[$0.key].smiles)': \($0.value)"
    }
  }

  /// What a model of some representations sees of a molecule; nil where one of them cannot be computed.
  package func input(_ molecule: Int, _ representations: [Representation]) -> MolecularInput? {
    let seen = representations.compactMap { features[$0]?[molecule] }
    return seen.count == representations.count ? MolecularInput(features: seen) : nil
  }
}
