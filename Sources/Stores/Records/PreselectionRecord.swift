/// How far a large pool was examined in an iteration.
public struct PreselectionRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The number of molecules that the preselection ranked: all that might have been chosen.
  public var rankedCount: Int
  /// The number of those that the surrogate examined.
  public var examinedCount: Int

  /// A preselection of an iteration.
  public init(iteration: Int, rankedCount: Int, examinedCount: Int) {
    self.iteration = iteration
    self.rankedCount = rankedCount
    self.examinedCount = examinedCount
  }

  package static let tableName = "preselection"
}
