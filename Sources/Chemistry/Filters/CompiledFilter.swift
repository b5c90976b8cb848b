import CRDKit

/// A ``MoleculeFilter`` with its patterns compiled, for many molecules from any thread.
///
/// A molecule is rejected by the first limit that it does not meet, in this order of increasing cost:
///
/// 1. components, isotope labels, elements, and the quantities that a ``Molecule`` holds: below a microsecond;
/// 2. radicals, ring sizes if the largest ring is too large, known molecules;
/// 3. other ring sizes, and the quantities of RDKit's graph in the order of ``FilterQuantity``: microseconds each;
/// 4. polymerisations, scaffolds, required and forbidden substructures: some microseconds each;
/// 5. synthetic accessibility: some ten microseconds;
/// 6. catalogues: hundreds of substructures, and up to a millisecond each.
public struct CompiledFilter: Sendable {
  /// The original filter.
  public let filter: MoleculeFilter
  private let allowedElements: Set<String>?
  private let ringSizes: Set<Int>?
  private let composed: [(limit: FilterLimit, quantity: FilterQuantity, row: FilterQuantity.Row)]
  private let measured: [(limit: FilterLimit, quantity: FilterQuantity, row: FilterQuantity.Row)]
  private let required: [SubstructurePattern]
  private let forbidden: [SubstructurePattern]
  private let scaffolds: [Scaffold]
  private let accessibility: SyntheticAccessibility?
  private let needsGraph: Bool

  /// - Throws: ``ChemistryError/invalidSMARTS(smarts:reason:)`` for the first invalid pattern, and
  ///   ``ChemistryError/missingData(path:reason:)`` if synthetic accessibility is limited and its file is missing.
  public init(_ filter: MoleculeFilter) throws(ChemistryError) {
    self.filter = filter
    allowedElements = filter.allowedElements.map { Set($0) }
    ringSizes = filter.ringSizes.map { Set($0) }
    var limits = filter.limits
    if limits[.charge] == nil, !filter.allowCharged { limits[.charge] = FilterLimit(least: 0, most: 0) }
    let bounded = FilterQuantity.allCases.compactMap { quantity in
      limits[quantity].map { (limit: $0, quantity: quantity, row: quantity.row) }
    }
    composed = bounded.filter { if case .composition = $0.row.source { true } else { false } }
    measured = bounded.filter { if case .graph = $0.row.source { true } else { false } }
    var required: [SubstructurePattern] = []
    for smarts in filter.required { required.append(try SubstructurePattern(smarts: smarts)) }
    var forbidden: [SubstructurePattern] = []
    for smarts in filter.forbidden { forbidden.append(try SubstructurePattern(smarts: smarts)) }
    var scaffolds: [Scaffold] = []
    for text in filter.scaffolds { scaffolds.append(try Scaffold(text)) }
    (self.required, self.forbidden, self.scaffolds) = (required, forbidden, scaffolds)
    accessibility = limits[.syntheticAccessibility] == nil ? nil : try .shared()
    needsGraph =
      !(measured.isEmpty && required.isEmpty && forbidden.isEmpty && scaffolds.isEmpty && filter.catalogues.isEmpty)
      || accessibility != nil || filter.polymerisations != nil || filter.minimumRingSize != nil || ringSizes != nil
  }

  /// Why a molecule is rejected, or nil if it is allowed.
  public func rejection(of molecule: Molecule) throws(ChemistryError) -> Rejection? {
    if let rejection = rejectionByComposition(of: molecule) { return rejection }
    if let composition = molecule.composition, let rejection = filter.compositions?.rejection(of: composition) {
      return rejection
    }
    if let known = filter.known, known.contains(molecule) {
      return Rejection(kind: .known, reason: "known already")
    }
    guard needsGraph else { return nil }
    return try unsafe molecule.withHandle { handle throws(ChemistryError) in
      try unsafe rejectionByGraph(of: handle, molecule)
    }
  }

  /// Why each molecule is rejected, nil for those allowed, in their order, computed on all cores.
  public func rejections(of molecules: [Molecule]) throws(ChemistryError) -> [Rejection?] {
    try concurrentMap(molecules.count) { index in
      Result { () throws(ChemistryError) in try rejection(of: molecules[index]) }
    }.values()
  }

