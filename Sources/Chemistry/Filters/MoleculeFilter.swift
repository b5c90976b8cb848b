/// What a molecule must be to be considered. A limit that is not given is not applied.
///
/// Molecules of several components and molecules with isotope labels are always refused: no calculator here treats them.
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
  /// Whether the sum of the formal charges may differ from 0; a limit of ``FilterQuantity/charge`` holds in its place.
  public var allowCharged: Bool
  /// Whether there may be unpaired electrons.
  public var allowRadicals: Bool
  /// Atoms in the smallest ring of the smallest set of smallest rings.
  public var minimumRingSize: Int?
  /// Atoms in the largest of these rings.
  public var maximumRingSize: Int?
  /// The numbers of atoms that rings may have; nil allows all, and none at all allows no ring.
  public var ringSizes: [Int]?
  /// SMARTS patterns that must all occur.
  public var required: [String]
  /// SMARTS patterns of which none may occur.
  public var forbidden: [String]
  /// Scaffolds of which one must be kept, see ``Scaffold``; empty for any structure.
  public var scaffolds: [String]
  /// Catalogues of which no entry may match.
  public var catalogues: [Catalogue]
  /// Molecules that are not wanted again.
  public var known: KnownMolecules?
  /// The least Tanimoto distance between any two that are kept, from 0 to 1. It is no property of a molecule: who keeps several
  /// asks the method `diverse` of their array.
  public var minimumDistance: Double?

  /// A filter that refuses charged species and radicals, unless told otherwise.
  public init(
    allowedElements: [String]? = nil, heavyAtoms: ClosedRange<Int>? = nil,
    molecularWeight: ClosedRange<Double>? = nil, allowCharged: Bool = false, allowRadicals: Bool = false,
    minimumRingSize: Int? = nil, maximumRingSize: Int? = nil, ringSizes: [Int]? = nil, required: [String] = [],
    forbidden: [String] = [], scaffolds: [String] = [], catalogues: [Catalogue] = [], known: KnownMolecules? = nil,
    minimumDistance: Double? = nil, limits: [FilterQuantity: FilterLimit] = [:]
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
    self.catalogues = catalogues
    self.known = known
    self.minimumDistance = minimumDistance
  }
}

extension MoleculeFilter {
  /// Why a molecule is refused, or nil if it may pass. For many molecules, ``compiled()`` once and ask that.
  public func rejection(of molecule: Molecule) throws(ChemistryError) -> Rejection? {
    try compiled().rejection(of: molecule)
  }

  /// The filter with its patterns compiled.
  public func compiled() throws(ChemistryError) -> CompiledFilter {
    try CompiledFilter(self)
  }
}
