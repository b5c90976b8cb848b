/// The exact volume that several points together add to what a front dominates.
///
/// It is the sum over the disjoint boxes of the free region: in each of them, the points that exceed its lower corner are
/// cut off at its upper corner and dominate a volume above the lower one. Most points reach into few boxes, so this is
/// faster than the volume of a new front minus that of the old one, and loses no digits.
struct FrontGrowth {
  private let reference: [Double]
  private let boxes: [FrontBox]

  /// - Parameters:
  ///   - reference: the reference point.
  ///   - boxes: the disjoint boxes of the region above it that the front leaves free.
  init(reference: [Double], boxes: [FrontBox]) { (self.reference, self.boxes) = (reference, boxes) }

  /// The volume that some points add; never negative.
  func volume(of points: [[Double]]) -> Double {
    let exceeding = points.filter { exceeds($0, reference) }
    guard !exceeding.isEmpty else { return 0 }
    // Points that others hide would be cut off again in every box.
    let leading = exceeding.count == 1 ? exceeding : ParetoFront(exceeding, above: reference).points
    var volume = 0.0
    var reaching: [[Double]] = []
    for box in boxes {
      reaching.removeAll(keepingCapacity: true)
      var isFilled = false
      for point in leading where exceeds(point, box.lower) {
        reaching.append(point)
        isFilled = reaches(point, box.upper)
        if isFilled { break }
      }
      if isFilled {
        volume += product(from: box.lower) { box.upper[$0] }
      } else if reaching.count == 1 {
        let point = reaching[0]
        volume += product(from: box.lower) { min(point[$0], box.upper[$0]) }
      } else if !reaching.isEmpty {
        for place in reaching.indices { cut(&reaching[place], at: box.upper) }
        volume += dominatedVolume(reaching[...], above: box.lower)
      }
    }
    return volume
  }

  private func exceeds(_ point: [Double], _ corner: [Double]) -> Bool {
    for place in corner.indices where point[place] <= corner[place] { return false }
    return true
  }

  /// Whether a point dominates a whole box with this upper corner; none dominates an infinite one.
  private func reaches(_ point: [Double], _ corner: [Double]) -> Bool {
    for place in corner.indices where point[place] < corner[place] { return false }
    return true
  }

  private func product(from lower: [Double], to upper: (Int) -> Double) -> Double {
    var product = 1.0
    for place in lower.indices { product *= upper(place) - lower[place] }
    return product
  }

  private func cut(_ point: inout [Double], at corner: [Double]) {
    for place in corner.indices { point[place] = min(point[place], corner[place]) }
  }
}

/// The volume that a point alone adds to what a front dominates, for very many points: the corners of all boxes are in one
/// list, and no point allocates memory.
struct PointGrowth {
  private let reference: [Double]
  /// The lower corner of each box and then its upper one.
  private let corners: [Double]

  /// - Parameters:
  ///   - reference: the reference point.
  ///   - boxes: the disjoint boxes of the region above it that the front leaves free.
  init(reference: [Double], boxes: [FrontBox]) {
    (self.reference, corners) = (reference, boxes.flatMap { $0.lower + $0.upper })
  }

  /// The volume that a point adds if it may exceed `least`, otherwise 0; never negative.
  func volume(of point: [Double], above least: Double) -> Double {
    let count = reference.count
    // All that it dominates, which is more than what it adds, is computed without the boxes.
    var dominated = 1.0
    for place in 0..<count {
      guard point[place] > reference[place] else { return 0 }
      dominated *= point[place] - reference[place]
    }
    guard dominated > least else { return 0 }
    var volume = 0.0
    for box in stride(from: 0, to: corners.count, by: 2 * count) {
      var product = 1.0
      for place in 0..<count {
        let side = min(point[place], corners[box + count + place]) - corners[box + place]
        product *= max(0, side)
        if product == 0 { break }
      }
      volume += product
    }
    return volume
  }
}
