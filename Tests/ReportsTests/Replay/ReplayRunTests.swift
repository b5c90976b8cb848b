import Acquisition
import Reports
import Testing

@Suite("What one replayed campaign has found")
struct ReplayRunTests {
  private func run(_ gaps: [Double], hits: [Bool], _ goal: Goal) -> ReplayRun {
    ReplayRun(
      zip(gaps, hits).map { (values: ["gap": $0], isHit: $1) }, objectives: [Target(property: "gap", goal: goal)])
  }

  @Test("Hits are counted, and the best value so far is kept")
  func counts() {
    let most = run([2, 5, 3, 7], hits: [false, true, false, true], .maximize)
    #expect(most.hits == [0, 1, 1, 2])
    #expect(most.best == ["gap": [2, 5, 5, 7]])
    #expect(run([4, 5, 3], hits: [false, false, true], .minimize).best == ["gap": [4, 4, 3]])
    #expect(run([4, 5, 3], hits: [false, false, true], .window(lower: 0, upper: 3)).best.isEmpty)
  }

  @Test("The best value is that of the molecules that meet the windows")
  func windows() {
    let found = [(9.0, 5.0), (1.0, 0.5), (4.0, 0.1), (8.0, 7.0)].map {
      (values: ["gap": $0, "dipole": $1], isHit: false)
    }
    let run = ReplayRun(
      found,
      objectives: [
        Target(property: "gap", goal: .maximize), Target(property: "dipole", goal: .window(lower: 0, upper: 1)),
      ])
    #expect(run.best == ["gap": [nil, 1, 4, 4]])
  }
}
