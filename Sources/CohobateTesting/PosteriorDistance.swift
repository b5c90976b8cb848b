import Foundation
public import MolecularDesign
import Numerics

extension EnumeratedPosterior {
  /// The total variation distance, half the sum of the absolute differences between the frequencies of a weighted
  /// sample and the probabilities: 0 if they are equal, 1 if they are disjoint.
  public func totalVariation(of sample: [Particle], logWeights: [Double]) -> Double {
    let total = logSumExp(logWeights)
    var frequencies: [[TokenID]: Double] = [:]
    for (particle, logWeight) in zip(sample, logWeights) {
      frequencies[particle.string.tokens, default: 0] += exp(logWeight - total)
    }
    var sum = 0.0
    for (particle, probability) in zip(particles, probabilities) {
      sum += abs((frequencies.removeValue(forKey: particle.string.tokens) ?? 0) - probability)
    }
    return 0.5 * (sum + frequencies.values.reduce(0, +))
  }

  /// The expected value of ``totalVariation(of:logWeights:)`` for a number of independent draws, by the normal
  /// approximation.
  public func expectedVariation(draws: Int) -> Double {
    probabilities.reduce(0) { $0 + ($1 * (1 - $1) / Double(draws) * 2 / .pi).squareRoot() } / 2
  }
}
