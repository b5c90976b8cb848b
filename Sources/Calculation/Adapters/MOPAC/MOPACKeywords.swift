package import Chemistry

extension MOPACSettings {
  /// The keywords of a calculation.
  /// - Throws: A failure of class `input` for a molecule that MOPAC would reject or misread.
  package func keywords(for molecule: Molecule, changes: [MOPACRetryLadder.Change] = []) throws(CalculationFailure)
    -> String
  {
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
    // XP and XS omit the matrices from the document; their size grows with the square of the number of atoms.
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
    // L-BFGS has a separate limit.
    if changes.contains(where: { $0 != .pulay }), let greatestGradient { words.append("GNORM=\(greatestGradient)") }
    return words.joined(separator: " ")
  }

  /// The charge and spin of a molecule; the f electrons of lanthanides are in the core.
  func state(of molecule: Molecule) throws(CalculationFailure) -> ElectronicState {
    try electrons.state(of: molecule, fElectrons: .inCore)
  }

  /// The multiplicities, by number of unpaired electrons.
  private static let multiplicities = [
    "SINGLET", "DOUBLET", "TRIPLET", "QUARTET", "QUINTET", "SEXTET", "SEPTET", "OCTET", "NONET",
  ]
  /// Lanthanides, for which MOPAC has core potentials at best, and the elements after bismuth.
  private static let elementsWithoutParameters: Set<String> = [
    "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Po", "At", "Rn",
  ]
}
