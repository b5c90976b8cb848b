import Foundation
public import MolecularDesign
public import Numerics

/// A posterior over strings, p(s) · L(s), normalised, that is enumerated explicitly.
public struct EnumeratedPosterior: Sendable {
  /// The strings of positive probability, with their evaluations.
  public let particles: [Particle]
  /// The probability of each.
  public let probabilities: [Double]
  /// log Σ p(s) L(s) / Σ p(s), the sums over all allowed strings (those for which `evaluate` gives a molecule).
  public let logEvidence: Double

  /// Enumerates the posterior of a model over some strings; `evaluate` returns nil for a string that is not an allowed
  /// molecule.
  public init(model: LanguageModel, strings: [ExtendedSMILES], evaluate: (ExtendedSMILES) -> Evaluation?) {
    var particles: [Particle] = []
    var logPriors: [Double] = []
    for string in strings {
      guard let evaluation = evaluate(string), let encoded = model.vocabulary.encode(string),
        let scored = model.scored(encoded)
      else { continue }
      logPriors.append(scored.logProbability)
      particles.append(Particle(string: scored, evaluation: evaluation))
    }
    let logJoint = zip(particles, logPriors).map { $0.evaluation.logLikelihood + $1 }
    let total = logSumExp(logJoint)
    self.particles = particles
    probabilities = logJoint.map { exp($0 - total) }
    logEvidence = total - logSumExp(logPriors)
  }

  /// Independent draws, `count` of them.
  public func draws(_ count: Int, stream: inout RandomStream) -> [Particle] {
    let logProbabilities = probabilities.map(log)
    return (0..<count).map { _ in particles[stream.categorical(logWeights: logProbabilities)] }
  }

  /// The violations, as sentences: strings whose weighted frequency differs from their probability by more than a
  /// number of standard errors of a number of independent draws, and strings that should have probability 0.
  public func violations(
    of sample: [Particle], logWeights: [Double], independentDraws: Double, standardErrors: Double, what: String
  ) -> [String] {
    let total = logSumExp(logWeights)
    var frequencies: [[TokenID]: Double] = [:]
    for (particle, logWeight) in zip(sample, logWeights) {
      frequencies[particle.string.tokens, default: 0] += exp(logWeight - total)
    }
    var violations: [String] = []
    for (particle, probability) in zip(particles, probabilities) {
      let frequency = frequencies.removeValue(forKey: particle.string.tokens) ?? 0
      let error = (probability * (1 - probability) / independentDraws).squareRoot()
      if abs(frequency - probability) > standardErrors * error + 2 / independentDraws {
        violations.append("\(what): string \(particle.string.tokens) has frequency \(frequency), not \(probability).")
      }
    }
    if !frequencies.isEmpty {
      violations.append("\(what): \(frequencies.count) strings of no posterior probability were reached.")
    }
    return violations
  }
}

/// The violations of a sampler's requirements, as sentences; empty if it conforms.
///
/// - Its proposals leave the posterior invariant: independent exact draws from it still have its frequencies after some
///   steps at β = 1 (within five standard errors).
/// - It reaches the posterior: from exact draws of the prior, restricted to allowed molecules, its frequencies and
///   evidence agree with the enumeration. Particles that share ancestors count for less than independent ones:
///   `independentShare` is the fraction.
public func samplerViolations(
  of sampler: SequentialMonteCarlo, posterior: EnumeratedPosterior, priorDraws: [Particle], steps: Int,
  independentShare: Double, stream: inout RandomStream, evaluate: ([StringWithOrigin]) throws -> [Evaluation]
) throws -> [String] {
  let particles = priorDraws.count
  let exact = posterior.draws(particles, stream: &stream)
  var state = SamplerState(
    temperature: 1, particles: exact, logWeights: exact.map { _ in 0 }, logEvidence: 0)
  for _ in 0..<3 { state = try sampler.step(state, stream: &stream, evaluate: evaluate).state }
  var violations = posterior.violations(
    of: state.particles, logWeights: state.logWeights, independentDraws: Double(particles), standardErrors: 5,
    what: "moves at β = 1")
  var run = sampler.start(priorDraws)
  for _ in 0..<steps { run = try sampler.step(run, stream: &stream, evaluate: evaluate).state }
  if run.temperature < 1 { violations.append("After \(steps) steps the temperature is \(run.temperature), not 1.") }
  let independent = Double(particles) * independentShare
  violations += posterior.violations(
    of: run.particles, logWeights: run.logWeights, independentDraws: independent, standardErrors: 5,
    what: "the run from the prior")
  let tolerance = 5 / independent.squareRoot()
  if abs(run.logEvidence - posterior.logEvidence) > tolerance {
    violations.append("The log-evidence is \(run.logEvidence), not \(posterior.logEvidence), within \(tolerance).")
  }
  return violations
}
