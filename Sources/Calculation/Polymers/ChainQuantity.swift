/// What becomes of a property as a chain of repeat units grows.
public enum ChainQuantity: String, Sendable, Hashable, Codable, CaseIterable {
  /// It grows by the same amount with each unit: a polymer has a value per unit, as of the energy.
  case perUnit = "per unit"
  /// It approaches a limit: a polymer has a value of the endless chain, as of the gap.
  case limit

  /// What becomes of a property with a fixed name in every calculator; nil if an endless chain has no value of it, and for
  /// names that Cohobate does not know.
  ///
  /// A dipole moment depends on how the chain folds, and Fukui indices vanish as they spread over the chain.
  public init?(of property: Property) {
    switch property.name {
    case Property.energy.name, Property.polarizability.name, Property.heatOfFormation.name, Property.freeEnergy.name,
      Property.enthalpy.name, Property.zeroPointEnergy.name:
      self = .perUnit
    case Property.gap.name, Property.homo.name, Property.lumo.name, Property.ionisationPotential.name,
      Property.electronAffinity.name, Property.fundamentalGap.name, Property.electronegativity.name,
      Property.hardness.name, Property.electrophilicity.name, Property.oxidationPotential.name,
      Property.reductionPotential.name:
      self = .limit
    default: return nil
    }
  }
}
