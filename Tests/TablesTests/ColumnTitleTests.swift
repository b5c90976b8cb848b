import Tables
import Testing

@Suite struct ColumnTitleTests {
  private static let properties = [
    (name: "gap", unit: "eV"), (name: "boiling_point", unit: "°C"), (name: "polarizability", unit: "a.u."),
    (name: "yield", unit: ""),
  ]

  @Test(
    "All spellings of a title are one column",
    arguments: [
      ("gap", "gap", ColumnTitle.Kind.value), ("gap (eV)", "gap", .value), (" gap [ eV ] ", "gap", .value),
      ("gap(eV)", "gap", .value),
      ("gap/eV", "gap", .value), ("gap_eV", "gap", .value), ("Gap (eV)", "gap", .value), ("GAP", "gap", .value),
      ("gap_uncertainty (eV)", "gap", .uncertainty), ("gap_eV_uncertainty", "gap", .uncertainty),
      ("gap_uncertainty/eV", "gap", .uncertainty),
      ("gap_predicted (eV)", "gap", .predicted), ("gap_eV_predicted_sd", "gap", .deviation),
      ("boiling_point (degC)", "boiling_point", .value), ("boiling_point (Â°C)", "boiling_point", .value),
      ("boiling_point_C", "boiling_point", .value), ("boiling_point_degC", "boiling_point", .value),
      ("polarizability_au", "polarizability", .value), ("polarizability (au)", "polarizability", .value),
      ("yield", "yield", .value),
    ])
  func spellings(title: String, property: String, kind: ColumnTitle.Kind) throws {
    let read = try #require(ColumnTitle(title, among: Self.properties))
    #expect(read.property == property && read.kind == kind)
    let unit = Self.properties.first { $0.name == property }?.unit ?? ""
    #expect(!read.contradicts(unit: unit))
  }

  @Test("Other titles are of none", arguments: ["gap_kcalmol", "band gap", "gaps", "", "eV", "operator"])
  func others(title: String) {
    #expect(ColumnTitle(title, among: Self.properties) == nil)
  }

  @Test(arguments: ["gap (meV)", "gap [kcal/mol]", "gap/Hartree", "gap_uncertainty (meV)", "yield (%)"])
  func anotherUnitContradicts(title: String) throws {
    let read = try #require(ColumnTitle(title, among: Self.properties))
    #expect(read.contradicts(unit: read.property == "yield" ? "" : "eV"))
  }

  @Test(arguments: [
    ("gap", "eV", ColumnTitle.Kind.value, "gap (eV)"), ("gap", "eV", .deviation, "gap_predicted_sd (eV)"),
    ("yield", "", .value, "yield"),
    ("boiling_point", "°C", .uncertainty, "boiling_point_uncertainty (degC)"),
    ("density", "g/cm³", .value, "density (g/cm^3)"),
    ("k", "L·mol⁻¹", .value, "k (L*mol^-1)"), ("area", "Å²", .value, "area (angstrom^2)"),
  ])
  func whatIsWrittenIsASCIIAndIsReadBack(name: String, unit: String, kind: ColumnTitle.Kind, title: String) throws {
    #expect(ColumnTitle.text(name, unit: unit, kind) == title)
    let read = try #require(ColumnTitle(title, among: [(name, unit)]))
    #expect(read.property == name && read.kind == kind && !read.contradicts(unit: unit))
  }

  @Test func aTitleByItselfHasItsUnitInBrackets() {
    #expect(ColumnTitle("melting point (K)").property == "melting point")
    #expect(ColumnTitle("melting point (K)").unit == "K")
    #expect(ColumnTitle("(x)").unit == nil)
  }

  @Test func whatIsNoPropertyIsToldByTheTitles() {
    let exported = [
      "molecule", "smiles", "iteration", "state", "gap (eV)", "gap_uncertainty (eV)", "gap_predicted (eV)", "price", "",
      "success_probability",
    ]
    let reasons = exported.indices.map { ColumnTitle.reasonToPassOver($0, among: exported) }
    #expect(reasons[0] != nil && reasons[2] != nil && reasons[4] == nil && reasons[7] == nil && reasons[9] != nil)
    #expect(
      reasons[5] == "it has the uncertainties of another" && reasons[6] == "it has predictions"
        && reasons[8] == "it has no title")
    for title in ["id", "ID", "zinc_id", "Catalog ID", "CID", "CAS number", "molecule_chembl_id"] {
      #expect(ColumnTitle.reasonToPassOver(0, among: [title]) == "it has identifiers")
    }
    for title in ["line", "iteration", "grid", "acid", "x_uncertainty", "number"] {
      #expect(ColumnTitle.reasonToPassOver(0, among: [title]) == nil)
    }
  }

  @Test func oneNoteNamesAllColumnsThatArePassedOver() {
    func note(_ count: Int) -> String? {
      ColumnTitle.note(passingOver: (0..<count).map { (title: "c\($0)", reason: "it is empty") })
    }
    #expect(note(0) == nil)
    #expect(note(1) == "The column 'c0' is ignored: it is empty.")
    #expect(note(2) == "2 columns are ignored: 'c0' (it is empty) and 'c1' (it is empty).")
    let long = note(9) ?? ""
    #expect(long.hasPrefix("9 columns are ignored: 'c0' (it is empty), "))
    #expect(long.hasSuffix(", 'c5' (it is empty) and 3 more."))
  }
}
