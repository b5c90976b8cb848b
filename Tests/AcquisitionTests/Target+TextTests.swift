import Acquisition
import Testing

@Suite("What is wanted, in words")
struct TargetTextTests {
  @Test(
    "Every goal",
    arguments: [
      (Goal.window(lower: 1, upper: 1.6), "gap from 1.0 to 1.6 eV"),
      (.window(lower: -.infinity, upper: 1.6), "gap at most 1.6 eV"),
      (.window(lower: 1, upper: .infinity), "gap at least 1.0 eV"), (.maximize, "gap as high as possible"),
      (.minimize, "gap as low as possible"), (.near(value: 1.3, deviation: 0.2), "gap about 1.3 ± 0.2 eV"),
    ])
  func goals(goal: Goal, text: String) {
    #expect(Target(property: "gap", goal: goal).text(unit: "eV") == text)
  }

  @Test("A property without a unit has none in its words", arguments: [nil, ""])
  func noUnit(unit: String?) {
    #expect(
      Target(property: "index", goal: .window(lower: 1, upper: .infinity)).text(unit: unit) == "index at least 1.0")
  }

  @Test("An expression is told as it is written")
  func expression() throws {
    let target = try Target(PropertyExpression("(homo+lumo) / 2"), goal: .near(value: -5, deviation: 0.5))
    #expect(target.text(unit: nil) == "(homo+lumo) / 2 about -5.0 ± 0.5")
    #expect([target].bounds == ["(homo+lumo) / 2": [-5.5, -4.5]])
  }

  @Test("The finite ends of what meets them are the bounds")
  func bounds() {
    let objectives = [
      Target(property: "gap", goal: .window(lower: 1, upper: 1.6)),
      Target(property: "dipole", goal: .window(lower: 5, upper: .infinity)),
      Target(property: "homo", goal: .maximize),
    ]
    #expect(objectives.bounds == ["gap": [1, 1.6], "dipole": [5], "homo": []])
  }

  @Test func theReferenceOfAGoalIsShown() throws {
    let gap = try PropertyExpression("gap")
    #expect(
      Target(gap, goal: .maximize, reference: 1.5).text(unit: "eV") == "gap as high as possible, above 1.5 eV")
    #expect(Target(gap, goal: .minimize, reference: -2).text(unit: nil) == "gap as low as possible, below -2.0")
    #expect(Target(gap, goal: .minimize).text(unit: "eV") == "gap as low as possible")
  }

  @Test func aReferenceWithoutEffectIsNotShown() throws {
    let gap = Target(try PropertyExpression("gap"), goal: .minimize, reference: 3)
    let dipole = Target(property: "dipole", goal: .maximize)
    let window = Target(property: "homo", goal: .window(lower: -6, upper: -5))
    let units = ["gap": "eV", "homo": "eV"]
    #expect([gap, window].texts(units: units) == ["gap as low as possible", "homo from -6.0 to -5.0 eV"])
    #expect(
      [gap, dipole].texts(units: units) == ["gap as low as possible, below 3.0 eV", "dipole as high as possible"])
  }
}
