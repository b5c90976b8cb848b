import CRDKit

/// An edit of a molecular graph, drawn by a seed: the same molecule and seed give the same answer on any machine.
///
/// ```swift
/// let smiles = try GraphEdit.append.edited("c1ccccc1", elements: ["C", "N", "O"], seed: 7)
/// ```
public enum GraphEdit: Sendable, Hashable, CaseIterable {
  /// An atom becomes one of another element.
  case element
  /// A hydrogen is replaced by an atom.
  case append
  /// An atom is inserted into a single bond; if the bond is in a ring, the ring grows.
  case insert
  /// An atom with one or two bonds is removed, and its neighbours are joined; if it is in a ring, the ring shrinks.
  case delete
  /// The order of a bond changes.
  case bond
  /// Two atoms of a chain are joined to form a ring of three to seven atoms.
  case closeRing
  /// A bond of a ring is cut.
  case openRing
  /// A ring of five or six atoms gets alternating double bonds.
  case aromatize
  /// A benzene or pyridine ring is fused to a bond of a ring.
  case fuse
  /// A substituent on a bond outside rings is moved to another atom.
  case move

  /// The SMILES of an edited molecule, sanitised and usually canonical; nil if the draw gives none.
  ///
  /// - Parameters:
  ///   - smiles: a SMILES of one component; for invalid text the result is nil.
  ///   - elements: the symbols of new atoms; a symbol listed twice is twice as likely.
  /// - Throws: `ChemistryError.failed` if memory is exhausted.
  public func edited(_ smiles: String, elements: [String], seed: UInt64) throws(ChemistryError) -> String? {
    try unsafe editedSMILES("editing", smiles) { result, error in
      unsafe crdkit_edit_smiles(smiles, handle, elements.joined(separator: " "), seed, result, error)
    }
  }

  private var handle: crdkit_edit {
    switch self {
    case .element: CRDKIT_EDIT_ELEMENT
    case .append: CRDKIT_EDIT_APPEND
    case .insert: CRDKIT_EDIT_INSERT
    case .delete: CRDKIT_EDIT_DELETE
    case .bond: CRDKIT_EDIT_BOND
    case .closeRing: CRDKIT_EDIT_RING_CLOSE
    case .openRing: CRDKIT_EDIT_RING_OPEN
    case .aromatize: CRDKIT_EDIT_AROMATIZE
    case .fuse: CRDKIT_EDIT_FUSE
    case .move: CRDKIT_EDIT_MOVE
    }
  }
}

/// Cuts a single bond outside rings in each of two molecules, or two bonds of a ring in each, and joins a part of one
/// molecule to a part of the other. Returns a SMILES, usually the canonical one; nil if a molecule has no such bonds, or the draw
/// gives none.
public func crossover(_ first: String, _ second: String, seed: UInt64) throws(ChemistryError) -> String? {
  try unsafe editedSMILES("crossing over", first) { result, error in
    unsafe crdkit_crossover_smiles(first, second, seed, result, error)
  }
}

/// Calls a function that returns a SMILES (1), none (0), or an error (−1).
func editedSMILES(
  _ operation: String, _ smiles: String,
  _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) ->
    Int32
) throws(ChemistryError) -> String? {
  guard smiles.utf8.count <= Molecule.longestSMILES else { return nil }
  var text: UnsafeMutablePointer<CChar>?
  _ = try unsafe callRDKit(failure: { .failed(operation: operation, smiles: smiles, reason: $0) }) { error in
    unsafe call(&text, error) < 0 ? nil : true
  }
  return unsafe takeString(text)
}
