import Calculation
import CampaignFile
import Chemistry
import Testing

@Suite struct MaterialKindTests {
  private func file(_ molecules: String, _ rest: String = "", calculator: String = "{program: xtb}") throws
    -> CampaignFile
  {
    try CampaignFile(
      path: "a.yaml",
      text: """
        name: a
        seed: 1
        objectives: [{property: gap, window: [1, 2]}]
        molecules: {\(molecules)}
        calculator: \(calculator)
        budget: {calculations: 20}
        \(rest)
        """)
  }

  private static let chains = "{program: xtb, oligomer: {units: [1, 2]}}"

  @Test func candidatesAreMoleculesUnlessStatedOtherwise() throws {
    #expect(try file("charged: false").specification.kind == .molecule)
    let polymers = try file("kind: repeat-unit, polymerization: [vinyl, ring-opening]", calculator: Self.chains)
    #expect(polymers.specification.kind == .repeatUnit)
    #expect(polymers.specification.filter.polymerisations == [.vinyl, .ringOpening])
    #expect(polymers.specification.settings(in: "a.yaml")["molecules.kind"] == "repeat-unit")
    #expect(try polymers.calculator() is OligomerCalculator)
  }

  @Test func aKindReadsItsCandidatesAlone() throws {
    #expect(try MaterialKind.molecule.candidate("OCC").smiles == "CCO")
    #expect(try MaterialKind.repeatUnit.candidate("*COC*") == Molecule(smiles: "*CCO*", isRepeatUnit: true))
    #expect(throws: ChemistryError.self) { try MaterialKind.molecule.candidate("*CCO*") }
    #expect(throws: ChemistryError.self) { try MaterialKind.repeatUnit.candidate("CCO") }
    for (text, kinds) in [("CCO", [MaterialKind.molecule]), ("*CCO*", [.repeatUnit]), ("*CCO", [])] {
      let molecule = try Molecule(smiles: text, isRepeatUnit: true)
      #expect(try MaterialKind.allCases.filter { try $0.includes(molecule) } == kinds)
    }
  }

  @Test(arguments: [
    ("kind: polymer", "'molecules.kind' is 'polymer'; it must be molecule or repeat-unit or composition."),
    ("polymerization: [vinyl]", "'molecules.polymerization' is for polymers;"),
    (
      "kind: repeat-unit, polymerization: [radical]",
      "'molecules.polymerization' has no class 'radical'; there are vinyl, "
    ),
    ("kind: repeat-unit, polymerization: []", "its list of allowed polymerisations is empty"),
  ])
  func aMistakeIsASentence(molecules: String, words: String) {
    let error = #expect(throws: SpecificationError.self) { try file(molecules) }
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
  }

  @Test func aProgramNeedsChainsAndChainsNeedRepeatUnits() throws {
    let missing = #expect(throws: SpecificationError.self) { try file("kind: repeat-unit").calculator() }
    #expect(
      missing?.message.contains(
        "'calculator' is 'xtb', which calculates molecules, and the candidates are repeat units")
        == true)
    let foreign = #expect(throws: SpecificationError.self) {
      try file("charged: false", calculator: Self.chains).calculator()
    }
    #expect(
      foreign?.message.contains("'calculator.oligomer' is for polymers, and the candidates are molecules") == true)
    #expect(foreign?.line == 5)
    // People measure polymers themselves.
    #expect(
      try file("kind: repeat-unit", calculator: "{program: by-hand, properties: {gap: eV}}").calculator().name
        == "by-hand")
  }

  @Test func aScreenHasChainsOfItsOwn() throws {
    let polymers = try file(
      "kind: repeat-unit", "screen: {program: xtb, oligomer: {units: [2]}}", calculator: Self.chains)
    let screen = try polymers.screenCalculator(beside: polymers.calculator()) as? OligomerCalculator
    #expect(screen?.settings.units == [2])
    let other = try file("kind: repeat-unit", "screen: {program: libxtb}", calculator: Self.chains)
    let error = #expect(throws: SpecificationError.self) { try other.screenCalculator(beside: other.calculator()) }
    #expect(error?.message.hasPrefix("'screen' is 'libxtb', which calculates molecules") == true)
  }

  @Test func aPropertyThatAPolymerHasNotIsRefusedWithTheReason() throws {
    let text = try file("kind: repeat-unit", calculator: Self.chains).text.replacing(
      "property: gap", with: "property: dipole")
    let error = #expect(throws: SpecificationError.self) { try CampaignFile(path: "a.yaml", text: text).calculator() }
    #expect(
      error?.message.contains(
        "'objectives[1].property' is 'dipole', of which a polymer has no value, because it neither grows with the chain nor "
          + "approaches a limit; it gives gap, homo, lumo, polarizability, energy") == true,
      "\(String(describing: error))")
  }

  /// Of a program's own property nobody has said what becomes of it.
  @Test func anOwnPropertyIsRefusedUntilItIsSaidWhatBecomesOfIt() throws {
    let own = "{program: command, command: [a, '{smiles}'], properties: {gap: eV, redox: V}, oligomer: {units: [2]}}"
    let text = try file("kind: repeat-unit", calculator: own).text.replacing("property: gap", with: "property: redox")
    let error = #expect(throws: SpecificationError.self) { try CampaignFile(path: "a.yaml", text: text).calculator() }
    #expect(
      error?.message.contains(
        "whose value for long chains is not defined: name it under 'oligomer.per_unit' if it grows with the chain, "
          + "or under 'oligomer.limit' if it approaches a limit; it")
        == true, "\(String(describing: error))")
  }
}
