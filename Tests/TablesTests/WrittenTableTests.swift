import Tables
import Testing

@Suite struct WrittenTableTests {
  private static let gap = ["gap (eV)", "gap_uncertainty (eV)"]

  @Test func propertiesStandInTheirPlacesAndEmptyColumnsAreLeftOut() {
    #expect(
      WrittenTable.export.titles(omitting: ["name", "success_probability"], properties: Self.gap) == [
        "molecule", "smiles", "formula", "iteration", "calculation", "state", "hit", "move", "parent", "gap (eV)",
        "gap_uncertainty (eV)", "failure_class", "failure", "isomer",
      ])
    #expect(
      WrittenTable.suggest.titles(properties: ["gap_predicted (eV)"], Self.gap) == [
        "id", "smiles", "name", "iteration", "gap_predicted (eV)", "why", "gap (eV)", "gap_uncertainty (eV)", "failed",
        "note",
      ])
    #expect(
      WrittenTable.predict.titles(omitting: ["probability", "log_probability"], properties: ["gap_predicted (eV)"])
        == ["gap_predicted (eV)", "failure"])
  }

  /// A table is known by its sign however its optional columns turn out.
  @Test func everyTableIsKnownByItsOwnTitles() {
    for table in WrittenTable.all {
      let titles = Set(table.titles())
      #expect(titles.isSuperset(of: table.sign), "\(table.command)")
      // The probabilities of 'predict' and of 'design' mean the same.
      let others = WrittenTable.all.filter { $0.sign != table.sign && titles.isSuperset(of: $0.sign) }
      #expect(others.isEmpty, "\(table.command) could be taken for \(others.map(\.command))")
    }
  }

  @Test func noColumnOfNumbersThatDescribeTheRowsIsAProperty() {
    for table in WrittenTable.all {
      let titles = table.titles(properties: ["gap (eV)"])
      for (place, title) in titles.enumerated() {
        let reason = ColumnTitle.reasonToPassOver(place, among: titles)
        if table.columns.contains(.number(title)) {
          #expect(reason == "it is not a property but counts or describes the rows", "\(table.command): \(title)")
        } else if title == "gap (eV)" {
          #expect(reason == nil, "\(table.command)")
        }
      }
    }
  }
}
