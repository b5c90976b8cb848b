import Glibc
import Numerics

/// 1 / Σ w² for weights w that sum to 1: the number of equally weighted particles with the same information. 0 if no
/// weight is left.
public func effectiveSampleSize(logWeights: [Double]) -> Double {
  let greatest = logWeights.max() ?? -.infinity
  guard greatest > -.infinity else { return 0 }
  var sum = 0.0
  var squares = 0.0
  for logWeight in logWeights {
    let weight = exp(logWeight - greatest)
    sum += weight
    squares += weight * weight
  }
  return sum * sum / squares
}

/// The ancestors that systematic resampling draws, one per weight, in ascending order: each appears n times its
/// normalised weight, rounded down or up.
///
/// - Parameters:
///   - logWeights: at least one must be greater than −infinity.
///   - offset: the one random number, in [0, 1).
public func systematicResample(logWeights: [Double], offset: Double) -> [Int] {
  let greatest = logWeights.max() ?? -.infinity
  precondition(greatest > -.infinity, "Resampling needs a particle with a weight.")
  let weights = logWeights.map { exp($0 - greatest) }
  let spacing = weights.reduce(0, +) / Double(weights.count)
  var ancestors: [Int] = []
  ancestors.reserveCapacity(weights.count)
  var sum = 0.0
  var last = 0
  for (index, weight) in weights.enumerated() where weight > 0 {
    sum += weight
    last = index
    while ancestors.count < weights.count, (Double(ancestors.count) + offset) * spacing < sum {
      ancestors.append(index)
    }
  }
  // Rounding may leave the last point at the very end of the sum.
  while ancestors.count < weights.count { ancestors.append(last) }
  return ancestors
}
