import Acquisition
import CampaignFile
import CampaignTesting
import Testing

@Suite("The objectives of a campaign file")
struct ObjectivesSectionTests {
  private func objectives(_ text: String) throws(SpecificationError) -> [Target] {
    try Specification(file: "small.yaml", text: SmallCampaign.text(objectives: text)).objectives
  }

  @Test("A property, an expression, and every goal")
  func read() throws {
    let read = try objectives(
      """
      [{property: gap, window: [null, 2]}, {property: HOMO-LUMO gap (eV), goal: minimize},
        {expression: (gap + dipole) / 2, near: 1.5, tolerance: 0.25}, {expression: gap*dipole, window: [1, 2]},
        {expression: dipole, goal: maximize}]
      """)
    #expect(
      read.map(\.name) == ["gap", "HOMO-LUMO gap (eV)", "(gap + dipole) / 2", "gap * dipole", "dipole"])
    #expect(
      read.map(\.goal) == [
        .window(lower: -.infinity, upper: 2), .minimize, .near(value: 1.5, deviation: 0.25),
        .window(lower: 1, upper: 2),
        .maximize,
      ])
    #expect(read.map(\.expression.isProperty) == [true, true, false, false, true])
    #expect(read.properties == ["gap", "HOMO-LUMO gap (eV)", "dipole"])
    #expect(read.allSatisfy { $0.ramp == 0...1 })
  }

  @Test(
    "What is wrong is named with its line and what to do",
    arguments: [
      (
        "{window: [1, 2]}",
        "The key 'objectives[1].property' is missing: such as 'property: gap', or 'expression: (homo + lumo) / 2'."
      ),
      (
        "{property: gap, expression: 2*gap, goal: maximize}",
        "'objectives[1].expression' and 'property' exclude each other; keep one."
      ),
      (
        "{expression: 2 + 3, goal: maximize}",
        "'objectives[1].expression' is '2 + 3', which names no property; write one such as (homo + lumo) / 2."
      ),
      (
        "{expression: gap +, goal: maximize}",
        "The expression 'gap +' cannot be read: it ends where a value should follow."
      ),
      ("{expression: sin(gap), goal: maximize}", "there is no function 'sin'"),
      (
        "{property: gap, near: 1.5}",
        "The key 'objectives[1].tolerance' is missing: how far a hit may be from 'near', as in"
      ),
      ("{property: gap, tolerance: 0.2}", "'objectives[1].tolerance' needs 'near', the value that is wanted."),
      ("{property: gap, near: 1.5, tolerance: 0}", "'objectives[1].tolerance' is 0.0; it must be above zero."),
      ("{property: gap, near: about 2, tolerance: 1}", "'objectives[1].near' must be a number."),
      (
        "{property: gap, near: 1, tolerance: 1, window: [1, 2]}",
        "'objectives[1].near' and 'window' exclude each other; keep one."
      ),
      (
        "{property: gap, goal: maximize, near: 1, tolerance: 1}",
        "'objectives[1].goal' and 'near' exclude each other; keep one."
      ),
      (
        "{property: gap, goal: maximize, window: [1, 2]}",
        "'objectives[1].goal' and 'window' exclude each other; keep one."
      ),
      (
        "{property: gap, window: [1, 2], reference: 1}",
        "'objectives[1].reference' is for 'goal: maximize' and 'goal: minimize'; a window or a value to be near needs none."
      ),
      ("{property: gap, goal: maximize, reference: low}", "'objectives[1].reference' must be a number."),
      (
        "{property: gap}", "The key 'objectives[1].window' is missing: such as 'window: [1.0, 1.6]', or 'near: 1.5' and"
      ),
      (
        "{property: gap, goal: maximise}",
        "'objectives[1].goal' is 'maximise'; it must be maximize or minimize. Did you mean 'maximize'?"
      ),
      (
        "{property: gap, goal: maximize}, {expression: gap, near: 1, tolerance: 1}",
        "'objectives[2].expression' is 'gap', which has another objective; keep one."
      ),
      (
        "{expression: gap/dipole, goal: maximize}, {expression: (gap) / dipole, near: 1, tolerance: 1}",
        "'objectives[2].expression' is '(gap) / dipole', which has another objective; keep one."
      ),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: SpecificationError.self) { try objectives("[\(text)]") }
    #expect(error?.line == 3)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("A property of an expression that the calculator does not give is named")
  func absent() throws {
    let text = SmallCampaign.text(objectives: "[{expression: gap / charm, goal: maximize}]")
    let campaign = try SmallCampaign(text)
    let error = #expect(throws: SpecificationError.self) { try CampaignFile(path: campaign.paths.file).calculator() }
    #expect(
      error?.message
        == "'objectives[1].expression' needs 'charm', which 'table' does not give; it gives gap, dipole.")
  }

  @Test("Another spelling of an expression is no other setting")
  func spelling() throws {
    let settings = try ["(gap+dipole)/2", "((gap) + dipole) / 2"].map {
      let text = SmallCampaign.text(objectives: "[{expression: \($0), goal: maximize}]")
      return try Specification(file: "small.yaml", text: text).settings(in: "small.yaml")
    }
    #expect(settings[0] == settings[1])
    #expect(settings[0]["objectives.(gap + dipole) / 2"] == "(gap + dipole) / 2 as high as possible")
  }

  @Test("The stored settings have an expression by its text, and those of other objectives are as they were")
  func settings() throws {
    let text = SmallCampaign.text(
      objectives: "[{property: gap, window: [6, 7]}, {expression: gap - dipole, near: 3, tolerance: 0.5}]")
    let settings = try Specification(file: "small.yaml", text: text).settings(in: "small.yaml")
    #expect(settings["objectives.gap"] == "gap from 6.0 to 7.0")
    #expect(settings["objectives.gap - dipole"] == "gap - dipole about 3.0 ± 0.5")
    #expect(settings.keys.filter { $0.hasPrefix("objectives") }.count == 2)
  }

  @Test("A maximum or a minimum may state the worst value of interest, which is a setting like others")
  func reference() throws {
    let read = try objectives("[{property: gap, goal: minimize, reference: 5}, {property: dipole, goal: maximize}]")
    #expect(read.map(\.reference) == [5, nil])
    let text = SmallCampaign.text(objectives: "[{property: gap, goal: minimize, reference: 5}]")
    let settings = try Specification(file: "a.yaml", text: text).settings(in: "a.yaml")
    #expect(settings["objectives.gap"] == "gap as low as possible, below 5.0")
  }
}
