import Acquisition
import Calculation
import CampaignFile
import Testing

/// Numbers and aliases in campaign files.
@Suite struct YAMLScalarsTests {
  private func file(_ window: String, _ calculations: String = "30", _ seed: String = "1") throws -> CampaignFile {
    try CampaignFile(
      path: "c.yaml",
      text: """
        name: c
        seed: \(seed)
        objectives: [{property: v, window: [\(window), 200]}]
        calculator: {program: by-hand, properties: {v: eV}}
        budget: {calculations: \(calculations), initial: 2, batch: 1}

        """)
  }

  @Test(arguments: [("010", 10.0), ("-0.5", -0.5), ("1e2", 100), ("+.5", 0.5), ("5.", 5), ("1.5E-1", 0.15)])
  func numbersAreDecimal(text: String, value: Double) throws {
    #expect(try file(text).specification.objectives[0].goal == .window(lower: value, upper: 200))
  }

  @Test func aWholeNumberIsReadByTheSameRule() throws {
    #expect(try file("1", "010").specification.budget.calculations == 10)
    #expect(try file("1", "30", "010").specification.seed == 10)
  }

  @Test(arguments: ["0x10", "0o17", "0b11", "1_000", "1:30"]) func otherNotationsAreRefused(text: String) {
    for make in [{ try file(text) }, { try file("1", text) }, { try file("1", "30", text) }]
      as [() throws -> CampaignFile]
    {
      let error = #expect(throws: SpecificationError.self) { try make() }
      #expect(
        error?.description.contains("is \(text); write numbers in decimal digits") == true,
        "\(error?.description ?? "")")
    }
  }

  @Test(arguments: ["\"10\"", "!foo 10", "ten", "1e", ".", "--1", "1.2.3"]) func textIsNoNumber(text: String) {
    #expect(throws: SpecificationError.self) { try file(text) }
  }

  @Test func settingsOfACalculatorAreReadByTheSameRule() throws {
    func file(_ value: String) throws -> CampaignFile {
      try CampaignFile(
        path: "c.yaml",
        text: """
          name: c
          seed: 1
          objectives: [{property: gap, goal: minimize}]
          calculator: {program: xtb, conformers: \(value)}
          budget: {calculations: 10}

          """)
    }
    #expect(try file("02").specification.calculator.settings.values["conformers"] == .number(2))
    #expect(throws: SpecificationError.self) { try file("0x2") }
  }

  @Test func aliasesThatMultiplyAreRefusedBeforeTheyAreExpanded() throws {
    let levels = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let error = #expect(throws: SpecificationError.self) {
      try CampaignFile(path: "c.yaml", text: "a0: &a0 [x]\n\(levels)")
    }
    #expect(error?.description.contains("has 60 aliases ('*name'), of which 16 are allowed") == true)
  }

  @Test func aFewAliasesAreRead() throws {
    let text = """
      name: c
      seed: 1
      objectives: [{property: v, window: &w [1, 2]}, {property: w, window: *w}]
      calculator: {program: by-hand, properties: {v: eV, w: eV}}
      budget: {calculations: 10}

      """
    #expect(try CampaignFile(path: "c.yaml", text: text).specification.objectives.count == 2)
  }
}
