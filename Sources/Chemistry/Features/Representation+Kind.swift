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
    if parts == [.physicalDescriptors] { return .reals }
    return parts.allSatisfy(\.givesCounts) ? .counts : .exactCounts
  }
}
