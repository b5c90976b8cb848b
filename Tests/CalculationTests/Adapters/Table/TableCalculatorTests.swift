import Calculation
import Chemistry
import Testing

@Suite struct TableCalculatorTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func table(_ text: String, units: [String: String] = [:]) throws -> TableCalculator {
    try TableCalculator(path: scratch.write(text, to: "table.csv"), units: units)
  }

  private func plan(_ calculator: TableCalculator, _ smiles: String) throws -> CalculationPlan {
    calculator.plan(for: try Molecule(smiles: smiles))
  }

  @Test func moleculesAreFoundUnderWhateverSMILES() throws {
    let calculator = try table("gap, smiles ,solubility\n12.5,OCC,-0.77\n", units: ["solubility": "log mol/L"])
    #expect(calculator.properties.map(\.name) == ["gap", "solubility"])
    #expect(calculator.properties.map(\.unit) == ["eV", "log mol/L"])
    let plan = calculator.plan(for: try Molecule(smiles: "C(C)O"))
    #expect(plan == .result(CalculationResult(values: ["gap": 12.5, "solubility": -0.77])))
    #expect(calculator.calculationProtocol.summary == "known values of 1 molecules in table.csv")
  }

  @Test func uncertaintiesThatAreNoneAreSaid() throws {
    let calculator = try table("smiles,gap (eV),gap_uncertainty (eV)\nCCO,1,0.5\nCC,2,x\n")
    let known = try plan(calculator, "CCO")
    #expect(known == .result(CalculationResult(values: ["gap": 1], spreads: ["gap": 0.5])))
    let note = "One cell of 'gap_uncertainty (eV)' is not a number and is left out: 'x' (line 3)."
    #expect(calculator.notes == [note])
    let error = #expect(throws: CalculatorSetupError.self) {
      try table("smiles,gap (eV),gap_uncertainty (eV)\nOCC,1,-0.5\n")
    }
    #expect(error?.description.contains("the uncertainty of 'CCO'") == true)
    #expect(error?.description.contains("is negative") == true)
  }

  @Test func whatIsNotThereIsAFailureOfTheInput() throws {
    let calculator = try table("smiles,gap\nCCO,1\nCC,\n")
    for (smiles, words) in [("C", "no molecule 'C'"), ("CC", "no gap of 'CC'")] {
      guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: smiles)) else {
        Issue.record("'\(smiles)' should not be known.")
        continue
      }
      #expect(failure.failureClass == .input)
      #expect(failure.message.contains(words))
    }
  }

  @Test func severalRowsOfAMoleculeGiveTheMeanWithItsSpread() throws {
    let calculator = try table("smiles,gap\nOCC,1\nC,5\nCCO,3\nCC,7\nCC,7\n")
    #expect(
      try plan(calculator, "CCO")
        == .result(CalculationResult(values: ["gap": 2], spreads: ["gap": (2.0).squareRoot()])))
    #expect(try plan(calculator, "CC") == .result(CalculationResult(values: ["gap": 7], spreads: ["gap": 0])))
    #expect(
      calculator.notes == [
        "2 molecules have several rows, 'CCO', 'CC': the value is the mean, and its uncertainty their standard deviation."
      ])
  }

  @Test func whatIsNoMoleculeOrNoNumberIsPassedOverWithANote() throws {
    let calculator = try table("smiles,name,gap\nC,methane,1\nC(,x,2\nCC,ethane,>3\nCCC,propane,n.d.\nCCO,,4\n")
    #expect(calculator.properties.map(\.name) == ["gap"])
    #expect(calculator.notes.count == 3)
    #expect(
      calculator.notes[0].hasPrefix(
        "1 row is ignored, having no molecule that can be read: line 3: The SMILES 'C('"))
    #expect(calculator.notes[1] == "The column 'name' is ignored: line 2 has 'methane', which is not a number.")
    #expect(calculator.notes[2] == "2 cells of 'gap' are not numbers and are left out: '>3' (line 4), 'n.d.' (line 5).")
  }

  @Test("The tables that are written are read", arguments: ["gap (eV)", "gap_eV", "gap/eV", "gap [eV]", "gap"])
  func writtenTitles(title: String) throws {
    let calculator = try table(
      "molecule,smiles,iteration,state,\(title),gap_uncertainty (eV),gap_predicted (eV),failure\n1,C,0,succeeded,1.5,0.25,2,\n"
    )
    #expect(calculator.properties.map(\.name) == ["gap"] && calculator.properties.map(\.unit) == ["eV"])
    #expect(try plan(calculator, "C") == .result(CalculationResult(values: ["gap": 1.5], spreads: ["gap": 0.25])))
  }

  @Test("A row that says that its calculation failed has no value", arguments: ["status", "state"])
  func failedRows(title: String) throws {
    let calculator = try table(
      "smiles,\(title),gap\nC,succeeded,1\nCC,failed,2\nCCC,failed,\nCC,succeeded,4\nCO,failed,3\n")
    #expect(calculator.results["CC"]?.values == ["gap": 4])
    #expect(calculator.results["CO"]?.values.isEmpty == true)
    #expect(
      calculator.notes.contains(
        "The values of 2 rows are left out, because they say that their calculation failed: lines 3, 6."),
      "\(calculator.notes)")
    let path = try scratch.write("smiles,\(title),gap\nC,failed,1\nCC,2,2\nCO,3,3\n", to: "table.csv")
    #expect(try TableCalculator(path: path, wanted: [title]).results["C"]?.values["gap"] == 1)
  }

  @Test func aDeclaredPropertyIsFoundInItsUnit() throws {
    let bp = Property(name: "bp", unit: "°C", summary: "", source: "")
    for (title, expected) in [("bp", "bp"), ("bp [degC]", "bp"), ("bp (K)", "bp (K)")] {
      let path = try scratch.write("smiles,\(title)\nC,1\n", to: "table.csv")
      #expect(try TableCalculator(path: path, wanted: ["bp"], declared: [bp]).properties.map(\.name) == [expected])
    }
  }

  @Test func aTitleThatAnObjectiveNamesKeepsItsName() throws {
    let path = try scratch.write("smiles,gap_eV\nC,1\n", to: "table.csv")
    #expect(try TableCalculator(path: path, wanted: ["gap_eV"]).properties.map(\.name) == ["gap_eV"])
  }

  @Test func onlyWhatIsWantedMustBeThere() throws {
    let path = try scratch.write("smiles,gap,dipole\nC,1,\nCC,,1\n", to: "table.csv")
    let calculator = try TableCalculator(path: path, wanted: ["gap"])
    #expect(try plan(calculator, "C") == .result(CalculationResult(values: ["gap": 1])))
    guard case .failed = calculator.plan(for: try Molecule(smiles: "CC")) else {
      Issue.record("Without a gap it is of no use.")
      return
    }
  }

  @Test(arguments: [
    ("structure,gap\nC,1\n", "has no column 'smiles' with SMILES; name one of its columns: structure, gap."),
    ("smiles\nC\n", "no column of numbers besides the SMILES"),
    ("smiles,gap,gap\nC,1,2\n", "two columns of 'gap'"), ("smiles,gap,gap_eV\nC,1,2\n", "two columns of 'gap'"),
    ("smiles,\nC,1\n", "no column of numbers"), ("smiles,gap\nC,one\n", "line 2 has 'one'"),
    ("smiles,gap\nC(,1\n", "it has no molecule"), ("smiles,gap\nC,1,2\n", "the row has 3 fields"),
    ("", "cannot be used: the table is empty"),
    ("smiles;gap\nC;1\n", "cannot be used: the columns are separated by ';'"),
    (
      "smiles,gap\n,1\n",
      "it has no molecule. 1 row is ignored, having no molecule that can be read: There is no SMILES on"
    ),
  ])
  func badTablesAreNamedWithTheirLine(text: String, words: String) throws {
    let error = #expect(throws: CalculatorSetupError.self) { try table(text) }
    #expect(error?.description.contains("table.csv' cannot be used: ") == true)
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(error?.description.hasSuffix(" ") == false)
  }

  @Test func aUnitOfNoColumnAndAMissingFile() {
    #expect(throws: CalculatorSetupError.self) { try table("smiles,gap\nC,1\n", units: ["dipole": "D"]) }
    // A known property has one unit everywhere.
    #expect(throws: CalculatorSetupError.self) { try table("smiles,gap\nC,1\n", units: ["gap": "kcal/mol"]) }
    #expect(throws: CalculatorSetupError.self) { try TableCalculator(path: "/nonexistent.csv") }
  }

  @Test func theVersionChangesWithTheFile() async throws {
    let first = try await table("smiles,gap\nC,1\n").version(on: LocalExecutor())
    #expect(try await table("smiles,gap\nC,1\n").version(on: LocalExecutor()) == first)
    #expect(try await table("smiles,gap\nC,2\n").version(on: LocalExecutor()) != first)
  }

  @Test func outputOfAProgramIsNotItsOwn() throws {
    let result = try table("smiles,gap\nC,1\n").parse(AttemptOutput(termination: .exited(0)), of: .running("/bin/true"))
    #expect(throws: CalculationFailure.self) { try result.get() }
  }
}
