import Chemistry

/// The batch as files for people and their programs.
extension Suggestion {
  /// A table with a line for each molecule, and an empty column for all that is to be told.
  public var csv: String {
    var titles = ["id", "smiles", "iteration"]
    for name in objectives {
      titles += [title("\(name)_predicted", of: name), title("\(name)_predicted_sd", of: name)]
    }
    titles.append("why")
    for name in properties { titles += [title(name, of: name), title("\(name)_uncertainty", of: name)] }
    if !properties.isEmpty { titles += ["failed", "note"] }
    let rows = molecules.map { molecule in
      var fields = ["\(molecule.id)", molecule.smiles, "\(molecule.iteration)"]
      for name in objectives {
        let prediction = molecule.predictions[name]
        fields += [prediction?.mean, prediction?.standardDeviation].map { $0.map { "\($0)" } ?? "" }
      }
      fields.append(molecule.why)
      return fields + Array(repeating: "", count: titles.count - fields.count)
    }
    return ([titles] + rows).map(separatedLine).joined()
  }

  /// Two-dimensional structures, with the data of the table as fields.
  public func sdf() throws(CampaignError) -> String {
    try CampaignError.mapping {
      try molecules.map { molecule in
        var data = [
          ("id", "\(molecule.id)"), ("SMILES", molecule.smiles), ("iteration", "\(molecule.iteration)"),
        ]
        for name in objectives {
          guard let prediction = molecule.predictions[name] else { continue }
          data += [
            (title("\(name)_predicted", of: name), "\(prediction.mean)"),
            (title("\(name)_predicted_sd", of: name), "\(prediction.standardDeviation)"),
          ]
        }
        data.append(("why", molecule.why))
        return structureRecord(
          title: "\(self.name)-\(molecule.id)", block: try Molecule(smiles: molecule.smiles).molBlock(), data: data)
      }.joined()
    }
  }

  /// `gap (eV)`.
  private func title(_ column: String, of property: String) -> String {
    units[property].map { $0.isEmpty ? column : "\(column) (\($0))" } ?? column
  }
}
