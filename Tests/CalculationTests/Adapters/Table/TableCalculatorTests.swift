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

  @Test func moleculesAreFoundUnderWhateverSMILES() throws {
    let calculator = try table("gap, smiles ,solubility\n12.5,OCC,-0.77\n", units: ["solubility": "log mol/L"])
    #expect(calculator.properties.map(\.name) == ["gap", "solubility"])
    #expect(calculator.properties.map(\.unit) == ["eV", "log mol/L"])
    let plan = calculator.plan(for: try Molecule(smiles: "C(C)O"))
    #expect(plan == .result(CalculationResult(values: ["gap": 12.5, "solubility": -0.77])))
    #expect(calculator.calculationProtocol.summary == "known values of 1 molecules in table.csv")
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

  @Test(arguments: [
    ("structure,gap\nC,1\n", "it has no column 'smiles'; it has: structure, gap."),
    ("smiles\nC\n", "no column besides"),
    ("smiles,gap,gap\nC,1,2\n", "two columns 'gap'"), ("smiles,\nC,1\n", "no name"),
    ("smiles,gap\nC,1\nCC,one\n", "line 3: 'one' in column 'gap'"), ("smiles,gap\nC,nan\n", "line 2: 'nan'"),
    ("smiles,gap\nC,1\nC(,1\n", "line 3:"),
    ("smiles,gap\nOCC,1\nC,1\nCCO,2\n", "line 4: 'CCO' stands on an earlier line"),
    ("smiles,gap\nC\n", "line 2 has 1 fields"), ("", "line 1"),
  ])
  func badTablesAreNamedWithTheirLine(text: String, words: String) throws {
    let error = #expect(throws: CalculatorSetupError.self) { try table(text) }
    #expect(error?.description.contains("table.csv' cannot be used: ") == true)
    #expect(error?.description.contains(words) == true)
  }

  @Test func aUnitOfNoColumnAndAMissingFile() {
    #expect(throws: CalculatorSetupError.self) { try table("smiles,gap\nC,1\n", units: ["dipole": "D"]) }
    // A known property has one unit everywhere.
    #expect(throws: CalculatorSetupError.self) { try table("smiles,gap\nC,1\n", units: ["gap": "kcal/mol"]) }
    #expect(throws: CalculatorSetupError.self) { try TableCalculator(path: "/nonexistent.csv") }
  }

  @Test func theVersionChangesWithTheFile() async throws {
    let first = try await table("smiles,gap\nC,1\n").version()
    #expect(try await table("smiles,gap\nC,1\n").version() == first)
    #expect(try await table("smiles,gap\nC,2\n").version() != first)
  }

  @Test func outputOfAProgramIsNotItsOwn() throws {
    let result = try table("smiles,gap\nC,1\n").parse(AttemptOutput(termination: .exited(0)), of: .running("/bin/true"))
    #expect(throws: CalculationFailure.self) { try result.get() }
  }
}
