package import Chemistry
public import Files
import Foundation
import Numerics
package import Prediction
import TransferLearning

/// The rare parts of the range of properties in a table of molecules, with their distance from the data.
public struct TargetZonesReport: Encodable, Sendable {
  /// A summary of one property in the table.
  public struct Quantity: Encodable, Sendable {
    /// The property's name, as `--target` takes it.
    public let name: String
    /// Its unit; empty if the table does not give it.
    public let unit: String
    /// The number of molecules with a value.
    public let count: Int
    /// The least value, the 5, 25, 50, 75 and 95 % quantiles, and the greatest.
    public let quantiles: [Double]
    /// The residual standard deviation: the error of predicting each value by the five most similar molecules. It
    /// measures how well similarity predicts the property, and so how far beyond the data a model may be trusted.
    public let residual: Double
  }

  /// The properties, in the order of the columns.
  public let properties: [Quantity]
  /// The zones: those of each property from low to high, then the corners.
  public let zones: [TargetZone]
  /// The input that was ignored, a sentence each.
  public let notes: [String]
  /// The file's name.
  public let source: String
  /// What one of the molecules is called: `molecule`, or `composition`.
  package let noun: String
  let columns: [ZoneColumn]

  private enum CodingKeys: CodingKey { case source, properties, zones, notes }

  /// Reads a CSV file and finds zones.
  ///
  /// - Parameters:
  ///   - smilesColumn: nil for `smiles`.
  ///   - properties: the columns to consider, each as `NAME` or `NAME=UNIT`; empty for all numeric ones.
  /// - Throws: `CampaignError` of kind `.input` if the file cannot be read or has no such column.
  public init(of path: String, smilesColumn: String? = nil, properties: [String] = []) throws(CampaignError) {
    let table = try SourceTable(
      file: path, SourceTable.Selection(smiles: smilesColumn, properties: properties))
    self = try CampaignError.mapping { try TargetZonesReport(of: table) }
  }

  /// Finds zones in a table.
  package init(of table: SourceTable) throws(ChemistryError) {
    (source, noun) = (table.source, table.noun)
    var columns: [ZoneColumn] = []
    for column in table.columns { columns.append(try ZoneColumn(column, molecules: table.molecules)) }
    self.columns = columns
    properties = columns.map { column in
      Quantity(
        name: column.name, unit: column.unit, count: column.sorted.count,
        quantiles: [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map { quantile($0, ofSorted: column.sorted) },
        residual: column.residual)
    }
    var finder = ZoneFinder(molecules: table.molecules)
    for column in columns { try finder.look(at: column) }
    var notes = table.notes
    let paired = columns.prefix(Self.mostPaired)
    if paired.count < columns.count {
      notes.append(
        "Pairs were looked for among the first \(Self.mostPaired) properties only; name others with --property.")
    }
    for (place, first) in paired.enumerated() {
      for second in paired.dropFirst(place + 1) { try finder.look(at: first, second) }
    }
    zones = finder.zones
    self.notes = notes
  }

  /// At most the pairs of this many properties are considered.
  private static let mostPaired = 6
}

/// A property's values, with derived quantities that are used repeatedly.
struct ZoneColumn: Sendable {
  let name: String
  let unit: String
  /// The values by molecule.
  let values: [Double?]
  let sorted: [Double]
  let residual: Double

  init(_ column: SourceTable.Column, molecules: [Molecule]) throws(ChemistryError) {
    name = column.property.name
    unit = column.property.unit
    values = column.values
    sorted = column.values.compactMap(\.self).sorted()
    residual = try Self.residual(column, molecules)
  }

  private static let mostCompared = 2_000
  private static let neighbours = 5

  /// The root mean square difference between a value and the average of the most similar molecules among a limited
  /// number of others, spread evenly over the table.
  private static func residual(
    _ column: SourceTable.Column, _ molecules: [Molecule]
  ) throws(ChemistryError) -> Double {
    let known = column.known
    let step = max(1, (known.count + mostCompared - 1) / mostCompared)
    let sample = stride(from: 0, to: known.count, by: step).map { known[$0] }
    let values = sample.map { column.values[$0] ?? 0 }
    let packed = PackedFingerprints(try sample.map { molecules[$0] }.fingerprints())
    let similarities = packed.symmetricSimilarities()
    let errors = concurrentMap(sample.count) { row -> Double in
      let start = row * sample.count
      let nearest = sample.indices.filter { $0 != row }.sorted {
        (similarities[start + $1], $0) < (similarities[start + $0], $1)
      }.prefix(neighbours)
      let weights = nearest.map { max(similarities[start + $0], 1e-6) }
      let sum = zip(nearest, weights).reduce(0) { $0 + values[$1.0] * $1.1 }
      return values[row] - sum / weights.reduce(0, +)
    }
    return (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
  }
}
