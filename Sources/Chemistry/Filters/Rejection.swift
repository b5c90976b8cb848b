/// Why a filter rejected a molecule.
public struct Rejection: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The limit that was not met. Counts by reason are stored under the raw values, which therefore never change.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case components, isotope, element, heavyAtoms, molecularWeight, charge, radical, ringSize, required, forbidden
    case catalogue
    case rings, aromaticRings, fractionSP3, stereocentres, unspecifiedStereocentres, unspecifiedDoubleBonds
    case hydrogenBondDonors, hydrogenBondAcceptors, rotatableBonds, polarSurfaceArea, logP, syntheticAccessibility
    case known, scaffold, similar, polymerisation
    case numberOfElements, chargeNeutrality, electronegativity, requiredElement
  }

  /// The limit that was not met.
  public let kind: Kind
  /// The reason in words: "31 heavy atoms, more than 22".
  public let reason: String

  /// A rejection by a limit, with its reason.
  public init(kind: Kind, reason: String) {
    self.kind = kind
    self.reason = reason
  }

  /// The reason.
  public var description: String { reason }
}

extension Rejection.Kind {
  /// The name of the limit in a campaign file; a description in words for what is always rejected and has no key.
  public var key: String {
    switch self {
    case .components: "several components"
    case .isotope: "isotope labels"
    case .element: "elements"
    case .radical: "radicals"
    case .ringSize: "ring_sizes"
    case .required: "required"
    case .forbidden: "forbidden"
    case .catalogue: "alerts"
    case .known: "known"
    case .scaffold: "scaffold"
    case .similar: "minimum_distance"
    case .polymerisation: "polymerization"
    case .numberOfElements: "number_of_elements"
    case .chargeNeutrality: "charge_neutral"
    case .electronegativity: "electronegativity_ordered"
    case .requiredElement: "required_elements"
    case .heavyAtoms, .molecularWeight, .charge, .rings, .aromaticRings, .fractionSP3, .stereocentres,
      .unspecifiedStereocentres, .unspecifiedDoubleBonds, .hydrogenBondDonors, .hydrogenBondAcceptors, .rotatableBonds,
      .polarSurfaceArea, .logP,
      .syntheticAccessibility:
      FilterQuantity(rawValue: rawValue)?.row.key ?? rawValue
    }
  }
}
