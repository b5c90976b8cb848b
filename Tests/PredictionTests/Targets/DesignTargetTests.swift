import Acquisition
import Files
import Prediction
import Testing

@Suite struct DesignTargetTests {
  @Test(arguments: [
    ("gap=1..3", "gap", Goal.window(lower: 1, upper: 3)), ("E=..200", "E", .window(lower: -.infinity, upper: 200)),
    ("E=-1.5e2..", "E", .window(lower: -150, upper: .infinity)),
    ("gap = 2 ~ 0.3", "gap", .near(value: 2, deviation: 0.3)),
    ("gap=max", "gap", .maximize), ("gap=minimize", "gap", .minimize),
    ("gap/homo=..-0.1", "gap/homo", .window(lower: -.infinity, upper: -0.1)),
  ])
  func goalsAreRead(text: String, name: String, goal: Goal) throws {
    let target = try DesignTarget(text)
    #expect(target.objective == Objective(property: name, goal: goal))
    #expect(target.ramp == 0...1)
  }

  @Test func aTitleOfTheTableIsAColumnWhateverIsInIt() throws {
    let target = try DesignTarget("HOMO-LUMO gap (eV)=1..3", titles: ["smiles", "HOMO-LUMO gap (eV)"])
    #expect(target.expression.isProperty && target.objective.property == "HOMO-LUMO gap (eV)")
    #expect(try !DesignTarget("HOMO-LUMO=1..3", titles: ["HOMO", "LUMO"]).expression.isProperty)
  }

  @Test func theRampStandsBehindAnAt() throws {
    #expect(try DesignTarget("gap=1..3@0.25..1").ramp == 0.25...1)
  }

  @Test(arguments: [
    "gap", "=1..3", "gap=", "gap=1", "gap=..", "gap=1..x", "gap=3..1", "gap=1..1", "1=0..2", "gap=0...5", "gap=2~0",
    "gap=1..3@",
    "gap=1..3@0.5",
    "gap=1..3@0.5..0.5", "gap=1..3@-1..1", "ga p=1..2", "gap=inf..",
  ])
  func otherTextsAreRefused(text: String) {
    let error = #expect(throws: CampaignError.self) { try DesignTarget(text) }
    #expect(error?.kind == .input)
    #expect(error?.description.contains(text) == true)
  }
}
