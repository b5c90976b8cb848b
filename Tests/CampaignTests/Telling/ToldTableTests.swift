import Calculation
import Campaign
import Chemistry
import Files
import Stores
import Testing

@Suite("A table of values that a person hands over")
struct ToldTableTests {
  private static let properties = [
    Property.gap, Property.dipole, Property(name: "yield", unit: "", summary: "text"),
  ]

  private func read(_ text: String) throws(CampaignError) -> ToldTable {
    try ToldTable(text, name: "t.csv", properties: Self.properties, wanted: ["gap"])
  }

  @Test(
    "Units may follow a title in either bracket",
    arguments: ["gap", "gap (eV)", "gap(eV)", " gap [eV] ", "gap [ eV ]", "gap_eV", "gap/eV", "GAP"])
  func units(title: String) throws {
    let table = try read("smiles,\(title)\nOCC,1.5\n")
    #expect(table.rows.map(\.molecule?.smiles) == ["CCO"])
    #expect(table.rows.map(\.content) == [.values([ObservationEntry(property: "gap", value: 1.5)], notes: [])])
  }

  @Test("What was handed out to be read is not read back")
  func handedOut() throws {
    let table = try read(
      "id,smiles,iteration,gap_predicted (eV),gap_predicted_sd (eV),why,gap,note\n3,C,0,9,1,\"a, b\",1,\"so, so\"\n")
    #expect(table.rows[0].number == 3 && table.rows[0].line == 2)
    #expect(
      table.rows[0].content == .values([ObservationEntry(property: "gap", value: 1)], notes: ["so, so"]))
  }

  @Test(
    "A failure has its reason from the one column or the other",
    arguments: [
      ("yes,", "It was told as failed, without a reason."), ("x,spilt", "spilt"), ("spilt,", "spilt"),
      ("spilt,on Monday", "spilt. on Monday"),
    ])
  func failures(fields: String, reason: String) throws {
    #expect(try read("id,failed,note\n1,\(fields)\n").rows[0].content == .failure(reason))
  }

  @Test("A line without values says nothing", arguments: [",,", "C,,", "C, ,no", ",,0"])
  func empty(line: String) throws {
    #expect(try read("smiles,gap,failed\n\(line)\n").rows[0].content == .nothing)
  }

  @Test(
    "Most words under 'failed' that are no reason say that nothing failed",
    arguments: ["0.0", "0", "n", "N", "none", "None", "nan", "N/A", "-", "--", "no", "FALSE", "f", "ok", "n.d."])
  func notFailed(mark: String) throws {
    #expect(try read("id,gap,failed\n1,,\(mark)\n").rows[0].content == .nothing)
  }

  @Test("A mark alone gives no reason", arguments: ["yes", "Y", "TRUE", "t", "1", "1.0", "x", "failed"])
  func failedWithoutReason(mark: String) throws {
    #expect(
      try read("id,gap,failed\n1,,\(mark)\n").rows[0].content == .failure("It was told as failed, without a reason."))
  }

  @Test("Numbers may be written as spreadsheets write them")
  func numbersOfSpreadsheets() throws {
    #expect(try read("ID,gap\n1.0,2\n").rows.map(\.number) == [1])
  }

  @Test("Columns that are not the campaign's are ignored with a note")
  func otherColumns() throws {
    let table = try read("smiles,gap,operator,line\nC,1,AB,7\n")
    #expect(table.rows.map(\.content) == [.values([ObservationEntry(property: "gap", value: 1)], notes: [])])
    #expect(table.notes == ["These columns are ignored: operator, line."])
  }

  @Test("Identifiers of others stand beside the SMILES", arguments: ["Z-12", "1.5", "x"])
  func otherIdentifiers(identifier: String) throws {
    let table = try read("id,smiles,gap\n\(identifier),C,1\n")
    #expect(table.rows.map(\.number) == [nil] && table.rows.map(\.molecule?.smiles) == ["C"])
    #expect(table.notes.first?.hasPrefix("1 id is not a number of the campaign (line 2)") == true)
  }

  @Test("Bounds and missing values are left out with a note, and the line waits")
  func censored() throws {
    let table = try read("smiles,gap,dipole\nC,>235,1\nCC,2,n.d.\nCCC,nan,\nCCCC,3,\n")
    #expect(
      table.rows.map(\.content) == [
        .nothing, .values([ObservationEntry(property: "gap", value: 2)], notes: []), .nothing,
        .values([ObservationEntry(property: "gap", value: 3)], notes: []),
      ])
    #expect(
      table.notes == [
        "3 values are left out, being a bound or not a number: '>235' (gap, line 2), 'n.d.' (dipole, line 3), 'nan' (gap, line 4)."
      ])
  }

  @Test("A note on a line that waits refuses nothing")
  func noteOfWaitingLine() throws {
    let table = try read("smiles,gap,note\nC,,to be measured next week\nCC,1,fine\n")
    #expect(
      table.rows.map(\.content) == [.nothing, .values([ObservationEntry(property: "gap", value: 1)], notes: ["fine"])])
    #expect(table.notes == ["The note on line 2 is not recorded, since the line has no value yet."])
  }

  private static let wrong: [(table: String, says: String)] = [
    ("", "t.csv: The table is empty"),
    ("smiles,gap\nC,1,5\n", "line 2 has 3 fields, but the header has 2. It must be a table of comma-separated values"),
    ("smiles;gap\nC;1\n", "t.csv: The columns are separated by ';'"),
    ("smiles,gap,gap [eV]\nC,1,1\n", "There are two columns 'gap [eV]'"),
    ("gap\n1\n", "There is no column 'id' or 'smiles'"),
    ("smiles,gap (meV)\nC,1\n", "The column 'gap (meV)' is not in eV, the unit of gap; convert the values."),
    ("smiles,gap_uncertainty (meV)\nC,1\n", "is not in eV, the unit of gap"),
    (
      "smiles,operator\nC,x\n",
      "There is no column with values of the campaign: gap (eV), dipole (D), yield, or 'failed'"
    ),
    ("smiles,yield (%)\nC,1\n", "has a unit, and yield has none"),
    ("smiles,gap\nC,\"1,5\"\n", "line 2 has the gap '1,5'; write it with a decimal point"),
    ("smiles,gap\nC,inf\n", "not a finite number"),
    ("smiles,gap\nC,1e999\n", "not a finite number"),
    ("smiles,gap\nC,0x10\n", "not a finite number"),
    ("smiles,gap\nC,1 eV\n", "line 2 has the gap '1 eV'; write the number alone."),
    ("smiles,gap\nC,1 2\n", "write the number alone"), ("smiles,gap\nC,one eV\n", "not a finite number"),
    ("smiles,gap\n[2H]OC,1\n", "line 2 has '[2H]OC', which has an isotope label"),
    ("smiles,gap,gap_uncertainty\nC,1,-1\n", "line 2 has the gap_uncertainty -1.0, which is below zero"),
    ("smiles,gap,gap_uncertainty\nC,,1\n", "has an uncertainty of gap but no value"),
    ("smiles,gap,dipole\nC,,1\n", "has dipole but no gap"),
    ("smiles,gap,failed\nC,1,yes\n", "has values and is marked as failed"),
    ("smiles,gap\n,1\n", "line 2 names no molecule"),
    ("id,gap\nC,1\n", "has the id 'C', which is not a number of a molecule in the campaign"),
    ("id,gap\n1.5,1\n", "has the id '1.5'"),
    ("smiles,gap,failed\nC,,2\n", "has '2' under 'failed', which may mean either"),
    ("smiles,yeild,gap\nC,2,1\n", "The column 'yeild' is unknown; the columns may be id, smiles, gap (eV)"),
    ("smiles,gap\n*,1\n", "line 2 has no molecule. The SMILES '*'"),
  ]

  @Test("What cannot be meant is refused, with its line", arguments: wrong)
  func refused(table: String, says: String) {
    let error = #expect(throws: CampaignError.self) { try read(table) }
    #expect(error?.kind == .input)
    #expect(error?.description.contains(says) == true, "\(String(describing: error))")
  }
}
