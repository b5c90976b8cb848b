public import Foundation

/// One turn of the campaign's loop.
public struct IterationRecord: StoredRecord {
  /// Its number, from 0.
  public var number: Int
  /// How its batch was designed.
  public var policy: IterationPolicy
  /// The number of proposals that the designer made.
  public var proposalCount: Int
  /// The number of them that were not molecules.
  public var invalidCount: Int
  /// The number of times the designer widened the objectives' windows.
  public var widenings: Int
  /// The numbers of the calculations that were pending when the batch was designed; the outcomes of all other earlier
  /// ones were known.
  public var pending: [Int]
  /// When its batch was designed.
  public var designedAt: Date
  /// When its last calculation ended; `nil` while it runs.
  public var endedAt: Date?

  /// An iteration, still running unless `endedAt` is given.
  public init(
    number: Int, policy: IterationPolicy, proposalCount: Int, invalidCount: Int, widenings: Int = 0,
    pending: [Int] = [],
    designedAt: Date, endedAt: Date? = nil
  ) {
    self.number = number
    self.policy = policy
    self.proposalCount = proposalCount
    self.invalidCount = invalidCount
    self.widenings = widenings
    self.pending = pending
    self.designedAt = designedAt
    self.endedAt = endedAt
  }

  package static let tableName = "iteration"
}

/// How an iteration's batch was designed.
public enum IterationPolicy: String, Sendable, Hashable, Codable, CaseIterable {
  /// Before any result: nothing to fit yet.
  case initial
  /// By the surrogates and an acquisition function.
  case surrogate
  /// By chance, as a baseline.
  case random
  /// Values that a person gave for molecules that were never suggested.
  case told
  /// Values taken over from another campaign.
  case takenOver
}

/// One step of the sampler that designed an iteration's candidates.
public struct DesignStepRecord: StoredRecord {
  /// The iteration it belongs to.
  public var iteration: Int
  /// Its number within the iteration, from 0.
  public var number: Int
  /// The sampler's inverse temperature β at this step (no unit).
  public var temperature: Double
  /// The effective sample size of the weighted particles, from 0 to their number.
  public var effectiveSampleSize: Double
  /// The fraction of proposals accepted, from 0 to 1.
  public var acceptance: Double
  /// The number of distinct molecules among the particles after the step.
  public var distinctCount: Int

  /// A step of a sampler.
  public init(
    iteration: Int, number: Int, temperature: Double, effectiveSampleSize: Double, acceptance: Double,
    distinctCount: Int
  ) {
    self.iteration = iteration
    self.number = number
    self.temperature = temperature
    self.effectiveSampleSize = effectiveSampleSize
    self.acceptance = acceptance
    self.distinctCount = distinctCount
  }

  package static let tableName = "designStep"
}

/// The fit of one property's surrogate in an iteration.
public struct FitRecord: StoredRecord {
  /// The iteration that made the fit.
  public var iteration: Int
  /// The property.
  public var property: String
  /// The number of observations that it was fitted to.
  public var observationCount: Int
  /// The prior mean, in the property's unit.
  public var priorMean: Double
  /// The prior standard deviation of the latent function, in the property's unit.
  public var outputScale: Double
  /// The standard deviation of an observation's noise, in the property's unit.
  public var noise: Double
  /// The logarithm of the hyperparameters' posterior density, up to a constant.
  public var logPosterior: Double
  /// The root mean square error of leave-one-out predictions, in the property's unit; `nil` if none can be left out.
  public var leaveOneOutRMSE: Double?
  /// The mean logarithm of the leave-one-out predictive density per observation.
  public var leaveOneOutLogDensity: Double?
  /// The fraction of observations within one standard deviation of their leave-one-out prediction, from 0 to 1.
  public var leaveOneOutCoverage: Double?

  /// A fit of a property's surrogate.
  public init(
    iteration: Int, property: String, observationCount: Int, priorMean: Double, outputScale: Double, noise: Double,
    logPosterior: Double, leaveOneOutRMSE: Double? = nil, leaveOneOutLogDensity: Double? = nil,
    leaveOneOutCoverage: Double? = nil
  ) {
    self.iteration = iteration
    self.property = property
    self.observationCount = observationCount
    self.priorMean = priorMean
    self.outputScale = outputScale
    self.noise = noise
    self.logPosterior = logPosterior
    self.leaveOneOutRMSE = leaveOneOutRMSE
    self.leaveOneOutLogDensity = leaveOneOutLogDensity
    self.leaveOneOutCoverage = leaveOneOutCoverage
  }

  package static let tableName = "fit"
}

/// The number of proposals of an iteration that the filter rejected for one reason.
public struct RejectionRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The filter's reason.
  public var reason: String
  /// The number of proposals rejected.
  public var count: Int

  /// A reason and how often it applied in an iteration.
  public init(iteration: Int, reason: String, count: Int) {
    self.iteration = iteration
    self.reason = reason
    self.count = count
  }

  package static let tableName = "refusal"
}
