/// Implicit solvation models for which xtb has parameters.
public enum XTBSolvation: String, Sendable, Hashable, Codable, CaseIterable {
  /// The analytical linearized Poisson–Boltzmann model, DOI 10.1021/acs.jctc.1c00471.
  case alpb = "ALPB"
  /// The generalized Born model with solvent accessible surface area, in the same paper.
  case gbsa = "GBSA"

  /// Solvents under xtb's names.
  public enum Solvent: String, Sendable, Hashable, Codable, CaseIterable {
    case acetone, acetonitrile, aniline, benzaldehyde, benzene, ch2cl2, chcl3, cs2, dioxane, dmf, dmso, ethanol
    case ether, ethylacetate, furane, hexadecane, hexane, methanol, nitromethane, octanol, phenol, thf, toluene
    case water, woctanol
  }

  /// The command-line option of the model.
  var flag: String { self == .alpb ? "--alpb" : "--gbsa" }

  /// The solvents for which the model has parameters with a method, as tested with xtb 6.5.1.
  public func solvents(for method: XTBSettings.Method) -> [Solvent] {
    switch (self, method) {
    case (.alpb, _): Solvent.allCases
    case (.gbsa, .gfn1): Self.generalizedBornSolvents
    case (.gbsa, _):
      Solvent.allCases.filter { Self.generalizedBornSolvents.contains($0) || $0 == .dmf || $0 == .hexane }
    }
  }

  private static let generalizedBornSolvents: [Solvent] = [
    .acetone, .acetonitrile, .benzene, .ch2cl2, .chcl3, .cs2, .dmso, .ether, .methanol, .thf, .toluene, .water,
  ]
}
