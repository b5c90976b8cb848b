package import Chemistry
package import Files
package import Foundation
package import TransferLearning

/// The labels of the built-in library, as label_molecules.py writes them.
package struct LabelTable {
  /// A property with the value of each molecule, if it has one.
  package struct Column {
    package let property: SourceModelDocument.PredictedProperty
    /// The method that calculated the values.
    package let method: String
    package let values: [Double?]
  }

  /// The molecules, each once.
  package let molecules: [Molecule]
  /// The properties, in the order of the table.
  package let columns: [Column]
  /// The digest of the table's bytes.
  package let digest: ContentDigest

  /// Reads the table.
  ///
  /// - Throws: `LabelTableError` for an unknown column, a row of another length or what is not a number; `ChemistryError`
  ///   for what is not a molecule.
  package init(_ data: Data) throws {
    digest = ContentDigest(data)
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let titles = (lines.first ?? "").split(separator: ",").map(String.init)
    guard titles.first == "smiles", titles.count > 1 else { throw LabelTableError(line: 1, "has no column 'smiles'") }
    let properties = try titles.dropFirst().map { title in
      guard let property = Self.properties[title] else { throw LabelTableError(line: 1, "has the column '\(title)'") }
      return (
        named: SourceModelDocument.PredictedProperty(
          name: title, unit: property.unit, summary: "\(property.summary), by \(property.method)"),
        method: property.method
      )
    }
    var molecules: [Molecule] = []
    var seen: Set<Molecule> = []
    var values = properties.map { _ in [Double?]() }
    for (place, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == titles.count else {
        throw LabelTableError(line: place + 1, "has \(cells.count) cells instead of \(titles.count)")
      }
      let molecule = try Molecule(smiles: String(cells[0]))
      // Two SMILES that another version of RDKit took for two molecules.
      guard seen.insert(molecule).inserted else { continue }
      molecules.append(molecule)
      for (column, cell) in cells.dropFirst().enumerated() {
        guard let number = cell.isEmpty ? .some(nil) : Double(cell).map(Optional.some), number?.isFinite != false else {
          throw LabelTableError(line: place + 1, "has '\(cell)', which is not a number")
        }
        values[column].append(number)
      }
    }
    self.molecules = molecules
    columns = zip(properties, values).map { Column(property: $0.named, method: $0.method, values: $1) }
  }

  private static let gfn2 = "GFN2-xTB"
  /// xtb's own parametrisation for ions, at geometries by GFN2-xTB.
  private static let ipea = "IPEA-xTB"
  private static let properties: [String: (unit: String, summary: String, method: String)] = [
    "gap": ("eV", "difference of the lowest unoccupied and the highest occupied orbital energy", gfn2),
    "homo": ("eV", "energy of the highest occupied molecular orbital", gfn2),
    "lumo": ("eV", "energy of the lowest unoccupied molecular orbital", gfn2),
    "dipole": ("D", "magnitude of the electric dipole moment", gfn2),
    "polarizability": ("a.u.", "isotropic static polarizability", gfn2),
    "solvation_free_energy": ("kcal/mol", "free energy of solvation in water (ALPB) at the geometry of the gas", gfn2),
    "ip": ("eV", "vertical ionisation potential", ipea),
    "ea": ("eV", "vertical electron affinity, positive if the anion is lower in energy", ipea),
  ]
}

/// The table of labels cannot be read.
package struct LabelTableError: Error, CustomStringConvertible {
  package let description: String

  init(line: Int, _ problem: String) { description = "Line \(line) of the labels \(problem)." }
}
