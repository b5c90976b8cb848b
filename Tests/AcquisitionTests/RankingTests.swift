import Acquisition
import Testing

@Suite("How good calculated molecules are")
struct RankingTests {
  private let window = Target(property: "gap", goal: .window(lower: 1, upper: 2))
  private let halfLine = Target(property: "homo", goal: .window(lower: -.infinity, upper: -9))
  private let highest = Target(property: "dipole", goal: .maximize)
  private let lowest = Target(property: "energy", goal: .minimize)

  private func order(_ values: [[String: Double]], _ objectives: Target...) -> [Int] {
    Ranking(values, objectives: objectives).order
  }

  @Test("Inside a window all are equal and the earlier comes first; outside it the nearer is better")
  func windows() {
    #expect(order([["gap": 3], ["gap": 1.7], ["gap": 2.1], ["gap": 1], ["gap": 0.5]], window) == [1, 3, 2, 4, 0])
    #expect(order([["homo": -7], ["homo": -20], ["homo": -8], ["homo": -9]], halfLine) == [1, 3, 2, 0])
  }

  @Test("Equals share a place, which is the number of better molecules")
  func places() {
    let values = [["gap": 3], ["gap": 1.7], ["gap": 2.5], ["gap": 1], ["gap": 0.5]]
    #expect(Ranking(values, objectives: [window]).places == [4, 0, 2, 0, 2])
    #expect(Ranking([], objectives: [window]).places.isEmpty)
  }

  @Test("One goal is in the order of its values")
  func goal() {
    #expect(order([["dipole": 2], ["dipole": 3], ["dipole": -1], ["dipole": 30]], highest) == [3, 1, 0, 2])
    #expect(order([["energy": -2], ["energy": -3]], lowest) == [1, 0])
  }

  @Test("Thousands of values are ranked at once")
  func many() {
    let dipoles = (0..<5000).map { ($0 * 7) % 5000 }
    let ranking = Ranking(dipoles.map { ["dipole": Double($0)] }, objectives: [highest])
    let ranked = ranking.order.map { dipoles[$0] }
    #expect(ranked == Array((0..<5000).reversed()))
    let fronts = ranking.order.map { ranking.fronts[$0] }
    #expect(fronts == Array(0..<5000))
  }

  @Test("A hit comes before what is better in another objective, and misses a window")
  func hitsFirst() {
    #expect(order([["gap": 2.5, "dipole": 9], ["gap": 1.5, "dipole": 1]], window, highest) == [1, 0])
  }

  /// Energies in hartree differ by tens, dipoles in debye by ones: their sum would follow the energy alone.
  @Test("With two goals no unit counts for more: fronts first, and on one the balanced")
  func units() {
    let values = [
      ["energy": -56.5, "dipole": 1.0], ["energy": -30, "dipole": 12.5], ["energy": -29, "dipole": 1.5],
      ["energy": -44, "dipole": 8], ["energy": -10, "dipole": 0.5],
    ]
    let ranking = Ranking(values, objectives: [lowest, highest])
    #expect(ranking.fronts == [0, 0, 1, 0, 2])
    #expect(ranking.order == [3, 1, 0, 2, 4])
    let inElectronVolts = values.map { ["energy": 27.2114 * ($0["energy"] ?? 0), "dipole": $0["dipole"] ?? 0] }
    #expect(Ranking(inElectronVolts, objectives: [lowest, highest]).order == ranking.order)
  }

  @Test("What dominates comes before what it dominates, whatever the values", arguments: 0..<20)
  func fronts(seed: Int) {
    // Points on a lattice, so that many are equal.
    let points = (0..<60).map { [Double(($0 * 7 + seed * 3) % 11), Double(($0 * $0 + seed) % 13), Double($0 % 5)] }
    let values = points.map { ["energy": -$0[0], "dipole": $0[1], "homo": -8 - $0[2]] }
    let ranking = Ranking(
      values, objectives: [lowest, highest, Target(property: "homo", goal: .minimize)])
    for (index, point) in points.enumerated() {
      let dominating = points.indices.filter { points[$0] != point && zip(points[$0], point).allSatisfy { $0 >= $1 } }
      #expect(ranking.fronts[index] == (dominating.map { ranking.fronts[$0] }.max() ?? -1) + 1)
    }
    #expect(ranking.order.map { ranking.fronts[$0] } == ranking.fronts.sorted())
  }

  @Test("What lacks a value comes after what has all, and before what lacks more")
  func missing() {
    #expect(
      order(
        [[:], ["energy": -100], ["energy": -1, "dipole": 0], ["dipole": 1]], lowest, highest) == [2, 1, 3, 0])
    #expect(order([[:], ["gap": 1e9]], window) == [1, 0])
  }

  @Test("Expressions and values that are to be near one another are ranked by their distance, after the hits")
  func expressions() throws {
    let middle = try Target(PropertyExpression("(homo + lumo) / 2"), goal: .near(value: -5, deviation: 0.5))
    let values = [
      ["homo": -9, "lumo": -3.0], ["homo": -7, "lumo": -3.25], ["homo": -6], ["homo": -8, "lumo": -3.5],
      ["homo": -8, "lumo": -2.0],
    ]
    #expect(order(values, middle) == [4, 1, 3, 0, 2])
  }
}
