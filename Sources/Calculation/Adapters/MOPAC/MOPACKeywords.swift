package import Chemistry

extension MOPACSettings {
  /// The keywords of a calculation.
  /// - Throws: A failure of class `input` for what MOPAC would not calculate, or would misunderstand.
  package func keywords(for molecule: Molecule, changes: [MOPACChange] = []) throws(CalculationFailure) -> String {
    if let element = molecule.elements.first(where: {
      Elements[$0] == nil || Self.elementsWithoutParameters.contains($0)
    }) {
      throw CalculationFailure(.input, "\(method.rawValue) has no parameters for \(element).")
    }
    let unpaired = molecule.radicalElectronCount
    guard (molecule.electronCount - unpaired).isMultiple(of: 2), Self.multiplicities.indices.contains(unpaired) else {
      throw CalculationFailure(
        .input,
        "'\(molecule.smiles)' has \(molecule.electronCount) electrons, of which \(unpaired) cannot be unpaired.")
    }
    // XP and XS leave the matrices out of the document, which grow with the square of the atoms.
    var words = [
      method.rawValue, "AUX(PRECISION=6,XP,XS)", "BONDS", "THREADS=1", "CHARGE=\(molecule.charge)",
      Self.multiplicities[unpaired],
    ]
    if unpaired > 0 { words.append("UHF") }
    if let permittivity { words.append("EPS=\(permittivity)") }
    switch optimisation {
    case .none: words.append("1SCF")
    case .normal: break
    case .precise: words.append("PRECISE")
    }
    return (words + changes.flatMap(\.keywords)).joined(separator: " ")
  }

  /// By number of unpaired electrons.
  private static let multiplicities = [
    "SINGLET", "DOUBLET", "TRIPLET", "QUARTET", "QUINTET", "SEXTET", "SEPTET", "OCTET", "NONET",
  ]
  /// Lanthanides, of which MOPAC has core potentials at best, and what comes after bismuth.
  private static let elementsWithoutParameters: Set<String> = [
    "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Po", "At", "Rn",
  ]
}
