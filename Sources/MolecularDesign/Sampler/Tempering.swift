/// The powers of the targets' likelihoods as the inverse temperature β rises from 0 to 1.
///
/// At β the log-likelihood is Σ_k w_k(β) log L_k, where w_k rises linearly from 0 to 1 over the target's ramp. A target
/// with the ramp 0…0.5 comes first, one with 0.5…1 last. At β = 1 all have full weight, whatever the ramps. Beyond it
/// all are raised to the power β, which sharpens the posterior.
public struct Tempering: Sendable, Hashable, Codable {
  /// The ramp of each target, in their order; 0…1 for targets without one.
  public var ramps: [ClosedRange<Double>]

  /// Creates a tempering; by default all ramps are 0…1. Ramps must be within 0…1 and have a positive length.
  public init(ramps: [ClosedRange<Double>] = []) { self.ramps = ramps }

  /// The weight of a target at an inverse temperature: from 0 to 1, and β beyond β = 1.
  public func weight(of target: Int, at temperature: Double) -> Double {
    guard target < ramps.count, temperature < 1 else { return temperature }
    let ramp = ramps[target]
    return min(max((temperature - ramp.lowerBound) / (ramp.upperBound - ramp.lowerBound), 0), 1)
  }

  /// The log-likelihood of an evaluation at an inverse temperature: 0 at β = 0, unless there is no likelihood at all.
  public func logLikelihood(_ evaluation: Evaluation, at temperature: Double) -> Double {
    guard evaluation.logLikelihood > -.infinity else { return -.infinity }
    guard !ramps.isEmpty, !evaluation.terms.isEmpty else { return temperature * evaluation.logLikelihood }
    return evaluation.terms.enumerated().reduce(0) { $0 + weight(of: $1.offset, at: temperature) * $1.element }
  }

  /// Throws ``DesignError/invalidSetting(name:value:allowed:)`` for a ramp that is not within 0…1 or has no length.
  public func validate() throws(DesignError) {
    for ramp in ramps where ramp.lowerBound < 0 || ramp.upperBound > 1 || ramp.lowerBound == ramp.upperBound {
      throw .invalidSetting(
        name: "schedule", value: "\(ramp.lowerBound)..\(ramp.upperBound)",
        allowed: "from a number to a greater one within 0..1")
    }
  }
}
