import Acquisition
import Numerics
import Testing

@Suite("The growth of a front by several molecules")
struct FrontGrowthTests {
  /// Maxima, with a front above the origin.
  private func front(_ points: [[Double]], dimensions: Int) -> GoalFront {
    GoalFront(
      ["a", "b", "c", "d"].prefix(dimensions).map { Target(property: $0, goal: .maximize) },
      reference: [Double](repeating: 0, count: dimensions), values: points)
  }

  @Test(
    "It is the volume of the front with them minus that without them",
    arguments: [(2, 0), (2, 1), (2, 30), (3, 0), (3, 12), (4, 0), (4, 8)])
  func difference(dimensions: Int, count: Int) {
    let known = randomFront(dimensions: dimensions, count: count)
    let front = front(known.points, dimensions: dimensions)
    var stream = RandomStream(seed: 3)
    var (grown, still) = (0, 0)
    for draw in 0..<200 {
      // From points that are dominated or below the reference point to points that dominate the whole front.
      let centre = 1.2 * Double(draw) / 200
      let points = (0..<(draw % 9)).map { _ in (0..<dimensions).map { _ in centre + 0.4 * stream.normal() } }
      let growth = front.growth(by: points)
      let volume = ParetoFront(known.points + points, above: known.reference).hypervolume
      #expect(abs(growth - (volume - known.hypervolume)) < 1e-12 * max(1, volume) && growth >= 0)
      if growth > 0 { grown += 1 } else { still += 1 }
    }
    #expect(grown > 50 && still > 10)
  }

  @Test("What is dominated, equal, or no better than the reference point adds nothing")
  func nothing() {
    let front = front([[3, 1], [2, 2], [1, 3]], dimensions: 2)
    #expect(front.growth(by: []) == 0)
    #expect(front.growth(by: [[2, 2], [1, 1], [3, 0.5], [9, 0], [-1, 9]]) == 0)
    // A square, and twice the same one.
    #expect(front.growth(by: [[3, 2]]) == 1 && front.growth(by: [[3, 2], [3, 2], [3, 1.5]]) == 1)
    // Two squares side by side, and two molecules of which one hides the other.
    #expect(front.growth(by: [[3, 2], [4, 1]]) == 2 && front.growth(by: [[3, 2], [4, 2]]) == 3)
  }

  @Test("Minima grow downwards")
  func minima() {
    let targets = [Target(property: "a", goal: .minimize), Target(property: "b", goal: .maximize)]
    let front = GoalFront(targets, reference: [10, 1], values: [[8, 3]])
    #expect(front.growth(by: [[7, 3]]) == 2 && front.growth(by: [[9, 3]]) == 0 && front.growth(by: [[9, 4]]) == 1)
  }
}
