import CampaignTesting
import Chemistry
import Files
import Prediction
import Testing
import TransferLearning

@Suite struct SourceTableReadingTests {
  private func read(_ text: String, _ selection: SourceTable.Selection = .init()) throws -> SourceTable {
    let file = try AlkaneTable(text)
    defer { extendLifetime(file) }
    return try SourceTable(file: file.table, selection)
  }

  /// Ten chains of carbon with their lengths, and further lines.
  private func chains(_ columns: String, _ cells: (Int) -> String, and more: String = "") -> String {
    "smiles,\(columns)\n"
      + (1...10).map { "\(String(repeating: "C", count: $0)),\(cells($0))\n" }.joined() + more
  }

  @Test func columnsThatAreNotNumericArePassedOverWithANote() throws {
    let file = try AlkaneTable()
    defer { extendLifetime(file) }
    let table = try SourceTable(file: file.table, .init())
    #expect(table.source == "alkanes.csv")
    #expect(table.molecules.count == 60)
    #expect(table.columns.map(\.property.name) == ["boiling", "size_nm"])
    #expect(table.notes.contains("The column 'remark' is ignored: line 2 has 'number 0', which is not a number."))
  }

  @Test func whatGoesWithOtherColumnsIsNoProperty() throws {
    let text =
      "line,input,smiles,status,gap_eV,gap_eV_uncertainty,\n"
      + (1...10).map { "\($0),x,\(String(repeating: "C", count: $0)),calculated,\($0),0.\($0),\($0)\n" }.joined()
    let table = try read(text)
    #expect(table.columns.map(\.property.name) == ["gap"])
    let note = try #require(table.notes.first { $0.contains("ignored") })
    #expect(
      note.hasPrefix("5 columns are ignored: 'line' (it is not a property but counts or describes the rows), "))
    #expect(note.contains("'gap_eV_uncertainty' (it has the uncertainties of another)"))
    #expect(note.hasSuffix(" and '' (it has no title)."))
    let count = table.notes.count { $0.contains("ignored") }
    #expect(count == 1)
    let asked = try read(text, .init(properties: ["gap_eV_uncertainty"]))
    #expect(asked.columns.map(\.property.name) == ["gap_eV_uncertainty"])
  }

  @Test(arguments: ["dG,dG", "gap,gap_eV"]) func twoColumnsOfOnePropertyAreRefused(titles: String) throws {
    let error = #expect(throws: CampaignError.self) { try read(chains(titles) { "\($0),\(2 * $0)" }) }
    #expect(error?.description.contains("has two columns of '\(titles.prefix { $0 != "," })'") == true)
  }

  @Test func numbersAreDecimals() throws {
    let table = try read(chains("a,b,c") { "\($0),0x1\($0),\($0)e200" })
    #expect(table.columns.map(\.property.name) == ["a"])
  }

  @Test func otherSeparatorsAreNamed() throws {
    let error = #expect(throws: CampaignError.self) { try read("smiles;a\nC;1\n") }
    #expect(error?.description.contains("separated by ';'") == true)
  }

  @Test func repeatedMoleculesAreAveragedAndCounted() throws {
    let table = try read(chains("a", { "\($0)" }, and: "OCC,3\nCCO,5\nC(O)C,\n"))
    #expect(table.molecules.last?.smiles == "CCO")
    #expect(table.columns[0].values.last == 4)
    #expect(table.columns[0].rows == 12)
    #expect(
      table.notes == [
        "2 rows repeat the molecule of an earlier one.",
        "Several values of 'a' were given for 1 molecule: their average is used.",
      ])
  }

  @Test(arguments: ["status", "state"]) func aFailedCalculationHasNoValue(title: String) throws {
    let table = try read(
      chains("a,\(title)", { "\($0),calculated" }, and: "CCO,5,failed\nCCN,,failed\nCCS,7,calculated\n"))
    #expect(table.molecules.suffix(3).map(\.smiles) == ["CCO", "CCN", "CCS"])
    #expect(table.columns[0].values.suffix(3) == [nil, nil, 7])
    #expect(
      table.notes.contains("The values of one row are left out, because it says that its calculation failed: line 12."))
  }

  @Test func boundsAndMissingValuesLoseNoOthers() throws {
    let table = try read(chains("y", { "\($0)" }, and: "CCO,>10\nCCN,<NA>\nCCCO,n.d.\nCCCN,ND\nOCCO,--\n"))
    #expect(table.columns.map(\.rows) == [10])
    #expect(
      table.notes == [
        "5 cells of 'y' are not numbers and are left out: '>10' (line 12), '<NA>' (line 13), 'n.d.' (line 14) and 2 more."
      ])
  }

  @Test(arguments: ["gap (eV)", "gap/eV", "gap [eV]", "Gap"]) func aPropertyHasOneNameInAllSpellings(title: String)
    throws
  {
    let table = try read(chains(title, { "\($0)" }))
    #expect(table.columns.map(\.property.name) == ["gap"] && table.columns.map(\.property.unit) == ["eV"])
    #expect(try read(chains(title, { "\($0)" }), .init(properties: ["gap"])).columns.count == 1)
  }

  @Test func aUnitInBracketsIsTheUnit() throws {
    let table = try read(chains("density (g/cm^3),gap (kcal/mol)", { "\($0),\(2 * $0)" }))
    #expect(table.columns.map(\.property.name) == ["density", "gap (kcal/mol)"])
    #expect(table.columns.map(\.property.unit) == ["g/cm^3", "kcal/mol"])
  }

  @Test func namesAreKept() throws {
    #expect(try read("id," + chains("a", { "\($0)" }).replacing("\nC", with: "\nZ,C")).names.first == "Z")
  }

  @Test func emptyCellsAndWhatIsNotAvailableAreMissing() throws {
    let table = try read(chains("a", { "\($0)" }, and: "CCO,\nCCCO,#N/A\nCCN,-\n"))
    #expect(table.columns[0].values.suffix(3) == [nil, nil, nil])
  }

  @Test func theTitlesOfExportsHaveTheirUnits() throws {
    let text = chains("gap_eV,mine", { "\($0),\(2 * $0)" })
    let table = try read(text)
    #expect(table.columns.map { $0.property.name } == ["gap", "mine"])
    #expect(table.columns.map { $0.property.unit } == ["eV", ""])
    let asked = try read(text, .init(properties: ["mine=kcal/mol"]))
    #expect(asked.columns.map { $0.property.unit } == ["kcal/mol"])
  }

  @Test func aKnownPropertyMeansTheColumnWithItsUnitUnlessOneHasItsName() throws {
    let table = try read(chains("gap_eV", { "\($0)" }), .init(properties: ["gap"]))
    #expect(table.columns.map { $0.property.name } == ["gap"])
    #expect(table.columns.map { $0.property.unit } == ["eV"])
    let both = try read(chains("gap_eV,gap", { "\($0),\(2 * $0)" }), .init(properties: ["gap"]))
    #expect(both.columns.map { $0.values[0] } == [2])
    #expect(throws: CampaignError.self) {
      try read(chains("gap_eV", { "\($0)" }), .init(properties: ["gap", "gap_eV"]))
    }
  }

  @Test func theSmilesMayStandInAnotherColumn() throws {
    let text = chains("a", { "\($0)" }).replacing("smiles,", with: "structure,")
    #expect(try read(text, .init(smiles: "structure")).molecules.count == 10)
    let error = #expect(throws: CampaignError.self) { try read(text) }
    #expect(
      error?.kind == .input && error?.description.contains("name one of its columns: structure") == true)
  }

  @Test func rowsThatAreNoMoleculesAreNamed() throws {
    let table = try read(chains("a", { "\($0)" }, and: "C1,3\n"))
    #expect(table.notes.count == 1 && table.notes[0].hasPrefix("Line 12 is ignored: "))
    let more = try read(chains("a", { "\($0)" }, and: "C1,3\n,4\n"))
    #expect(more.notes.count == 1 && more.notes[0].hasPrefix("2 rows are ignored"))
  }

  @Test func theDigestIsThatOfTheValuesOfOneColumn() throws {
    let one = try read(chains("a,b", { "\($0),\($0 * $0)" }))
    let other = try read(chains("a,b", { "\($0),\($0)" }))
    #expect(one.digest(of: one.columns[0]) == other.digest(of: other.columns[0]))
    #expect(one.digest(of: one.columns[1]) != other.digest(of: other.columns[1]))
    let unit = try read(chains("a,b", { "\($0),\($0)" }), .init(properties: ["a=m"]))
    #expect(unit.digest(of: unit.columns[0]) != one.digest(of: one.columns[0]))
  }

  @Test(
    arguments: [
      ([], "smiles,a\nC,1\nCC,2\n", "There is nothing to learn"), ([], "smiles,a\nC1,1\n", "There is no molecule in"),
      ([], "smiles,a\nC,1,2\n", "the row has 3 fields"), ([], "", "The table is empty"),
      (["b"], "smiles,a\nC,1\n", "has no column 'b'; it has smiles, a"),
      (["a", "a=m"], "smiles,a\nC,1\n", "named twice"),
      (["a"], "smiles,a\nC,x\n", "The column 'a' of"), (["a"], "smiles,a\nC,inf\n", "'inf', which is not a number"),
      (["a"], "smiles,a\nC,\n", "it is empty"), (["a"], "smiles,a\nC,1\n", "a model needs 10"),
    ] as [([String], String, String)])
  func whatCannotBeLearntIsRefused(properties: [String], text: String, words: String) throws {
    let error = #expect(throws: CampaignError.self) { try read(text, .init(properties: properties)) }
    #expect(error?.kind == .input)
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func equalValuesTeachNothing() throws {
    let error = #expect(throws: CampaignError.self) {
      try read(chains("a", { _ in "2" }), .init(properties: ["a"]))
    }
    #expect(error?.description.contains("all its values are equal") == true)
  }

  @Test func aFileThatIsNotThereIsNamed() throws {
    let error = #expect(throws: CampaignError.self) { try SourceTable(file: "/nonexistent/a.csv", .init()) }
    #expect(error?.kind == .input && error?.description.contains("/nonexistent/a.csv") == true)
  }

  @Test func repeatUnitsOfPolymersAreRead() throws {
    let rows = (1...10).map { "*\(String(repeating: "C", count: $0))O*,\($0)\n" }.joined()
    let table = try read("smiles,a\n" + rows)
    #expect(table.molecules.count == 10 && table.notes.isEmpty)
  }

  @Test func whyNoCellIsAMoleculeIsSaid() throws {
    let error = #expect(throws: CampaignError.self) { try read("smiles,a\nC(,1\nN(,2\n") }
    #expect(error?.description.contains("2 rows are ignored") == true)
    #expect(error?.description.contains("a parenthesis is not closed") == true)
  }

  @Test func valuesThatDifferByRoundingAreEqual() throws {
    let text = chains("a,b", { "\($0.isMultiple(of: 2) ? "298.15" : "298.1500000000001"),\($0)" })
    #expect(try read(text).columns.map(\.property.name) == ["b"])
  }
}
