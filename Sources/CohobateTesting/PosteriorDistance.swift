import Foundation
public import MolecularDesign
import Numerics

extension EnumeratedPosterior {
  /// Half the sum of the differences between the frequencies of a weighted sample and the probabilities: 0 for equal, 1 for
  /// disjoint ones.
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

  /// What ``totalVariation(of:logWeights:)`` is expected to be for a number of independent draws, by the normal approximation.
  public func expectedVariation(draws: Int) -> Double {
    probabilities.reduce(0) { $0 + ($1 * (1 - $1) / Double(draws) * 2 / .pi).squareRoot() } / 2
  }
}
