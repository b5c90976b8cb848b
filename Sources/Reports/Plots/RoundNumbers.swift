import Foundation

/// Three to eight round numbers within a range, for the ticks of an axis: multiples of 1, 2 or 5 times a power of ten.
package func roundNumbers(from least: Double, to most: Double) -> [Double] {
  let range = most - least
  guard range > 0, range.isFinite else { return [least] }
  let power = pow(10, (log10(range / 3)).rounded(.down))
  let step = power * ([5, 2, 1].first { $0 * power <= range / 3 } ?? 1)
  let (first, last) = ((least / step).rounded(.up), (most / step).rounded(.down))
  // If numbers are large compared with their range, the steps vanish in rounding.
  guard first.isFinite, last.isFinite, last >= first, last - first < 10 else { return [least, most] }
  return stride(from: first, through: last, by: 1).map { $0 * step + 0 }
}
