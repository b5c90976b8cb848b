/// The conditions for a molecule to be allowed. A limit that is nil or missing is not applied.
///
/// Molecules of several components and molecules with isotope labels are always rejected: no calculator here treats
/// them.
///
/// ```swift
/// var filter = MoleculeFilter(allowedElements: ["H", "C", "N", "O"], heavyAtoms: 6...22)
/// filter.limits[.logP] = FilterLimit(most: 5)
/// filter.scaffolds = ["*c1c[nH]c2ccccc12"]
/// try filter.compiled().rejections(of: molecules)
/// ```
public struct MoleculeFilter: Sendable, Hashable, Codable {
  /// Symbols of the elements that may occur, H included; nil allows all.
  public var allowedElements: [String]?
  /// The bounds of quantities.
  public var limits: [FilterQuantity: FilterLimit]
  /// Whether the sum of the formal charges may differ from 0; a limit of ``FilterQuantity/charge`` overrides this.
  public var allowCharged: Bool
  /// Whether there may be unpaired electrons.
  public var allowRadicals: Bool
  /// The least number of atoms in a ring of the smallest set of smallest rings.
  public var minimumRingSize: Int?
  /// The greatest number of atoms in a ring of this set.
  public var maximumRingSize: Int?
  /// The numbers of atoms that rings may have; nil allows all, an empty list allows no rings.
  public var ringSizes: [Int]?
  /// SMARTS patterns that must all match.
  public var required: [String]
  /// SMARTS patterns that must not match.
  public var forbidden: [String]
  /// Scaffolds, of which one must be present, see `Scaffold`; empty for no condition.
  public var scaffolds: [String]
  /// Polymerisations, of which at least one must give the repeat unit; nil for no condition. Molecules that are no repeat
  /// units are given by none.
  public var polymerisations: [Polymerisation]?
  /// Catalogues, of which no entry may match.
  public var catalogues: [Catalogue]
  /// Known molecules, which are rejected.
  public var known: KnownMolecules?
  /// The least Tanimoto distance between any two selected molecules, from 0 to 1. It concerns pairs, so the filter does
  /// not apply it; use the method `diverse` of an array.
  public var minimumDistance: Double?

  /// The conditions for compositions; nil for none.
  public var compositions: CompositionFilter?

  /// Creates a filter. By default it rejects charged species and radicals.
  public init(
    allowedElements: [String]? = nil, heavyAtoms: ClosedRange<Int>? = nil,
    molecularWeight: ClosedRange<Double>? = nil, allowCharged: Bool = false, allowRadicals: Bool = false,
    minimumRingSize: Int? = nil, maximumRingSize: Int? = nil, ringSizes: [Int]? = nil, required: [String] = [],
    forbidden: [String] = [], scaffolds: [String] = [], catalogues: [Catalogue] = [], known: KnownMolecules? = nil,
    minimumDistance: Double? = nil, polymerisations: [Polymerisation]? = nil,
    limits: [FilterQuantity: FilterLimit] = [:]
  ) {
    self.allowedElements = allowedElements
    self.limits = limits
    if let heavyAtoms {
      self.limits[.heavyAtoms] = FilterLimit(Double(heavyAtoms.lowerBound)...Double(heavyAtoms.upperBound))
    }
    if let molecularWeight { self.limits[.molecularWeight] = FilterLimit(molecularWeight) }
    self.allowCharged = allowCharged
    self.allowRadicals = allowRadicals
    self.minimumRingSize = minimumRingSize
    self.maximumRingSize = maximumRingSize
    self.ringSizes = ringSizes
    self.required = required
    self.forbidden = forbidden
    self.scaffolds = scaffolds
    self.polymerisations = polymerisations
    self.catalogues = catalogues
    self.known = known
    self.minimumDistance = minimumDistance
  }
}

extension MoleculeFilter {
  /// Why a molecule is rejected, or nil if it is allowed. For many molecules, call ``compiled()`` once and use the
  /// result.
  public func rejection(of molecule: Molecule) throws(ChemistryError) -> Rejection? {
    try compiled().rejection(of: molecule)
  }

  /// The filter with its patterns compiled.
  public func compiled() throws(ChemistryError) -> CompiledFilter {
    try CompiledFilter(self)
  }
}
