import Chemistry
public import Files
import Tables

/// The calculated molecules as files of structures.
extension CalculateReport {
  /// Structures at the calculated geometry, in the order of the input, with the values as data fields. Lines without
  /// values are left out.
  /// - Throws: `CampaignError` if nothing was calculated.
  public func sdf() throws(CampaignError) -> String {
    let rows = try calculated()
    return try CampaignError.mapping {
      try rows.map { row in
        let molecule = try Molecule(recorded: row.smiles ?? "")
        let data =
          [("SMILES", molecule.smiles)] + (row.isomer.map { [("isomer", $0)] } ?? [])
          + properties.compactMap { property in row.values[property.name].map { (title(property), valueText($0.value)) }
          }
        return structureRecord(
          title: title(row), block: try molecule.molBlock(geometry: try geometry(row)), data: data)
      }.joined()
    }
  }

  /// The calculated geometries in XYZ format, one after the other, in the order of the input: ångström. Lines without
  /// geometry are left out.
  /// - Throws: `CampaignError` if no geometry was calculated.
  public func xyz() throws(CampaignError) -> String {
    let rows = try calculated()
    let text = try CampaignError.mapping {
      try rows.compactMap { row in
        let values = properties.compactMap { property in
          row.values[property.name].map { "\(title(property)) = \($0.value)" }
        }
        return try geometry(row)?.xyz(
          comment: "\(title(row)): \((["SMILES \(row.isomer ?? row.smiles ?? "")"] + values).joined(separator: ", "))")
      }.joined()
    }
    guard !text.isEmpty else {
      throw CampaignError(.failure, "\(calculator) gives no geometries; take another format, such as sdf or csv.")
    }
    return text
  }

  private func calculated() throws(CampaignError) -> [Row] {
    let rows = rows.filter { !$0.values.isEmpty && $0.smiles != nil }
    guard rows.isEmpty else { return rows }
    let reasons = self.rows.compactMap(\.failure).prefix(3).map { "\($0.failureClass): \($0.message)" }
    throw CampaignError(
      .failure, "No molecule was calculated, so there is nothing to write. \(reasons.joined(separator: " "))")
  }

  private func geometry(_ row: Row) throws -> Geometry? {
    guard let elements = row.elements, let coordinates = row.coordinates else { return nil }
    return try Geometry(elements: elements, coordinates: coordinates.flatMap(\.self), bonds: [])
  }

  private func title(_ row: Row) -> String { row.name ?? "line \(row.line)" }

  private func title(_ quantity: Quantity) -> String {
    ColumnTitle.text(quantity.name, unit: quantity.unit)
  }
}
