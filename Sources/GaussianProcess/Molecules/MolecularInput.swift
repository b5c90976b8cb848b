public import Chemistry

/// The model's input for a molecule: its features by several representations, in their order.
public struct MolecularInput: Sendable, Hashable {
  /// The features by each representation.
  public let features: [Features]

  /// The features by each representation.
  public init(features: [Features]) {
    self.features = features
  }

  /// The real numbers of a representation; empty if it gives counts.
  package func reals(_ index: Int) -> [Double] {
    guard case .reals(let values) = features[index] else { return [] }
    return values
  }

  /// The counts of a representation; empty if it gives something else.
  package func counts(_ index: Int) -> CountFingerprint {
    guard case .counts(let counts) = features[index] else { return CountFingerprint(counts: []) }
    return counts
  }

  /// The exact counts of a representation; empty if it gives something else.
  package func exactCounts(_ index: Int) -> ExactCounts {
    guard case .exactCounts(let counts) = features[index] else { return ExactCounts(identifiers: [], counts: []) }
    return counts
  }
}

extension [Molecule] {
  /// The model's input for each molecule, computed on all cores.
  public func inputs(_ representations: [Representation]) throws(ChemistryError) -> [MolecularInput] {
    try concurrentMap(count) { index in
      Result { () throws(ChemistryError) in MolecularInput(features: try representations.features(of: self[index])) }
    }.values()
  }
}
