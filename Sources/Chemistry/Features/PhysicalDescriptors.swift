import CRDKit

/// RDKit's 117 descriptors of a molecule without conformers: the list `Descriptors.descList` of RDKit for Python
/// without its fragment counts, QED, SPS, fingerprint densities, `Ipc` and `BCUT2D`.
///
/// - Weights and electrons: `MolWt`, `HeavyAtomMolWt`, `ExactMolWt`, `HeavyAtomCount`, `NumHeteroatoms`,
///   `NumValenceElectrons`, `NumRadicalElectrons`.
/// - Extremes of Gasteiger and Marsili's partial charges over the heavy atoms (doi:10.1016/0040-4020(80)80168-2):
///   `MaxPartialCharge` and three more.
/// - Wildman and Crippen's `MolLogP` and `MolMR` (doi:10.1021/ci990307l), Ertl's `TPSA` (doi:10.1021/jm000942e),
///   Labute's `LabuteASA` (doi:10.1016/S1093-3263(00)00068-1), and its areas by intervals of charge (`PEOE_VSA1…14`),
///   refractivity (`SMR_VSA1…10`), lipophilicity (`SlogP_VSA1…12`) and electrotopological state (`EState_VSA1…11`,
///   `VSA_EState1…10`).
/// - Electrotopological states (doi:10.1021/ci00001a012): `MaxEStateIndex` and three more.
/// - Kier and Hall's `Chi0` to `Chi4v`, `HallKierAlpha`, `Kappa1…3`, `Phi` (doi:10.1002/9780470125793.ch9); Balaban's
///   `BalabanJ` (doi:10.1016/0009-2614(82)80009-2) and Bertz's `BertzCT` (doi:10.1021/ja00402a071).
/// - Counts of rings by kind, spiro and bridgehead atoms, stereocentres, rotatable and amide bonds, donors and
///   acceptors of hydrogen bonds, and `FractionCSP3`.
///
/// Every value is finite. If Gasteiger and Marsili give no parameters for an element (metals, selenium, arsenic), every
/// atom of the molecule has its formal charge instead. An index whose denominator vanishes is 0, and an atom whose
/// connectivity delta is not positive adds nothing to it.
public enum PhysicalDescriptors {
  /// The names in the order of the values, as in RDKit for Python: "MolWt", "TPSA", "PEOE_VSA1".
  public static let names: [String] = unsafe texts { unsafe crdkit_physical_name($0) }

  /// The unit of each descriptor, as "g/mol", "Å²", "cm³/mol" or "e"; empty for numbers without one.
  public static let units: [String] = unsafe texts { unsafe crdkit_physical_unit($0) }

  /// The values for a molecule that RDKit has read.
  static func values(of molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> [Double] {
    var values = [Double](repeating: 0, count: names.count)
    _ = try unsafe callRDKit(
      failure: { .failed(operation: "descriptor calculation", smiles: smiles, reason: $0) },
      { error in unsafe crdkit_molecule_physical(molecule, &values, error) == 0 ? true : nil })
    return values
  }
}

private func texts(_ text: (Int32) -> UnsafePointer<CChar>?) -> [String] {
  (0..<crdkit_physical_count()).map { index in unsafe text(index).map { unsafe String(cString: $0) } ?? "" }
}
