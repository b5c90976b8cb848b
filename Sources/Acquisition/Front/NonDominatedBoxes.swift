/// A box with sides along the axes, open at its lower corner. The coordinates of the upper corner may be infinite.
public struct FrontBox: Sendable, Hashable {
  /// The lower corner.
  public let lower: [Double]
  /// The upper corner.
  public let upper: [Double]

  /// A box by its corners.
  public init(lower: [Double], upper: [Double]) { (self.lower, self.upper) = (lower, upper) }
}

extension ParetoFront {
  /// Disjoint boxes that together are the region above the reference point that no point of the front dominates.
  ///
  /// A front of n points has n + 1 boxes for two objectives, at most 2n + 1 for three, and a few n for four. Finding them
  /// takes milliseconds for some hundred points of two or three objectives and for some dozens of four, where the time
  /// grows with the square of their number: a second for some hundred.
  public var nonDominatedBoxes: [FrontBox] { boxes(notDominatedBy: points, above: reference) }
}

/// The boxes by a sweep down the last coordinate. Above a level of it, only the points above that level can dominate, so
/// the cross-section of the region is the region of those points in one dimension less. From a level to the next one, a
/// point joins them; most boxes of the cross-section stay, and one that is gone is closed: it was the cross-section of a
/// box from this level up to the level where it appeared.
private func boxes(notDominatedBy points: [[Double]], above reference: [Double]) -> [FrontBox] {
  let last = reference.count - 1
  let floor = reference[last]
  guard last > 0 else {
    return [FrontBox(lower: [points.reduce(floor) { max($0, $1[0]) }], upper: [.infinity])]
  }
  let rest = Array(reference[..<last])
  var closed: [FrontBox] = []
  var open = boxes(notDominatedBy: [], above: rest)
  var tops = [Double](repeating: .infinity, count: open.count)
  func close(_ box: FrontBox, from level: Double, to top: Double) {
    closed.append(FrontBox(lower: box.lower + [level], upper: box.upper + [top]))
  }
  var above: [[Double]] = []
  for point in points.sorted(by: { $0[last] > $1[last] }) {
    let level = point[last]
    guard level > floor else { break }
    let projection = Array(point[..<last])
    // A point that another one hides changes nothing, and the points that it hides itself count no longer.
    if above.contains(where: { $0 == projection || dominates($0, projection) }) { continue }
    above.removeAll { dominates(projection, $0) }
    above.append(projection)
    let next = boxes(notDominatedBy: above, above: rest)
    guard next != open else { continue }
    let staying = Set(next)
    for (box, top) in zip(open, tops) where top > level && !staying.contains(box) {
      close(box, from: level, to: top)
    }
    let known = Dictionary(uniqueKeysWithValues: zip(open, tops))
    (open, tops) = (next, next.map { known[$0] ?? level })
  }
  for (box, top) in zip(open, tops) { close(box, from: floor, to: top) }
  return closed
}
