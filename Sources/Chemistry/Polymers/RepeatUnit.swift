import CRDKit

/// A polymer by its repeat unit: a molecule with two ends, each written `*` and joined by a single bond.
///
/// The unit stands for an endless chain. Two units are equal if their chains are: wherever the chain is cut (`*CCO*`,
/// `*COC*`, `*OCC*`), in whichever direction it is read, and however many times the unit is repeated (`*CCCC*`, `*CC*` and
/// `*C*` are polyethylene). Cuts are made at single bonds of the backbone outside rings. The canonical form is the smallest
/// unit whose canonical SMILES comes first in the order of ASCII; its configurations are those that were stated.
///
/// ```swift
/// let unit = try RepeatUnit(smiles: "*COC*")
/// unit.molecule.smiles                                       // "*CCO*"
/// try unit.oligomer(Oligomer(units: 2)).smiles               // "CCOCCO"
/// ```
public struct RepeatUnit: Sendable, Hashable {
  /// The unit in its canonical form. It has no element, no mass and no electrons for its two ends.
  public let molecule: Molecule

  /// Reads a unit.
  ///
  /// - Throws: ``ChemistryError/invalidSMILES(smiles:reason:)`` as a molecule does, and for a molecule that has not two
  ///   ends.
  public init(smiles: String) throws(ChemistryError) {
    try self.init(Molecule(smiles: smiles, isRepeatUnit: true))
  }

  /// Takes a molecule as a repeat unit.
  ///
  /// - Throws: ``ChemistryError/invalidSMILES(smiles:reason:)`` if it has not two ends.
  public init(_ molecule: Molecule) throws(ChemistryError) {
    guard try molecule.isRepeatUnit() else {
      throw .invalidSMILES(smiles: molecule.smiles, reason: Self.refusal)
    }
    self.molecule = molecule
  }

  /// Why a molecule is no repeat unit, as the end of a sentence.
  package static let refusal = "it is no repeat unit, which has two ends '*', each on a single bond, as in *CCO*"

  /// A chain of some units with closed ends.
  ///
  /// - Throws: `ChemistryError` if the chain is too large to be read (``Molecule/longestSMILES``), or impossible.
  public func oligomer(_ oligomer: Oligomer) throws(ChemistryError) -> Molecule {
    let text = try unsafe molecule.withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(
        failure: { .failed(operation: "making of an oligomer", smiles: molecule.smiles, reason: $0) }
      ) { error in
        unsafe takeString(
          crdkit_molecule_oligomer(
            handle, Int32(clamping: oligomer.units), oligomer.ends.handle, oligomer.tacticity.handle, oligomer.seed,
            error))
      }
    }
    return try Molecule(smiles: text)
  }
}

/// A molecular formula as people read it: that of a repeat unit, which has its two ends as `*2`, without them, `(C4H2S)n` for
/// `C4H2S*2`. Other formulas stay as they are.
///
/// Records keep the formula with its ends.
package func formulaText(_ formula: String) -> String {
  guard let ends = formula.firstRange(of: "*2"), formula[ends.upperBound...].first?.isNumber != true else {
    return formula
  }
  return "(\(formula[..<ends.lowerBound])\(formula[ends.upperBound...]))n"
}

extension Molecule {
  /// Whether it is a repeat unit: it has two ends, each a plain `*` on a single bond, and no others.
  public func isRepeatUnit() throws(ChemistryError) -> Bool {
    guard smiles.utf8.count(where: { $0 == UInt8(ascii: "*") }) == 2 else { return false }
    return try unsafe withHandle { unsafe crdkit_molecule_has_two_ends($0) == 1 }
  }
}
