import CRDKit

/// How a polymer is made.
///
/// The classes are rules of thumb: a unit of a class looks like those that are made so, and nothing is said of yields, of side
/// chains that interfere, or of prices.
public enum Polymerisation: String, Sendable, Hashable, Codable, CaseIterable {
  /// The double bond of CH₂=CHR, CH₂=CR₂ or CF₂=CFR opens: two saturated carbon atoms, of which one has no substituents but
  /// fluorine and chlorine.
  case vinyl
  /// 1,4-addition of a 1,3-diene: four carbon atoms with one double bond.
  case diene
  /// The triple bond of HC≡CR opens: two carbon atoms with a double bond.
  case alkyne
  /// A ring opens: ethers of up to four carbon atoms, lactones, lactams, carbonates and siloxanes.
  case ringOpening = "ring-opening"
  /// Ring-opening metathesis of a cycloalkene: a chain of carbon atoms with one double bond, of five atoms, seven or more.
  case metathesis
  /// Small molecules are lost, or acids are replaced: esters, amides, imides, urethanes, ureas, carbonates and aryl ethers.
  case condensation
  /// Aromatic rings are coupled with each other or with alkenes, alkynes or amines; no saturated atom is between them.
  case coupling

  var handle: crdkit_polymerisation {
    switch self {
    case .vinyl: CRDKIT_VINYL
    case .diene: CRDKIT_DIENE
    case .alkyne: CRDKIT_ALKYNE
    case .ringOpening: CRDKIT_RING_OPENING
    case .metathesis: CRDKIT_METATHESIS
    case .condensation: CRDKIT_CONDENSATION
    case .coupling: CRDKIT_COUPLING
    }
  }
}

extension RepeatUnit {
  /// The polymerisations by which the unit can be made, in the order of their declaration. Empty for a molecule whose
  /// backbone is of no class.
  public func polymerisations() throws(ChemistryError) -> [Polymerisation] {
    try unsafe molecule.withHandle { handle throws(ChemistryError) in
      try unsafe Chemistry.polymerisations(of: handle, smiles: molecule.smiles)
    }
  }

  /// The unit of this one and another in turn, joined at the ends of their canonical forms.
  public func alternating(with other: RepeatUnit) throws(ChemistryError) -> RepeatUnit {
    try RepeatUnit(smiles: Molecule.joined(molecule.smiles, other.molecule.smiles))
  }
}

/// The polymerisations by which a unit can be made; empty for a molecule that is no repeat unit.
func polymerisations(of unit: OpaquePointer, smiles: String) throws(ChemistryError) -> [Polymerisation] {
  let bits = try unsafe callRDKit(
    failure: { .failed(operation: "classification of the backbone", smiles: smiles, reason: $0) }
  ) { error in
    let bits = unsafe crdkit_molecule_polymerisations(unit, error)
    return bits < 0 ? nil : bits
  }
  return Polymerisation.allCases.filter { bits & (1 << Int32($0.handle.rawValue)) != 0 }
}

extension Molecule {
  /// The repeat units that the molecule gives as a monomer, in the order of their SMILES.
  ///
  /// A hydroxy or amino acid condenses with itself; for condensations of two monomers see ``condensed(with:)``.
  public func repeatUnits(by polymerisation: Polymerisation) throws(ChemistryError) -> [RepeatUnit] {
    try units(by: polymerisation.handle).distinctUnits
  }

  /// The repeat units of the molecule as a monomer of two acid groups, condensed with diols or diamines.
  ///
  /// - Parameter partners: The diols and diamines; those with other numbers of groups give nothing.
  public func condensed(with partners: [Molecule]) throws(ChemistryError) -> [RepeatUnit] {
    let acids = try units(by: CRDKIT_DIACID)
    guard !acids.isEmpty else { return [] }
    var texts: [String] = []
    for partner in partners {
      for other in try partner.units(by: CRDKIT_DIOL) {
        for own in acids { texts.append(try Self.joined(own, other)) }
      }
    }
    return texts.distinctUnits
  }

  private func units(by polymerisation: crdkit_polymerisation) throws(ChemistryError) -> [String] {
    let lines = try unsafe callRDKit(
      failure: { .failed(operation: "polymerisation", smiles: smiles, reason: $0) }
    ) { error in
      unsafe takeString(crdkit_monomer_units(smiles, polymerisation, error))
    }
    return lines.split(separator: "\n").map(String.init)
  }

  /// The unit of two halves in turn, which are not repeat units by themselves and keep the ends that they were given.
  fileprivate static func joined(_ first: String, _ second: String) throws(ChemistryError) -> String {
    try unsafe callRDKit(
      failure: { .failed(operation: "joining of the halves of a repeat unit", smiles: first, reason: $0) }
    ) { error in
      unsafe takeString(crdkit_joined_units(first, second, error))
    }
  }
}

extension [String] {
  /// The repeat units among SMILES, each once, in the order of their canonical SMILES.
  fileprivate var distinctUnits: [RepeatUnit] {
    Set(compactMap { try? RepeatUnit(smiles: $0) }).sorted { $0.molecule.smiles < $1.molecule.smiles }
  }
}
