import Campaign
import Reports

/// The pending batch, for people.
struct SuggestionText {
  private let suggestion: Suggestion
  private let style: TextStyle

  init(_ suggestion: Suggestion, style: TextStyle) {
    self.suggestion = suggestion
    self.style = style
  }

  var lines: [String] {
    let predicted = suggestion.objectives.filter { name in
      suggestion.molecules.contains { $0.predictions[name] != nil }
    }
    var table = TextTable(
      columns: [("id", .right)] + predicted.map { (title($0), .right) }
        + [("formula", .left), ("SMILES", .cut), ("why", .cut)])
    table.expendable = ["formula", "why"]
    for molecule in suggestion.molecules {
      table.rows.append(
        ["\(molecule.id)"]
          + predicted.map { name in
            molecule.predictions[name].map {
              "\(Number.fixed($0.mean, 2)) ± \(Number.fixed($0.standardDeviation, 2))"
            } ?? "-"
          } + [molecule.formula, molecule.smiles, molecule.why])
    }
    return table.lines(style: style)
  }

  private func title(_ name: String) -> String {
    TextTable.title("\(name) predicted", unit: suggestion.units[name])
  }
}
