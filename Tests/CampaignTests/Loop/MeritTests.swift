import Acquisition
import Campaign
import Testing

@Suite("How good a calculated molecule is")
struct MeritTests {
  private let window = Objective(property: "gap", goal: .window(lower: 1, upper: 2))
  private let halfLine = Objective(property: "homo", goal: .window(lower: -.infinity, upper: -9))
  private let highest = Objective(property: "dipole", goal: .maximize)
  private let lowest = Objective(property: "energy", goal: .minimize)

  private func merit(_ values: [String: Double], _ objectives: Objective...) -> Merit {
    Merit(values: values, objectives: objectives)
  }

  @Test("Inside a window all are equal; outside it the nearer is better")
  func windows() {
    #expect(merit(["gap": 1], window) == merit(["gap": 1.7], window))
    #expect(merit(["gap": 2.1], window) < merit(["gap": 2], window))
    #expect(merit(["gap": 0.5], window) > merit(["gap": 3], window))
    #expect(merit(["homo": -8], halfLine) > merit(["homo": -7], halfLine))
    #expect(merit(["homo": -20], halfLine) == merit(["homo": -9], halfLine))
  }

  @Test("More objectives met count before any distance")
  func metFirst() {
    let one = merit(["gap": 1.5, "homo": 100], window, halfLine)
    let none = merit(["gap": 2.01, "homo": -8.99], window, halfLine)
    #expect(one.objectivesMet == 1)
    #expect(none.objectivesMet == 0)
    #expect(none < one)
  }

  @Test("Goals count by their value with its sign")
  func goals() {
    #expect(merit(["dipole": 3], highest) > merit(["dipole": 2], highest))
    #expect(merit(["energy": -3], lowest) > merit(["energy": -2], lowest))
    #expect(merit(["gap": 1.5, "dipole": 1], window, highest) > merit(["gap": 2.5, "dipole": 9], window, highest))
  }

  @Test("A value that is missing is worse than any that is there")
  func missing() {
    #expect(merit([:], window) < merit(["gap": 1e9], window))
    #expect(merit([:], highest) < merit(["dipole": -1e9], highest))
    #expect(merit([:], window) == merit([:], window))
  }

  @Test("A hit meets every window, ends included, and has every value")
  func hits() {
    #expect([window].areMet(by: ["gap": 1]))
    #expect([window].areMet(by: ["gap": 2]))
    #expect(![window].areMet(by: ["gap": 2.000001]))
    #expect(![window].areMet(by: [:]))
    #expect([window, halfLine].areMet(by: ["gap": 1.5, "homo": -9]))
    #expect(![window, halfLine].areMet(by: ["gap": 1.5, "homo": -8]))
    #expect([window, highest].areMet(by: ["gap": 1.5, "dipole": 0]))
    #expect(![window, highest].areMet(by: ["gap": 1.5]), "the value of the other objective is missing")
  }

  @Test("Where only extremes are sought nothing is ever a hit")
  func noHits() {
    #expect(![highest, lowest].areMet(by: ["dipole": 9, "energy": -9]))
    #expect(![Objective]().areMet(by: [:]))
  }
}
