package import Chemistry
package import Files
import Foundation
import Tables
package import TransferLearning

/// Molecules with their known values of source properties: the training data of source models.
package struct SourceTable: Sendable {
  /// A property with its known values.
  package struct Column: Sendable {
    package let property: SourceModelDocument.PredictedProperty
    package let values: [Double?]
    /// The number of rows with a value; several may be of one molecule.
    package let rows: Int
    /// The title of its column in the file; nil if it has none.
    package let title: String?

    package init(
      property: SourceModelDocument.PredictedProperty, values: [Double?], rows: Int, title: String? = nil
    ) {
      (self.property, self.values, self.rows, self.title) = (property, values, rows, title)
    }

    /// The indices of the molecules with a known value.
    package var known: [Int] { values.indices.filter { values[$0] != nil } }
  }

  /// The source of the data: a file's name without its folder.
  package let source: String
  /// The distinct molecules, in the order of their first rows.
  package let molecules: [Molecule]
  package let columns: [Column]
  /// The input that was ignored, a sentence each.
  package let notes: [String]
  /// The name of each molecule, or else its identifier, if the file gives one.
  package var names: [String?] = []

  /// A table of these molecules.
  package init(
    source: String, molecules: [Molecule], columns: [Column], notes: [String], names: [String?] = []
  ) {
    (self.source, self.molecules, self.columns) = (source, molecules, columns)
    (self.notes, self.names) = (notes, names)
  }

  /// The names by molecule.
  package var moleculeNames: [Molecule: String] {
    Dictionary(zip(molecules, names).compactMap { molecule, name in name.map { (molecule, $0) } }) { first, _ in first }
  }

  /// Whether the molecules are inorganic compositions.
  package var isOfCompositions: Bool { molecules.first?.composition != nil }

  /// What one of them is called: `molecule`, or `composition`.
  package var noun: String { molecules.first?.noun ?? "molecule" }

  /// The column of a property by its name, or by its title in any spelling.
  ///
  /// - Throws: `CampaignError` of kind `.input` where there is none.
  package func column(_ name: String) throws(CampaignError) -> Column {
    let found = columns.first { column in
      column.property.name == name || column.title == name
        || ColumnTitle(name, among: [(column.property.name, column.property.unit)])?.kind == .value
    }
    guard let found else { throw CampaignError(.input, "The table has no column '\(name)'.") }
    return found
  }

  /// From fewer values nothing is learnt that another fold could tell.
  package static let fewestValues = 10

  /// Identifies a column's data: its name, its unit, and the molecules with their values in their order.
  package func digest(of column: Column) -> String {
    var text = "\(column.property.name)\t\(column.property.unit)\n"
    for (molecule, value) in zip(molecules, column.values) {
      if let value { text += "\(molecule.smiles)\t\(value)\n" }
    }
    return ContentDigest(Data(text.utf8)).description
  }
}
