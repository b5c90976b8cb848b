internal import Glibc

// The standard normal distribution in log space: accurate in every tail, and NaN only for NaN.
//
// In the tails all functions use Laplace's continued fraction of the Mills ratio, Φ(−x)/φ(x) = 1/(x + r) with r = 1/(x
// + 2/(x + 3/(x + …))), which has no cancellation.

private let halfLogTwoPi = 0.918_938_533_204_672_8
private let tailStart = 5.0

/// log φ(x), the logarithm of the standard normal density.
public func logNormalDensity(_ x: Double) -> Double { -0.5 * x * x - halfLogTwoPi }

/// log Φ(x), the logarithm of the standard normal distribution function.
public func logNormalDistribution(_ x: Double) -> Double {
  if x < -tailStart { return logNormalDensity(x) - log(millsRemainder(-x) - x) }
  if x < 0 { return log(0.5 * erfc(-x * 0.5.squareRoot())) }
  return log1p(-0.5 * erfc(x * 0.5.squareRoot()))
}

/// log[Φ(upper) − Φ(lower)], the logarithm of the probability that a standard normal number lies between two bounds.
///
/// The bounds may be infinite. An empty interval (lower ≥ upper) has −infinity. Narrow intervals are integrated by
/// Gauss–Legendre quadrature around their middle; wide ones are differences taken in the nearer tail.
public func logNormalInterval(_ lower: Double, _ upper: Double) -> Double {
  if lower.isNaN || upper.isNaN { return .nan }
  if lower >= upper { return -.infinity }
  if lower > 0 { return logNormalInterval(-upper, -lower) }
  let width = upper - lower
  let middle = lower + 0.5 * width
  if width.isFinite, 0.5 * width * max(1, abs(middle)) <= 1 {
    let half = 0.5 * width
    var mean = 0.0
    for (node, weight) in gaussLegendre {
      let (up, down) = (node * half, -node * half)
      mean += weight * (exp(-up * (middle + 0.5 * up)) + exp(-down * (middle + 0.5 * down)))
    }
    return logNormalDensity(middle) + log(width) + log(0.5 * mean)
  }
  if upper > 0 { return log1p(-0.5 * (erfc(-lower * 0.5.squareRoot()) + erfc(upper * 0.5.squareRoot()))) }
  let logUpper = logNormalDistribution(upper)
  return logUpper == -.infinity ? logUpper : logUpper + logOneMinusExp(logNormalDistribution(lower) - logUpper)
}

/// log[φ(z) + z Φ(z)]: the logarithm of the expected improvement of a normal prediction of standard deviation 1 whose
/// mean is z above the best value so far (arXiv 2310.20708).
public func logExpectedImprovementFactor(_ z: Double) -> Double {
  if z < -tailStart {
    // φ + zΦ = φ (1 − x/(x + r)) = φ r/(x + r) with x = −z.
    let remainder = millsRemainder(-z)
    return remainder == 0 ? -.infinity : logNormalDensity(z) + log(remainder) - log(remainder - z)
  }
  return log(exp(logNormalDensity(z)) + z * 0.5 * erfc(-z * 0.5.squareRoot()))
}

/// log Σ exp(term), without overflow; −infinity if there are no terms.
public func logSumExp(_ terms: [Double]) -> Double {
  guard let greatest = terms.max(), greatest.isFinite else { return terms.max() ?? -.infinity }
  return greatest + log(terms.reduce(0) { $0 + exp($1 - greatest) })
}

/// log(1 − exp(x)) for x ≤ 0, without cancellation at either end.
public func logOneMinusExp(_ x: Double) -> Double { x > -0.693 ? log(-expm1(x)) : log1p(-exp(x)) }

/// r in Φ(−x)/φ(x) = 1/(x + r), for x ≥ 5, where forty levels are exact to double precision.
private func millsRemainder(_ x: Double) -> Double {
  var denominator = x
  for level in stride(from: 40.0, through: 2.0, by: -1) { denominator = x + level / denominator }
  return 1 / denominator
}

/// The positive nodes of the ten-point Gauss–Legendre rule on (−1, 1), with their weights.
private let gaussLegendre: [(node: Double, weight: Double)] = [
  (0.148_874_338_981_631_2, 0.295_524_224_714_752_9), (0.433_395_394_129_247_2, 0.269_266_719_309_996_35),
  (0.679_409_568_299_024_4, 0.219_086_362_515_982_04), (0.865_063_366_688_984_5, 0.149_451_349_150_580_6),
  (0.973_906_528_517_171_7, 0.066_671_344_308_688_14),
]
