import Acquisition
import Testing

@Suite("What is wanted, in words")
struct ObjectiveTextTests {
  @Test(
    "Every goal",
    arguments: [
      (Goal.window(lower: 1, upper: 1.6), "gap from 1.0 to 1.6 eV"),
      (.window(lower: -.infinity, upper: 1.6), "gap at most 1.6 eV"),
      (.window(lower: 1, upper: .infinity), "gap at least 1.0 eV"), (.maximize, "gap as high as possible"),
      (.minimize, "gap as low as possible"),
    ])
  func goals(goal: Goal, text: String) {
    #expect(Objective(property: "gap", goal: goal).text(unit: "eV") == text)
  }

  @Test("A property without a unit has none in its words", arguments: [nil, ""])
  func noUnit(unit: String?) {
    #expect(
      Objective(property: "index", goal: .window(lower: 1, upper: .infinity)).text(unit: unit) == "index at least 1.0")
  }

  @Test("The finite ends of windows are its bounds")
  func bounds() {
    let objectives = [
      Objective(property: "gap", goal: .window(lower: 1, upper: 1.6)),
      Objective(property: "dipole", goal: .window(lower: 5, upper: .infinity)),
      Objective(property: "homo", goal: .maximize),
    ]
    #expect(objectives.bounds == ["gap": [1, 1.6], "dipole": [5], "homo": []])
  }
}
