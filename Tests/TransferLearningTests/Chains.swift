import Chemistry
import GaussianProcess
import TransferLearning

/// Chains of carbon with an end of some kind, and properties of them that can be written down.
enum Chains {
  static let ends = ["", "O", "N", "Cl", "F", "C#N", "c1ccccc1", "C(=O)O"]

  static func molecules(lengths: ClosedRange<Int>) throws -> [Molecule] {
    try lengths.flatMap { length in
      try ends.map { try Molecule(smiles: String(repeating: "C", count: length) + $0) }
    }
  }

  static func features(_ molecules: [Molecule]) throws -> [MolecularInput] {
    try molecules.inputs(MolecularModel.standard.representations)
  }

  /// Something like a boiling point: no simple function of what the structural kernels compare.
  static func hidden(_ molecule: Molecule) -> Double {
    let oxygens = Double(molecule.smiles.filter { $0 == "O" }.count)
    let nitrogens = Double(molecule.smiles.filter { $0 == "N" }.count)
    return 20 * Double(molecule.heavyAtomCount).squareRoot() + 35 * oxygens - 12 * nitrogens
  }
}
