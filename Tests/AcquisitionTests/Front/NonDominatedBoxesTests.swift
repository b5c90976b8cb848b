import Acquisition
import Numerics
import Testing

@Suite("The boxes of the region that a front leaves free")
struct NonDominatedBoxesTests {
  private func boxes(of front: ParetoFront, holding point: [Double]) -> Int {
    front.nonDominatedBoxes.count { box in
      zip(point, zip(box.lower, box.upper)).allSatisfy { $1.0 < $0 && $0 <= $1.1 }
    }
  }

  @Test("Two objectives have a staircase")
  func staircase() {
    let infinity = Double.infinity
    #expect(
      Set(ParetoFront([[3, 1], [2, 2], [1, 3]], above: [0, 0]).nonDominatedBoxes) == [
        FrontBox(lower: [0, 3], upper: [infinity, infinity]), FrontBox(lower: [1, 2], upper: [infinity, 3]),
        FrontBox(lower: [2, 1], upper: [infinity, 2]), FrontBox(lower: [3, 0], upper: [infinity, 1]),
      ])
    #expect(
      ParetoFront([], above: [1, 2, 3]).nonDominatedBoxes
        == [FrontBox(lower: [1, 2, 3], upper: [infinity, infinity, infinity])])
    // Nothing that does not exceed the reference point counts.
    #expect(
      ParetoFront([[1, 5], [5, 1]], above: [2, 2]).nonDominatedBoxes
        == [FrontBox(lower: [2, 2], upper: [infinity, infinity])])
  }

  @Test("They are disjoint and cover the region", arguments: [(2, 30), (3, 25), (4, 15)])
  func disjointAndCovering(dimensions: Int, count: Int) {
    let front = randomFront(dimensions: dimensions, count: count)
    var stream = RandomStream(seed: 7)
    for _ in 0..<300 {
      let point = (0..<dimensions).map { _ in 1.4 * stream.uniform() - 0.1 }
      #expect(boxes(of: front, holding: point) == (front.leavesFree(point) ? 1 : 0))
    }
  }

  @Test("They are right where coordinates are equal", arguments: 2...4)
  func ties(dimensions: Int) {
    var stream = RandomStream(seed: 9)
    let points = (0..<30).map { _ in (0..<dimensions).map { _ in Double(stream.uniform(below: 5)) } }
    let front = ParetoFront(points, above: [Double](repeating: 1, count: dimensions))
    for _ in 0..<300 {
      // On a grid twice as fine, so that many points lie on the sides of boxes.
      let point = (0..<dimensions).map { _ in 0.5 * Double(stream.uniform(below: 12)) }
      #expect(boxes(of: front, holding: point) == (front.leavesFree(point) ? 1 : 0))
    }
  }

  @Test("They are as few as stated", arguments: [(2, 100), (3, 60)])
  func number(dimensions: Int, count: Int) {
    let front = randomFront(dimensions: dimensions, count: count)
    #expect(front.nonDominatedBoxes.count <= (dimensions - 1) * front.points.count + 1)
  }
}
