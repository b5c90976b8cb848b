import Acquisition
import Testing

@Suite struct TargetReadingTests {
  @Test(arguments: [
    ("gap=1..3", "gap", Goal.window(lower: 1, upper: 3)), ("E=..200", "E", .window(lower: -.infinity, upper: 200)),
    ("E=-1.5e2..", "E", .window(lower: -150, upper: .infinity)),
    ("gap = 2 ~ 0.3", "gap", .near(value: 2, deviation: 0.3)),
    ("gap=max", "gap", .maximize), ("gap=minimize", "gap", .minimize),
    ("gap/homo=..-0.1", "gap/homo", .window(lower: -.infinity, upper: -0.1)),
  ])
  func goalsAreRead(text: String, name: String, goal: Goal) throws {
    let target = try Target(text)
    #expect(target.name == name && target.goal == goal)
    #expect(target.ramp == 0...1)
  }

  @Test func aTitleOfTheTableIsAColumnWhateverIsInIt() throws {
    let target = try Target("HOMO-LUMO gap (eV)=1..3", titles: ["smiles", "HOMO-LUMO gap (eV)"])
    #expect(target.expression.isProperty && target.name == "HOMO-LUMO gap (eV)")
    #expect(try !Target("HOMO-LUMO=1..3", titles: ["HOMO", "LUMO"]).expression.isProperty)
  }

  @Test func bracketsAroundAPropertyAreNoExpression() throws {
    let target = try Target("(gap)=1..3")
    #expect(target.name == "gap" && target.expression.isProperty)
    #expect(try Target("gap=1..3").identity == "gap=1.0..3.0@0.0..1.0")
    #expect(try Target("a-b=2~0.5@0..0.5").identity == "a - b=2.0~0.5@0.0..0.5")
    #expect(try Target("( a )-b=max").identity == Target("a - b=max").identity)
  }

  @Test func theReasonIsNamed() {
    let reversed = #expect(throws: AcquisitionError.self) { try Target("gap=3..1") }
    #expect(reversed?.description.contains("'3..1' is reversed: its lower bound 3.0 is above") == true)
    let other = #expect(throws: AcquisitionError.self) { try Target("gap=wide") }
    #expect(other?.description.contains("'wide' is neither a window nor another goal") == true)
    let width = #expect(throws: AcquisitionError.self) { try Target("gap=2~0") }
    #expect(width?.description.contains("cannot be used. The goal 2.0 ± 0.0 is invalid") == true)
  }

  @Test(arguments: [
    ["gap=1..2", "dipole=1..2", "gap=3..4"], ["gap=1..2", "gap=2..3"], ["gap=1..2", "gap=1..2"],
    ["gap=max", "gap=5~1"],
  ])
  func anExpressionHasOneTarget(texts: [String]) throws {
    let targets = try texts.map { try Target($0) }
    let error = #expect(throws: AcquisitionError.self) { try targets.requireDifferentExpressions() }
    #expect(error?.description == "'gap' has several targets; keep one.")
  }

  @Test func twoSpellingsAreOneExpressionAndOthersAreDifferent() throws {
    try [Target("gap=1..2"), Target("dipole=1..2"), Target("gap/dipole=1..2")].requireDifferentExpressions()
    #expect(throws: AcquisitionError.self) {
      try [Target("gap/homo=1..2"), Target("gap / homo=3..4")].requireDifferentExpressions()
    }
  }

  @Test func theRampStandsBehindAnAt() throws {
    #expect(try Target("gap=1..3@0.25..1").ramp == 0.25...1)
  }

  @Test(arguments: [
    "gap", "=1..3", "gap=", "gap=1", "gap=..", "gap=1..x", "gap=3..1", "gap=1..1", "1=0..2", "gap=0...5", "gap=2~0",
    "gap=1..3@",
    "gap=1..3@0.5",
    "gap=1..3@0.5..0.5", "gap=1..3@-1..1", "ga p=1..2", "gap=inf..",
    "gap=0x10~1", "gap=1~inf", "gap=nan~1",
  ])
  func otherTextsAreRefused(text: String) {
    let error = #expect(throws: AcquisitionError.self) { try Target(text) }
    #expect(error?.description.contains(text) == true)
  }

  @Test func aReferenceTellsTargetsApart() throws {
    let gap = try PropertyExpression("gap")
    #expect(Target(gap, goal: .maximize).identity == "gap=max@0.0..1.0")
    #expect(Target(gap, goal: .maximize, reference: 2).identity == "gap=max>2.0@0.0..1.0")
    #expect(Target(gap, goal: .minimize, reference: 2).identity == "gap=min<2.0@0.0..1.0")
  }
}
