import CRDKit

/// An edit of a molecular graph, drawn by a seed: the same molecule and seed give the same answer on any machine.
///
/// ```swift
/// let smiles = try GraphEdit.append.edited("c1ccccc1", elements: ["C", "N", "O"], seed: 7)
/// ```
public enum GraphEdit: Sendable, Hashable, CaseIterable {
  /// An atom becomes one of another element.
  case element
  /// An atom takes the place of a hydrogen.
  case append
  /// An atom is put into a single bond; into one of a ring, the ring grows.
  case insert
  /// An atom of one or two bonds is taken out, and its neighbours joined; out of a ring, the ring shrinks.
  case delete
  /// The order of a bond changes.
  case bond
  /// Two atoms of a chain are joined to a ring of three to seven.
  case closeRing
  /// A bond of a ring is cut.
  case openRing
  /// A ring of five or six gets alternating double bonds.
  case aromatize
  /// A benzene or pyridine ring is fused to a bond of a ring.
  case fuse
  /// What hangs on a bond outside rings goes to another atom.
  case move

  /// The SMILES of an edited molecule, sanitised but not canonical; nil where the draw gives none.
  ///
  /// - Parameters:
  ///   - smiles: of one component. Of a text that is none the answer is nil.
  ///   - elements: the symbols that new atoms may have; one that stands there twice is twice as likely.
  /// - Throws: `ChemistryError.failed` when memory ran out.
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

/// Cuts a single bond outside rings in each of two molecules, or two bonds of a ring in each, and joins a part of the one with
/// a part of the other: SMILES, not canonical; nil where a molecule has no such bonds, or the draw gives nothing.
public func crossover(_ first: String, _ second: String, seed: UInt64) throws(ChemistryError) -> String? {
  try unsafe editedSMILES("crossing over", first) { result, error in
    unsafe crdkit_crossover_smiles(first, second, seed, result, error)
  }
}

/// Calls a function that gives a SMILES (1), none (0), or an error (−1).
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
