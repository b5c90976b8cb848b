import Calculation
import Testing

@Suite struct CalculatorsTests {
  @Test func namesAreDistinctAndDescribed() {
    let names = ["xtb", "libxtb", "mopac", "command", "worker", "qcschema", "reinvent", "by-hand", "table"]
    #expect(Calculators.all.map(\.name) == names)
    #expect(Calculators.all.allSatisfy { !$0.summary.isEmpty })
  }

  @Test func anUnknownNameListsTheKnown() {
    let error = #expect(throws: CalculatorSetupError.self) { try Calculators.make(name: "gaussian") }
    let names = Calculators.all.map(\.name).joined(separator: ", ")
    #expect(error?.description == "There is no calculator 'gaussian'; there are: \(names).")
  }

  /// What every adapter needs to be made, besides what it can do without.
  private static let required: [String: CalculatorSettings] = [
    "command": [
      "command": .list(["a", "{xyz}", "{charge}", "{unpaired}"].map(JSONValue.text)),
      "properties": .map(["gap": .text("eV")]),
    ],
    "worker": ["command": .text("a"), "properties": .map(["gap": .text("eV")])],
    "reinvent": ["command": .text("a"), "properties": .map(["gap": .text("eV")])],
    "qcschema": [
      "command": .text("a"), "model": .map(["method": .text("PM7")]),
      "properties": .map(["energy": .map(["path": .text("return_result"), "unit": .text("Eh")])]),
    ],
  ]

  @Test(arguments: Calculators.all.map(\.name))
  func theSettingsThatAreListedAreThoseThatAreTaken(name: String) throws {
    let registration = try #require(Calculators.all.first { $0.name == name })
    #expect(registration.settings.allSatisfy { !$0.value.isEmpty })
    var settings = Self.required[name] ?? [:]
    settings.values["colour"] = .text("red")
    let error = #expect(throws: CalculatorSetupError.self) {
      try Calculators.make(name: name, CalculatorSetup(settings))
    }
    guard case .unknownSetting("colour", _, let known) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(registration.settings.map(\.key).sorted() == known)
  }

  @Test func xtbIsMadeWithItsSettings() throws {
    let calculator = try Calculators.make(name: "xtb", CalculatorSetup(["conformers": .number(2)]))
    #expect(calculator.name == "xtb")
    #expect(calculator.calculationProtocol.summary.contains("2 conformers"))
    #expect(throws: CalculatorSetupError.self) {
      try Calculators.make(name: "xtb", CalculatorSetup(["x": .flag(true)]))
    }
  }

  @Test func aTableLiesBesideTheCampaignFile() throws {
    let scratch = try Scratch()
    let path = try scratch.write("molecule,s\nC,1\n", to: "values.csv")
    let settings: CalculatorSettings = [
      "file": .text("values.csv"), "smiles_column": .text("molecule"), "units": .map(["s": .text("mol/L")]),
    ]
    let calculator = try Calculators.make(name: "table", CalculatorSetup(settings, relativeTo: scratch.path))
    #expect(
      calculator.properties == [
        Property(name: "s", unit: "mol/L", summary: "as tabulated", source: "the table values.csv")
      ])
    var absolute = settings
    absolute.values["file"] = .text(path)
    #expect(try Calculators.make(name: "table", CalculatorSetup(absolute, relativeTo: "/nonexistent")).name == "table")
  }

  private static let badSettings: [(CalculatorSettings, String)] = [
    ([:], "'file'"),
    (["file": .number(1)], "'file'"),
    (["file": .text("a"), "units": .text("eV")], "'units'"),
    (["file": .text("a"), "units": .map(["gap": .number(1)])], "'units'"),
    (["file": .text("a"), "colour": .text("red")], "'colour'"),
    (["file": .text("nonexistent.csv")], "nonexistent.csv"),
  ]

  @Test(arguments: badSettings)
  func aTableWithBadSettingsNamesThem(settings: CalculatorSettings, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) {
      try Calculators.make(name: "table", CalculatorSetup(settings))
    }
    #expect(error?.description.contains(words) == true)
  }
}
