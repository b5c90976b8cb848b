import Acquisition
import Numerics
import Testing

@Suite("The front of points, and the volume that it dominates")
struct ParetoFrontTests {
  @Test("Dominated points and repeated ones are left out, ties are kept")
  func points() {
    let front = ParetoFront([[1, 3], [2, 2], [2, 2], [2, 1], [0, 3], [3, 0], [1, 1]], above: [0, 0])
    #expect(front.points == [[3, 0], [2, 2], [1, 3]])
    #expect(ParetoFront([], above: [0, 0]).points.isEmpty)
    // Equal in one coordinate: the better one in the other dominates.
    #expect(ParetoFront([[1, 1, 1], [1, 2, 1]], above: [0, 0, 0]).points == [[1, 2, 1]])
    #expect(
      ParetoFront([[1, 2], [2, 1]], above: [0, 0]) == ParetoFront([[2, 1], [1, 2], [0, 0]], above: [0, 0]))
  }

  @Test("Each point is on the front exactly if no other one dominates it", arguments: 2...4)
  func againstTheDefinition(dimensions: Int) {
    var stream = RandomStream(seed: 3)
    // Few different coordinates, so that there are ties and repetitions.
    let points = (0..<200).map { _ in (0..<dimensions).map { _ in Double(stream.uniform(below: 6)) } }
    let front = ParetoFront(points, above: [Double](repeating: 0, count: dimensions))
    let expected = points.filter { point in
      !points.contains { $0 != point && zip($0, point).allSatisfy { $0 >= $1 } }
    }
    #expect(Set(front.points) == Set(expected) && front.points.count == Set(expected).count)
  }

  private struct Known: Sendable {
    let points: [[Double]]
    let reference: [Double]
    let volume: Double
  }

  private static let known = [
    Known(points: [[3, 1], [2, 2], [1, 3]], reference: [0, 0], volume: 6),
    Known(points: [[3, 1], [2, 2], [1, 3]], reference: [1, 1], volume: 1),
    Known(points: [[5]], reference: [2], volume: 3),
    Known(points: [[1, 1, 1]], reference: [0, 0, 0], volume: 1),
    Known(points: [[2, 2, 1], [1, 2, 1], [1, 1, 2], [2, 1, 1]], reference: [0, 0, 0], volume: 5),
    Known(points: [[2, 1, 1], [1, 2, 1], [1, 1, 2]], reference: [0, 0, 0], volume: 4),
    Known(
      points: [[2, 1, 1, 1], [1, 2, 1, 1], [1, 1, 2, 1], [1, 1, 1, 2]], reference: [0, 0, 0, 0], volume: 5),
    // 16 + 12 − 8 by inclusion and exclusion.
    Known(points: [[2, 2, 2, 2], [3, 1, 2, 2]], reference: [0, 0, 0, 0], volume: 20),
    Known(points: [[1, -1], [-1, 1]], reference: [0, 0], volume: 0),
    Known(points: [], reference: [0, 0], volume: 0),
  ]

  @Test("Volumes that are known", arguments: known.indices)
  func volumes(index: Int) {
    let known = Self.known[index]
    #expect(abs(ParetoFront(known.points, above: known.reference).hypervolume - known.volume) < 1e-12)
  }

  @Test("The volume is that of Monte Carlo", arguments: [(2, 40), (3, 25), (4, 15)])
  func monteCarlo(dimensions: Int, count: Int) {
    let front = randomFront(dimensions: dimensions, count: count)
    var stream = RandomStream(seed: 5)
    let draws = 40_000
    let inside = (0..<draws).count { _ in !front.leavesFree((0..<dimensions).map { _ in stream.uniform() + 1e-12 }) }
    let share = Double(inside) / Double(draws)
    #expect(abs(front.hypervolume - share) < 5 * (share * (1 - share) / Double(draws)).squareRoot())
  }

  @Test("Whether anything exceeds the reference point")
  func reference() {
    #expect(ParetoFront([[1, 1]], above: [0, 0]).exceedsReference)
    #expect(!ParetoFront([[1, 0], [-1, 5]], above: [0, 0]).exceedsReference)
    #expect(!ParetoFront([], above: [0, 0]).exceedsReference)
  }
}
