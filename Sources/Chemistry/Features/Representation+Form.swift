extension Representation {
  /// What kind of numbers a representation gives.
  public enum Form: Sendable, Hashable {
    /// Counts or bits at a fixed number of positions.
    case counts
    /// Counts of any number of identifiers.
    case exactCounts
    /// Real numbers.
    case reals
  }

  /// What kind of numbers it gives, of every molecule the same.
  public var form: Form {
    if parts.allSatisfy(\.givesCounts) { return .counts }
    return parts.contains(.physicalDescriptors) ? .reals : .exactCounts
  }
}
