import Stores

/// A screen in short.
public struct ScreenReport: Encodable, Sendable {
  /// The calculator that screens now; nil if the campaign file names none any more.
  public let calculator: String?
  /// Molecules that it was run for, successfully or not.
  public let calculated: Int
  /// Those of them for which it failed.
  public let failed: Int
  /// Those of them whose outcome was found in the cache.
  public let reused: Int
  /// The time that its programs ran, in seconds, each on one core.
  public let programSeconds: Double
  /// What it did before each iteration.
  public let iterations: [IterationScreenReport]
}

/// What a screen did before an iteration.
public struct IterationScreenReport: Encodable, Sendable {
  /// The iteration.
  public let iteration: Int
  /// The calculator.
  public let calculator: String
  /// Molecules that it was run for, successfully or not.
  public let calculated: Int
  /// Those of them for which it failed.
  public let failed: Int
  /// Those of them whose outcome was found in the cache.
  public let reused: Int
  /// The time that its programs ran, in seconds, each on one core.
  public let programSeconds: Double
  /// Whether it was dropped, because it has not helped.
  public let isDropped: Bool
  /// The weight of the models with it, from 0 to 1, that was known then; nil before the first.
  public let weight: Double?
  /// Why its program could not be used, in a sentence; nil if it worked.
  public let programFailure: String?

  init(_ record: ScreenRecord, _ cost: ExtraCost) {
    iteration = record.iteration
    calculator = record.calculator
    calculated = cost.ended
    failed = cost.failed
    reused = cost.reused
    programSeconds = cost.programSeconds
    isDropped = record.isDropped
    weight = record.weight
    programFailure = record.programFailure
  }
}
