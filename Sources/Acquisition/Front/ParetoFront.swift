/// The points that no other one dominates, above a reference point: what has been reached in several objectives.
///
/// All objectives are oriented so that greater is better. A point dominates another one if it is at least as great in
/// every coordinate and greater in one.
public struct ParetoFront: Sendable, Hashable {
  /// The worst value of interest of each objective. Nothing that is worse in any of them counts.
  public let reference: [Double]
  /// The non-dominated points in descending order, each once, including those that do not exceed the reference point.
  public let points: [[Double]]

  /// The front of some points.
  ///
  /// - Parameters:
  ///   - candidates: the points, each with a finite coordinate for each objective.
  ///   - reference: the reference point.
  public init(_ candidates: [[Double]], above reference: [Double]) {
    precondition(
      candidates.allSatisfy { $0.count == reference.count && $0.allSatisfy(\.isFinite) },
      "Each point must have a finite coordinate for each coordinate of the reference point.")
    self.reference = reference
    // In this order no point is dominated by a later one.
    var points: [[Double]] = []
    for point in candidates.sorted(by: { $1.lexicographicallyPrecedes($0) })
    where point != points.last && !points.contains(where: { dominates($0, point) }) {
      points.append(point)
    }
    self.points = points
  }

  /// Whether any point exceeds the reference point in every coordinate.
  public var exceedsReference: Bool {
    points.contains { point in zip(point, reference).allSatisfy { $0 > $1 } }
  }

  /// The exact volume of the region that the front dominates, above the reference point: the product of the objectives'
  /// units. It takes n log n operations for two objectives and about nᵈ⁻¹ for d.
  public var hypervolume: Double { dominatedVolume(points[...], above: reference) }
}

/// Whether a point is at least as great as another one in every coordinate, and greater in one.
func dominates(_ first: [Double], _ second: [Double]) -> Bool {
  first != second && zip(first, second).allSatisfy { $0 >= $1 }
}

/// The volume by slices along the last coordinate: between two neighbouring values of it, the points above form a slice
/// of constant cross-section, whose volume has one dimension less.
func dominatedVolume(_ points: ArraySlice<[Double]>, above reference: [Double]) -> Double {
  guard let floor = reference.last else { return 1 }
  let rest = Array(reference.dropLast())
  let sorted = points.filter { point in zip(point, reference).allSatisfy { $0 > $1 } }
    .sorted { $0[rest.count] > $1[rest.count] }
  guard rest.count > 0 else { return sorted.first.map { $0[0] - floor } ?? 0 }
  var volume = 0.0
  // The greatest first coordinate so far, which is the whole cross-section of two objectives.
  var reached = rest[0]
  for (index, point) in sorted.enumerated() {
    reached = max(reached, point[0])
    let height = point[rest.count] - (index + 1 < sorted.count ? sorted[index + 1][rest.count] : floor)
    guard height > 0 else { continue }
    volume +=
      height * (rest.count == 1 ? reached - rest[0] : dominatedVolume(sorted[...index], above: rest))
  }
  return volume
}
