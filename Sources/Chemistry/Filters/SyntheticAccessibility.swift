import CRDKit
import Synchronization

/// The synthetic accessibility score of Ertl and Schuffenhauer (doi:10.1186/1758-2946-1-8): the frequency of its
/// fragments among a million molecules of PubChem, less penalties for size, stereocentres, spiro and bridgehead atoms
/// and macrocycles.
///
/// The contributions of fragments come from RDKit's contributed files, in Debian's package rdkit-data: the file
/// `Contrib/SA_Score/fpscores.pkl.gz` below `RDBASE` if that is set. The scores equal those of `sascorer.py` in the
/// same folder.
@safe public final class SyntheticAccessibility: Sendable {
  // Never changed after `init`; C++ reads it from any thread.
  nonisolated(unsafe) private let handle: OpaquePointer

  private static let loaded = Mutex<SyntheticAccessibility?>(nil)

  /// The score of the installed RDKit; its file is read once.
  ///
  /// - Throws: ``ChemistryError/missingData(path:reason:)`` if the file is missing or wrong. A later call tries again.
  public static func shared() throws(ChemistryError) -> SyntheticAccessibility {
    let result = loaded.withLock { (known) -> Result<SyntheticAccessibility, ChemistryError> in
      if let known { return .success(known) }
      return Result { () throws(ChemistryError) in
        try SyntheticAccessibility(file: RDKitData.contributedPath("SA_Score/fpscores.pkl.gz"))
      }.map {
        known = $0
        return $0
      }
    }
    return try result.get()
  }

  /// Reads a file of contributions: gzipped, a pickle of protocol 0 with lists of a contribution and its fragments.
  ///
  /// - Throws: ``ChemistryError/missingData(path:reason:)``.
  public init(file path: String) throws(ChemistryError) {
    unsafe handle = try callRDKit(failure: { .missingData(path: path, reason: $0) }) { error in
      unsafe crdkit_accessibility_new(path, error)
    }
  }

  deinit { unsafe crdkit_accessibility_delete(handle) }

  /// The number of fragments with a contribution.
  public var fragmentCount: Int { unsafe crdkit_accessibility_count(handle) }

  /// The score, from 1, easy to make, to 10.
  public func score(of molecule: Molecule) throws(ChemistryError) -> Double {
    try unsafe molecule.withHandle { handle throws(ChemistryError) in
      try unsafe score(of: handle, smiles: molecule.smiles)
    }
  }

  func score(of molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> Double {
    var score = 0.0
    _ = try unsafe callRDKit(
      failure: { .failed(operation: "synthetic accessibility", smiles: smiles, reason: $0) },
      { error in unsafe crdkit_accessibility_score(handle, molecule, &score, error) == 0 ? true : nil })
    return score
  }
}
