/// A quantile of values in ascending order, of which there is at least one: by linear interpolation between the nearest
/// ranks.
///
/// - Parameter share: From 0, the least value, to 1, the greatest.
package func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
  let place = share * Double(values.count - 1)
  let below = Int(place)
  guard below + 1 < values.count else { return values[values.count - 1] }
  return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
}
