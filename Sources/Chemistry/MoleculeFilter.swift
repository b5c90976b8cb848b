/// What a molecule must be to be considered. A limit that is nil, false or empty as said below is not applied.
///
/// Molecules of several components and molecules with isotope labels are always refused: no calculator here treats them.
public struct MoleculeFilter: Sendable, Hashable, Codable {
  /// Substructures that RDKit keeps lists of.
  public enum Catalogue: String, Sendable, Hashable, Codable, CaseIterable {
    /// Pan-assay interference compounds (doi:10.1021/jm901137j).
    case pains = "PAINS"
    /// Unwanted functional groups of Brenk and others (doi:10.1002/cmdc.200700139).
    case brenk = "BRENK"
  }

  /// Symbols of the elements that may occur, H included; nil allows all.
  public var allowedElements: [String]?
  /// Number of atoms other than hydrogen.
  public var heavyAtoms: ClosedRange<Int>?
  /// Molecular weight in g/mol.
  public var molecularWeight: ClosedRange<Double>?
  /// Whether the sum of the formal charges may differ from 0.
  public var allowCharged: Bool
  /// Whether there may be unpaired electrons.
  public var allowRadicals: Bool
  /// Atoms in the largest ring of the smallest set of smallest rings.
  public var maximumRingSize: Int?
  /// SMARTS patterns that must all occur.
  public var required: [String]
  /// SMARTS patterns of which none may occur.
  public var forbidden: [String]
  /// Catalogues of which no entry may match.
  public var catalogues: [Catalogue]

  /// A filter that refuses charged species and radicals, unless told otherwise.
  public init(
    allowedElements: [String]? = nil, heavyAtoms: ClosedRange<Int>? = nil,
    molecularWeight: ClosedRange<Double>? = nil, allowCharged: Bool = false, allowRadicals: Bool = false,
    maximumRingSize: Int? = nil, required: [String] = [], forbidden: [String] = [], catalogues: [Catalogue] = []
  ) {
    self.allowedElements = allowedElements
    self.heavyAtoms = heavyAtoms
    self.molecularWeight = molecularWeight
    self.allowCharged = allowCharged
    self.allowRadicals = allowRadicals
    self.maximumRingSize = maximumRingSize
    self.required = required
    self.forbidden = forbidden
    self.catalogues = catalogues
  }
}

extension MoleculeFilter {
  /// Checks the filter itself.
  ///
  /// - Throws: ``ChemistryError`` naming a pattern that is no SMARTS, a symbol that is no element, or a limit that no
  ///   molecule meets.
  public func validated() throws(ChemistryError) {
    _ = try compiled()
    if let allowedElements {
      if allowedElements.isEmpty { throw .invalidFilter(reason: "its list of allowed elements is empty") }
      for symbol in allowedElements where !isElement(symbol) {
        throw .invalidFilter(reason: "'\(symbol)', among its allowed elements, is not the symbol of an element")
      }
    }
    if let heavyAtoms, heavyAtoms.upperBound < 1 {
      throw .invalidFilter(reason: "no molecule has \(heavyAtoms.upperBound) heavy atoms")
    }
    if let molecularWeight, !(molecularWeight.upperBound > 0) {
      throw .invalidFilter(reason: "no molecule weighs \(molecularWeight.upperBound) g/mol")
    }
    if let maximumRingSize, maximumRingSize < 3 {
      throw .invalidFilter(reason: "its maximum ring size is \(maximumRingSize), but the smallest ring has 3 atoms")
    }
  }

  /// Why a molecule is refused, or nil if it may pass. For many molecules, ``compiled()`` once and ask that.
  public func rejection(of molecule: Molecule) throws(ChemistryError) -> Rejection? {
    try compiled().rejection(of: molecule)
  }

  /// The filter with its patterns compiled.
  public func compiled() throws(ChemistryError) -> CompiledFilter {
    try CompiledFilter(self)
  }
}

private func isElement(_ symbol: String) -> Bool {
  guard symbol.utf8.count <= 2, symbol.utf8.allSatisfy({ $0 > 64 }) else { return false }
  return (try? Molecule(smiles: "[\(symbol)]"))?.elements == [symbol]
}
