import CRDKit

/// Molecules, or pieces of them, that others can be joined with: read once, then used from any thread.
///
/// `@unchecked Sendable`: the handle is never changed after `init`, and its molecules are only read.
@safe public final class MoleculeStock: @unchecked Sendable {
  private let handle: OpaquePointer
  /// How many molecules or pieces there are.
  public let count: Int

  /// A stock of molecules or of pieces, by their SMILES; those that cannot be read are left out.
  public init(_ smiles: [String]) throws(ChemistryError) {
    let made = try unsafe callRDKit(
      failure: { .failed(operation: "making a stock of molecules", smiles: "", reason: $0) },
      { unsafe crdkit_stock_new($0) })
    var count = 0
    for text in smiles where text.utf8.count <= Molecule.longestSMILES {
      if unsafe crdkit_stock_add(made, text, nil) == 0 { count += 1 }
    }
    unsafe handle = made
    self.count = count
  }

  deinit { unsafe crdkit_stock_delete(handle) }

  /// Takes off what hangs on a BRICS bond of a molecule, and puts a piece of a fitting environment there: SMILES, not
  /// canonical; nil where the draw gives none.
  public func exchangingPiece(of smiles: String, seed: UInt64) throws(ChemistryError) -> String? {
    try unsafe editedSMILES("exchanging a piece", smiles) { result, error in
      unsafe crdkit_exchange_piece(smiles, handle, seed, result, error)
    }
  }

  /// Joins a molecule with one of the stock by a reaction that both have the groups for: SMILES, not canonical; nil where
  /// there is none.
  public func reacting(with smiles: String, seed: UInt64) throws(ChemistryError) -> String? {
    try unsafe editedSMILES("a reaction", smiles) { result, error in
      unsafe crdkit_react(smiles, handle, seed, result, error)
    }
  }

  /// The names of the reactions.
  public static var reactions: [String] {
    (0..<crdkit_reaction_count()).map { unsafe String(cString: crdkit_reaction_name($0)) }
  }
}

extension Molecule {
  /// The pieces that its BRICS bonds cut it into (doi:10.1002/cmdc.200800178): SMILES with `[n*]` in place of a bond to an
  /// atom of environment n. None where it has no such bond.
  public func bricsPieces() throws(ChemistryError) -> [String] {
    try unsafe callRDKit(failure: { .failed(operation: "cutting into pieces", smiles: smiles, reason: $0) }) { error in
      unsafe takeString(crdkit_brics_pieces(smiles, error))
    }.split(separator: "\n").map(String.init)
  }
}
