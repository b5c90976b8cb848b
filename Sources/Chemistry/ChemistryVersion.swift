import CRDKit

/// Versions of the libraries that the results of this module depend on.
public enum ChemistryVersion {
  /// RDKit's version, as "2022.09.3". Canonical SMILES and conformers may change with it.
  public static var rdkit: String { unsafe String(cString: crdkit_version()) }
}
