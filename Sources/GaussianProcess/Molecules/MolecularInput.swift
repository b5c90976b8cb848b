public import Chemistry

/// The model's input for a molecule: its features by several representations, in their order, and its elements.
public struct MolecularInput: Sendable, Hashable {
  /// The features by each representation.
  public let features: [Features]
  /// The symbols of the elements; empty if they are not known. No kernel on the features sees them, but an element may be why
  /// a calculation fails.
  public let elements: [String]

  /// The features by each representation, and the symbols of the elements.
  public init(features: [Features], elements: [String] = []) {
    self.features = features
    self.elements = elements
  }

  /// Whether the features are the same: molecules that no kernel distinguishes are the same input.
  public static func == (first: Self, second: Self) -> Bool { first.features == second.features }

  /// Hashes the features.
  public func hash(into hasher: inout Hasher) { hasher.combine(features) }

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
      Result { () throws(ChemistryError) in
        MolecularInput(features: try representations.features(of: self[index]), elements: self[index].elements)
      }
    }.values()
  }
}
