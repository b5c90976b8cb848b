import CRDKit
import Foundation

/// A ``MoleculeFilter`` with its patterns compiled, for many molecules from any thread.
public struct CompiledFilter: Sendable {
  /// The filter that was compiled.
  public let filter: MoleculeFilter
  private let allowedElements: Set<String>?
  private let required: [(smarts: String, pattern: SubstructurePattern)]
  private let forbidden: [(smarts: String, pattern: SubstructurePattern)]

  /// - Throws: ``ChemistryError/invalidSMARTS(smarts:reason:)`` for the first pattern that is none.
  public init(_ filter: MoleculeFilter) throws(ChemistryError) {
    self.filter = filter
    allowedElements = filter.allowedElements.map { Set($0) }
    required = try compiledPatterns(filter.required)
    forbidden = try compiledPatterns(filter.forbidden)
  }

  /// Why a molecule is refused, or nil if it may pass. The cheap limits are tried first.
  public func rejection(of molecule: Molecule) throws(ChemistryError) -> Rejection? {
    if let rejection = rejectionByComposition(of: molecule) { return rejection }
    guard !(required.isEmpty && forbidden.isEmpty && filter.catalogues.isEmpty) else { return nil }
    return try unsafe molecule.withHandle { handle throws(ChemistryError) in
      try unsafe rejectionBySubstructure(of: handle, smiles: molecule.smiles)
    }
  }

  /// Why each molecule is refused, nil for those that may pass, in their order, found on all cores.
  public func rejections(of molecules: [Molecule]) throws(ChemistryError) -> [Rejection?] {
    try concurrentMap(molecules.count) { index in
      Result { () throws(ChemistryError) in try rejection(of: molecules[index]) }
    }.values()
  }

  /// The molecules that may pass, in their order, found on all cores.
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
    if let range = filter.heavyAtoms,
      let excess = excess(molecule.heavyAtomCount, range, unit: "heavy atoms", less: "fewer", { String($0) })
    {
      return Rejection(kind: .heavyAtoms, reason: excess)
    }
    if let range = filter.molecularWeight,
      let excess = excess(molecule.molecularWeight, range, unit: "g/mol", less: "less", { String(format: "%.1f", $0) })
    {
      return Rejection(kind: .molecularWeight, reason: excess)
    }
    if molecule.charge != 0, !filter.allowCharged {
      return Rejection(kind: .charge, reason: "charge \(molecule.charge > 0 ? "+" : "−")\(molecule.charge.magnitude)")
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

  private func rejectionBySubstructure(
    of handle: OpaquePointer, smiles: String
  ) throws(ChemistryError) -> Rejection? {
    for (smarts, pattern) in required where try unsafe !pattern.matches(handle) {
      return Rejection(kind: .required, reason: "lacks required \(smarts)")
    }
    for (smarts, pattern) in forbidden where try unsafe pattern.matches(handle) {
      return Rejection(kind: .forbidden, reason: "matches forbidden \(smarts)")
    }
    for catalogue in filter.catalogues {
      var name: UnsafeMutablePointer<CChar>?
      let matched = try unsafe callRDKit(
        failure: { .failed(operation: "\(catalogue.rawValue) filter", smiles: smiles, reason: $0) },
        { error in
          let answer = unsafe crdkit_catalogue_first_match(catalogue.handle, handle, &name, error)
          return answer < 0 ? nil : answer == 1
        })
      if matched {
        let entry = unsafe takeString(name) ?? ""
        return Rejection(kind: .catalogue, reason: "\(catalogue.rawValue): \(entry)")
      }
    }
    return nil
  }
}

extension MoleculeFilter.Catalogue {
  fileprivate var handle: crdkit_catalogue {
    switch self {
    case .pains: CRDKIT_PAINS
    case .brenk: CRDKIT_BRENK
    }
  }
}

private func compiledPatterns(
  _ patterns: [String]
) throws(ChemistryError) -> [(smarts: String, pattern: SubstructurePattern)] {
  var compiled: [(smarts: String, pattern: SubstructurePattern)] = []
  for smarts in patterns { compiled.append((smarts, try SubstructurePattern(smarts: smarts))) }
  return compiled
}

/// "31 heavy atoms, more than 22", or nil within the range.
private func excess<Number: Comparable>(
  _ value: Number, _ range: ClosedRange<Number>, unit: String, less: String, _ text: (Number) -> String
) -> String? {
  if value > range.upperBound { return "\(text(value)) \(unit), more than \(text(range.upperBound))" }
  if value < range.lowerBound { return "\(text(value)) \(unit), \(less) than \(text(range.lowerBound))" }
  return nil
}
