import Acquisition
import Numerics

/// Points on the positive part of a sphere, of which none dominates another one; the reference point is its centre.
func randomFront(dimensions: Int, count: Int, seed: UInt64 = 1) -> ParetoFront {
  var stream = RandomStream(seed: seed)
  let points = (0..<count).map { _ in
    let point = (0..<dimensions).map { _ in abs(stream.normal()) }
    let length = point.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return point.map { $0 / length }
  }
  return ParetoFront(points, above: [Double](repeating: 0, count: dimensions))
}

extension ParetoFront {
  /// Whether a point exceeds the reference point and no point of the front is at least as great in every coordinate.
  func leavesFree(_ point: [Double]) -> Bool {
    zip(point, reference).allSatisfy { $0 > $1 }
      && !points.contains { zip($0, point).allSatisfy { $0 >= $1 } }
  }
}