  /// The allowed molecules, in their order, computed on all cores.
  public func allowed(_ molecules: [Molecule]) throws(ChemistryError) -> [Molecule] {
    zip(molecules, try rejections(of: molecules)).filter { $0.1 == nil }.map(\.0)
  }

  private func rejectionByComposition(of molecule: Molecule) -> Rejection? {
    if molecule.componentCount != 1 {
      return Rejection(kind: .components, reason: "\(molecule.componentCount) components that no bond connects")
    }
    if molecule.isotopeLabelCount > 0 {
      return Rejection(
        kind: .isotope,
        reason: "isotope label on \(molecule.isotopeLabelCount) \(molecule.isotopeLabelCount == 1 ? "atom" : "atoms")")
    }
    if let allowedElements, let element = molecule.elements.first(where: { !allowedElements.contains($0) }) {
      return Rejection(kind: .element, reason: "contains \(element)")
    }
    for (limit, quantity, row) in composed {
      guard case .composition(let value) = row.source else { continue }
      let number = value(molecule)
      if quantity == .charge, filter.limits[.charge] == nil, number != 0 {
        return Rejection(kind: .charge, reason: "charge \(number > 0 ? "+" : "−")\(Int(number.magnitude))")
      }
      if let excess = limit.excess(number, of: row) { return Rejection(kind: quantity.kind, reason: excess) }
    }
    if molecule.radicalElectronCount > 0, !filter.allowRadicals {
      let count = molecule.radicalElectronCount
      return Rejection(kind: .radical, reason: "\(count) unpaired electron\(count == 1 ? "" : "s")")
    }
    if let limit = filter.maximumRingSize, molecule.largestRingSize > limit {
      return Rejection(kind: .ringSize, reason: "ring of \(molecule.largestRingSize) atoms")
    }
    return nil
  }

  private func rejectionByGraph(
    of handle: OpaquePointer, _ molecule: Molecule
  ) throws(ChemistryError) -> Rejection? {
    let smiles = molecule.smiles
    if molecule.ringCount > 0, ringSizes != nil || filter.minimumRingSize != nil,
      let size = try unsafe sizesOfRings(of: handle, smiles: smiles).first(where: { !isAllowedRing($0) })
    {
      return Rejection(kind: .ringSize, reason: "ring of \(size) atoms")
    }
    for (limit, quantity, row) in measured {
      guard case .graph(let source) = row.source else { continue }
      if let excess = limit.excess(try unsafe value(source, of: handle, smiles: smiles), of: row) {
        return Rejection(kind: quantity.kind, reason: excess)
      }
    }
    if let wanted = filter.polymerisations,
      try unsafe !polymerisations(of: handle, smiles: smiles).contains(where: wanted.contains)
    {
      return Rejection(
        kind: .polymerisation, reason: "made by no \(wanted.map(\.rawValue).joined(separator: " or "))")
    }
    if !scaffolds.isEmpty {
      var isKept = false
      for scaffold in scaffolds where !isKept { isKept = try unsafe scaffold.matches(handle, smiles: smiles) }
      if !isKept {
        return Rejection(
          kind: .scaffold,
          reason: scaffolds.count == 1
            ? "does not keep the scaffold \(scaffolds[0].text)" : "keeps none of the \(scaffolds.count) scaffolds")
      }
    }
    for pattern in required where try unsafe !pattern.matches(handle, smiles: smiles) {
      return Rejection(kind: .required, reason: "lacks required \(pattern.smarts)")
    }
    for pattern in forbidden where try unsafe pattern.matches(handle, smiles: smiles) {
      return Rejection(kind: .forbidden, reason: "matches forbidden \(pattern.smarts)")
    }
    if let accessibility, let limit = filter.limits[.syntheticAccessibility],
      let excess = limit.excess(
        try unsafe accessibility.score(of: handle, smiles: smiles), of: FilterQuantity.syntheticAccessibility.row)
    {
      return Rejection(kind: .syntheticAccessibility, reason: excess)
    }
    for catalogue in filter.catalogues {
      if let entry = try unsafe catalogue.firstMatch(in: handle, smiles: smiles) {
        return Rejection(kind: .catalogue, reason: "\(catalogue.rawValue): \(entry)")
      }
    }
    return nil
  }

  private func isAllowedRing(_ size: Int) -> Bool {
    size >= filter.minimumRingSize ?? 0 && ringSizes?.contains(size) ?? true
  }
}
