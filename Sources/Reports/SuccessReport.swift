import Stores

/// What the probability that a calculation succeeds was learnt from.
public struct SuccessReport: Encodable, Sendable {
  /// The number of calculations that had succeeded.
  public let successes: Int
  /// The number of calculations that had failed for a reason of the molecule.
  public let failures: Int
  /// The probability that is expected of a molecule unlike all of these; if nothing was learnt, that of every molecule.
  public let baseRate: Double
  /// The standard deviation of the classifier's latent process; nil if nothing was learnt, because there were too few
  /// failures.
  public let outputScale: Double?
  /// The logarithm of the probability that the classifier gave these outcomes; nil if nothing was learnt.
  public let logMarginalLikelihood: Double?
  /// What explains the outcomes best, such as `element S`; nil if nothing was learnt, and in iterations of earlier versions.
  public let explanation: String?

  /// Behind the number of failures: what explains them; empty if that is not known.
  package var clause: String { explanation.map { ", best explained by \($0)" } ?? "" }

  init(_ record: SuccessRecord) {
    successes = record.successCount
    failures = record.failureCount
    baseRate = record.baseRate
    outputScale = record.outputScale
    logMarginalLikelihood = record.logMarginalLikelihood
    explanation = record.explanation
  }
}
