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
    let state = try state(of: molecule)
    guard Self.multiplicities.indices.contains(state.unpaired) else {
      throw CalculationFailure(
        .input, "MOPAC has no keyword for the \(state.unpaired) unpaired electrons of '\(molecule.smiles)'.")
    }
    // XP and XS leave the matrices out of the document, which grow with the square of the atoms.
    var words = [
      method.rawValue, "AUX(PRECISION=6,XP,XS)", "BONDS", "THREADS=1", "CHARGE=\(state.charge)",
      Self.multiplicities[state.unpaired],
    ]
    if state.unpaired > 0 { words.append("UHF") }
    if let permittivity { words.append("EPS=\(permittivity)") }
    switch optimisation {
    case .none: words.append("1SCF")
    case .normal: break
    case .precise: words.append("PRECISE")
    }
    words += changes.flatMap(\.keywords)
    // L-BFGS has another limit of its own.
    if changes.contains(where: { $0 != .pulay }), let greatestGradient { words.append("GNORM=\(greatestGradient)") }
    return words.joined(separator: " ")
  }

  /// The charge and spin of a molecule; lanthanides have their f electrons in the core.
  func state(of molecule: Molecule) throws(CalculationFailure) -> ElectronicState {
    try electrons.state(of: molecule, fElectrons: .inCore)
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
