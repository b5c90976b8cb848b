import Campaign
import Compositions
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
    // The formula is all that is known of a composition.
    let hasSMILES = suggestion.molecules.first.map { !isCompositionIdentity($0.smiles) } ?? true
    var table = TextTable(
      columns: [("id", .right)] + predicted.map { (title($0), .right) }
        + [("formula", .left)] + (hasSMILES ? [("SMILES", .cut)] : []) + [("why", .cut)])
    table.expendable = hasSMILES ? ["formula", "why"] : ["why"]
    for molecule in suggestion.molecules {
      table.rows.append(
        ["\(molecule.id)"]
          + predicted.map { name in
            molecule.predictions[name].map {
              "\(Number.fixed($0.mean, 2)) ± \(Number.fixed($0.standardDeviation, 2))"
            } ?? "-"
          } + [molecule.formula] + (hasSMILES ? [molecule.smiles] : []) + [molecule.why])
    }
    return table.lines(style: style)
  }

  private func title(_ name: String) -> String {
    TextTable.title("\(name) predicted", unit: suggestion.units[name])
  }
}
