extension Representation {
  /// The case of ``Features`` that a representation gives.
  public enum Kind: Sendable, Hashable {
    /// Counts or bits at a fixed number of positions.
    case counts
    /// Counts of any number of identifiers.
    case exactCounts
    /// Real numbers.
    case reals
  }

  /// The case of ``Features`` that it gives.
  public var kind: Kind {
    switch parts.first {
    case .physicalDescriptors: return .reals
    case .elements(let features): return features.givesCounts ? .counts : .reals
    default: break
    }
    return parts.allSatisfy(\.givesCounts) ? .counts : .exactCounts
  }

  /// Whether it is computed from a material's formula, and so of compositions too.
  public var describesCompositions: Bool { parts.allSatisfy(\.needsFormulaAlone) }
}
