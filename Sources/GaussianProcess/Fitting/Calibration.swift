internal import Glibc

/// The factor by which the standard deviations of a process should be multiplied, from its leave-one-out errors.
///
/// A normal distribution has 68.27 % of its mass within one standard deviation. The errors of real properties have
/// heavier tails: a fit by likelihood is dominated by a few large errors, so that the deviations are too large for most
/// molecules. The factor is the 68.27 % quantile of |error| / deviation, shrunk towards 1 according to the number of
/// labels: the logarithm of a quantile of n normal errors has a variance of 0.93 / n, and that of the factor varies by
/// about 0.12 from property to property, so that with n labels the logarithm is multiplied by n / (n + 64).
///
/// - Parameter priorCount: the 64 labels; infinity leaves the deviations unchanged.
func calibration(_ predictions: [Prediction], of values: [Double], priorCount: Double) -> Double {
  guard priorCount < .infinity, values.count >= 10 else { return 1 }
  let errors = zip(predictions, values).map { abs($0.standardizedError(of: $1)) }.sorted()
  let share = 0.6827 * Double(errors.count) - 0.5
  let below = Int(share)
  let quantile = errors[below] + (share - Double(below)) * (errors[min(below + 1, errors.count - 1)] - errors[below])
  let count = Double(errors.count)
  return exp(count / (count + priorCount) * log(min(max(quantile, 0.25), 2)))
}
