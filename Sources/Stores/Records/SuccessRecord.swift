/// What the probability that a calculation succeeds was learnt from in an iteration.
public struct SuccessRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The number of calculations that had succeeded.
  public var successCount: Int
  /// The number of calculations that had failed for a reason of the molecule.
  public var failureCount: Int
  /// The probability that is expected of a molecule unlike all of these, from 0 to 1; where an element or a descriptor explains
  /// the outcomes, that of a molecule without the element or with an average descriptor; without an output scale that of
  /// every molecule.
  public var baseRate: Double
  /// The standard deviation of the classifier's latent process, averaged over the molecules; `nil` if there were too few
  /// failures for a classifier.
  public var outputScale: Double?
  /// The logarithm of the probability that the classifier gave these outcomes; `nil` if there was none.
  public var logMarginalLikelihood: Double?
  /// What explains the outcomes best, such as `element S`; `nil` if there was no classifier, and before schema 10.
  public var explanation: String?

  /// What a classifier learnt from, or why there is none.
  public init(
    iteration: Int, successCount: Int, failureCount: Int, baseRate: Double, outputScale: Double? = nil,
    logMarginalLikelihood: Double? = nil, explanation: String? = nil
  ) {
    self.iteration = iteration
    self.successCount = successCount
    self.failureCount = failureCount
    self.baseRate = baseRate
    self.outputScale = outputScale
    self.logMarginalLikelihood = logMarginalLikelihood
    self.explanation = explanation
  }

  package static let tableName = "success"
}
