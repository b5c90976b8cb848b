import CRDKit

/// Molecules, or fragments, that can be joined to others: read once, then used from any thread.
///
/// `@unchecked Sendable`: the handle is never changed after `init`, and its molecules are only read.
@safe public final class BuildingBlocks: @unchecked Sendable {
  private let handle: OpaquePointer
  /// The number of molecules or fragments.
  public let count: Int

  /// Creates building blocks from their SMILES; invalid ones are skipped.
  public init(_ smiles: [String]) throws(ChemistryError) {
    let made = try unsafe callRDKit(
      failure: { .failed(operation: "reading the building blocks", smiles: "", reason: $0) },
      { unsafe crdkit_stock_new($0) })
    var count = 0
    for text in smiles where text.utf8.count <= Molecule.longestSMILES {
      if unsafe crdkit_stock_add(made, text, nil) == 0 { count += 1 }
    }
    unsafe handle = made
    self.count = count
  }

  deinit { unsafe crdkit_stock_delete(handle) }

  /// Removes the substituent on a BRICS bond of a molecule, and attaches a fragment of a matching environment there.
  /// Returns a SMILES, usually the canonical one; nil if the draw gives none.
  public func exchangingFragment(of smiles: String, seed: UInt64) throws(ChemistryError) -> String? {
    try unsafe editedSMILES("exchanging a fragment", smiles) { result, error in
      unsafe crdkit_exchange_piece(smiles, handle, seed, result, error)
    }
  }

  /// Joins a molecule to one of these by a reaction for which both have the groups. Returns a SMILES, usually the
  /// canonical one; nil if there is none.
  public func reacting(with smiles: String, seed: UInt64) throws(ChemistryError) -> String? {
    try unsafe editedSMILES("a reaction", smiles) { result, error in
      unsafe crdkit_react(smiles, handle, seed, result, error)
    }
  }
}

extension Molecule {
  /// The fragments into which its BRICS bonds divide it (doi:10.1002/cmdc.200800178): SMILES with `[n*]` in place of a
  /// bond to an atom of environment n. Empty if it has no such bond.
  public func bricsFragments() throws(ChemistryError) -> [String] {
    try unsafe callRDKit(failure: { .failed(operation: "cutting into fragments", smiles: smiles, reason: $0) }) {
      error in
      unsafe takeString(crdkit_brics_pieces(smiles, error))
    }.split(separator: "\n").map(String.init)
  }
}
