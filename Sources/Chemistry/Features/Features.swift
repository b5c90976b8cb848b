/// The model's input for a molecule: the numbers that a ``Representation`` gives.
public enum Features: Sendable, Hashable {
  /// Counts or bits at a fixed number of positions.
  case counts(CountFingerprint)
  /// Counts of any number of identifiers.
  case exactCounts(ExactCounts)
  /// Real numbers, all finite, in the order of the representation's names.
  case reals([Double])
}
