import Calculation
import Chemistry
import MolecularDesign
import Tables

/// The result for each line of a source, in the source's order.
public struct CalculateReport: Encodable, Sendable {
  /// A property that the rows have values of.
  public struct Quantity: Encodable, Sendable {
    /// The property's name.
    public let name: String
    /// The unit of its values.
    public let unit: String
  }

  /// A value with its unit.
  public struct Value: Encodable, Sendable {
    /// The value.
    public let value: Double
    /// Its unit.
    public let unit: String
    /// Its standard uncertainty, from the conformers and from the program's own statement; nil if there is neither.
    public let uncertainty: Double?
  }

  /// The reason why a line has no values.
  public struct Failure: Encodable, Sendable {
    /// The class of the failure: `input`, `convergence`, `timeout` and so on.
    public let failureClass: String
    /// A full sentence.
    public let message: String
    /// The program's own messages; empty if nothing was run.
    public let evidence: String
  }

  /// The result of a line.
  public struct Row: Encodable, Sendable {
    /// The number of the line in the source, from 1; for SMILES on the command line, the position.
    public let line: Int
    /// The name that the source gives, or else the identifier; nil if it gives neither.
    public let name: String?
    /// The identifier of a molecule that also has a name in the source.
    public let identifier: String?
    /// The SMILES as it is in the source.
    public let input: String
    /// The canonical SMILES; nil if the line is not a molecule.
    public let smiles: String?
    /// `calculated`, `failed`, or `notCalculated` if the machine failed before.
    public let status: String
    /// The values by property; empty after a failure.
    public let values: [String: Value]
    /// Whether several conformers were calculated: an uncertainty is then the spread over the accepted ones, and no error of
    /// the value.
    public let hasSeveralConformers: Bool
    /// The element of each atom, in the order of `atomicValues` and of `coordinates`; nil if there is no geometry.
    public let elements: [String]?
    /// x, y and z of each atom in ångström: the geometry of lowest energy. Nil if there is none.
    public let coordinates: [[Double]]?
    /// Values of the molecule's atoms by name, such as `charge`; empty if there are none. Only JSON has them.
    public let atomicValues: [String: [Double]]
    /// The reason why there are no values; nil if there are.
    public let failure: Failure?
    /// The settings of the protocol that were changed to get the values, a sentence each.
    public let changes: [String]
    /// Suspicious features that do not invalidate the result, a sentence each.
    public let notes: [String]
    /// The stereoisomer that the values belong to, as SMILES; nil if the molecule specifies it fully.
    public let isomer: String?
    /// Whether the values were calculated earlier, and come from the cache.
    public let isReused: Bool
  }

  /// The calculator's name.
  public let calculator: String
  /// The version of its program or data.
  public let version: String
  /// The calculation for each molecule, in a line.
  public let calculationProtocol: String
  /// The properties, in the order of the columns.
  public let properties: [Quantity]
  /// A row for each line.
  public let rows: [Row]
  /// Notes for the user on the source, a sentence each.
  public let notes: [String]
  /// The reason why the run ended early: the machine failed. Nil if it did not.
  public let machineFailure: String?

  /// The number of lines without values.
  public var failedCount: Int { rows.count { $0.failure != nil } }

  /// The rows as comma-separated text with a line of titles.
  public var csv: String {
    let hasIdentifiers = rows.contains { $0.identifier != nil }
    let titles = WrittenTable.calculate.titles(
      omitting: hasIdentifiers ? [] : ["input_id"],
      properties: properties.flatMap { property in
        [ColumnTitle.Kind.value, .uncertainty].map { ColumnTitle.text(property.name, unit: property.unit, $0) }
      })
    return separatedText([titles] + rows.map { fields($0, hasIdentifiers: hasIdentifiers) })
  }

  private func fields(_ row: Row, hasIdentifiers: Bool) -> [String] {
    var fields = ["\(row.line)", row.name ?? ""] + (hasIdentifiers ? [row.identifier ?? ""] : [])
    fields += [row.input, row.smiles ?? "", row.status]
    for property in properties {
      let value = row.values[property.name]
      fields += [valueText(value?.value), estimateText(value?.uncertainty)]
    }
    return fields + [
      row.failure?.failureClass ?? "", row.failure?.message ?? "", row.changes.joined(separator: " "),
      row.notes.joined(separator: " "), row.isomer ?? "",
    ]
  }
}

extension CalculateReport.Row {
  /// Makes the row of a line from an outcome, from a missing outcome, or from the reason why the line is not a
  /// molecule.
  init(
    _ line: MoleculeList.Line, smiles: String?, outcome: Result<CalculationResult, CalculationFailure>?,
    geometry: Geometry? = nil, hasSeveralConformers: Bool = false, isReused: Bool,
    properties: [CalculateReport.Quantity]
  ) {
    self.line = line.source.line
    name = line.source.name
    identifier = line.source.identifier
    input = line.source.input
    self.smiles = smiles
    self.isReused = isReused
    self.hasSeveralConformers = hasSeveralConformers
    switch outcome {
    case .success(let result):
      var values: [String: CalculateReport.Value] = [:]
      for property in properties {
        values[property.name] = result.values[property.name].map {
          CalculateReport.Value(value: $0, unit: property.unit, uncertainty: result.spreads[property.name])
        }
      }
      self.values = values
      atomicValues = result.atomicValues
      elements = geometry?.elements
      coordinates = geometry.map { geometry in
        geometry.elements.indices.map { Array(geometry.coordinates[3 * $0..<3 * $0 + 3]) }
      }
      status = "calculated"
      let dropped =
        Molecule.dropsRingStereochemistry(of: line.source.input)
        ? ["RDKit takes no E double bond in a ring of seven atoms or fewer: the Z isomer was calculated."] : []
      (failure, changes, notes, isomer) = (nil, result.changes, dropped + result.notes, result.isomer)
    case nil:
      status = "notCalculated"
      failure = CalculateReport.Failure(
        failureClass: FailureClass.resource.rawValue,
        message: "It was not calculated, since the machine failed before.",
        evidence: "")
      (values, elements, coordinates, atomicValues, changes, notes, isomer) = ([:], nil, nil, [:], [], [], nil)
    case .failure(let failure):
      status = "failed"
      self.failure = CalculateReport.Failure(
        failureClass: failure.failureClass.rawValue, message: failure.message, evidence: failure.evidence)
      (values, elements, coordinates, atomicValues, changes, notes, isomer) = ([:], nil, nil, [:], [], [], nil)
    }
  }
}
