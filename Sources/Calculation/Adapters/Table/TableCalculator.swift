public import Chemistry
import Files
import Foundation

/// Known values, read from a CSV file: nothing is run.
///
/// One column has the molecules as SMILES (named `smiles`, unless set), the others are properties under the names in the
/// header. A molecule that is not in the table is a failure of class `input`, and so is one whose value is missing.
///
///     smiles,gap,dipole
///     CCO,12.89,1.99
public struct TableCalculator: Calculator {
  /// One for each column of numbers.
  public let properties: [Property]
  /// The values of each molecule, by canonical SMILES, in the order of `properties`.
  private let values: [String: [Double?]]
  private let fileName: String
  private let digest: String

  /// Reads a table.
  /// - Parameters:
  ///   - path: The CSV file.
  ///   - smilesColumn: The header of the column with the SMILES.
  ///   - units: The unit of each property whose name does not tell (as `gap` does); others have none, `""`.
  /// - Throws: `CalculatorSetupError.badFile`, naming the line of what cannot be read.
  public init(
    path: String, smilesColumn: String = "smiles", units: [String: String] = [:]
  ) throws(CalculatorSetupError) {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw .badFile(path, problem: "it does not exist, or is not a text in UTF-8.")
    }
    let table: SeparatedValues
    do {
      table = try SeparatedValues(text)
    } catch {
      throw .badFile(path, problem: error.description)
    }
    func bad(_ problem: String) -> CalculatorSetupError { .badFile(path, problem: problem) }

    guard let smilesIndex = table.column(smilesColumn) else {
      throw bad("it has no column '\(smilesColumn)'; it has: \(table.header.joined(separator: ", ")).")
    }
    let columns = table.header.indices.filter { $0 != smilesIndex }
    guard !columns.isEmpty else { throw bad("it has no column besides '\(smilesColumn)'.") }
    let names = columns.map { table.header[$0] }
    if let name = names.first(where: { name in name.isEmpty || names.count { $0 == name } > 1 }) {
      throw bad(name.isEmpty ? "a column has no name." : "it has two columns '\(name)'.")
    }
    if let name = units.keys.filter({ !names.contains($0) }).min() {
      throw bad("a unit is given for '\(name)', which is no column of it.")
    }
    for known in Property.known {
      guard let unit = units[known.name], unit != known.unit else { continue }
      throw bad(
        "'\(known.name)' is in \(known.unit) everywhere; values in \(unit) need a column of another name.")
    }

    var values: [String: [Double?]] = [:]
    for row in table.rows {
      let molecule: Molecule
      do {
        molecule = try Molecule(smiles: SeparatedValues.trimmed(row.fields[smilesIndex]))
      } catch {
        throw bad("line \(row.line): \(error)")
      }
      var numbers: [Double?] = []
      for column in columns {
        let field = SeparatedValues.trimmed(row.fields[column])
        let number = decimalNumber(field)
        guard field.isEmpty || number != nil else {
          throw bad(
            "line \(row.line): '\(field)' in column '\(table.header[column])' is not a finite number \(usableSizes).")
        }
        numbers.append(number)
      }
      guard values.updateValue(numbers, forKey: molecule.smiles) == nil else {
        throw bad("line \(row.line): '\(molecule.smiles)' stands on an earlier line as well.")
      }
    }
    self.values = values
    let fileName = URL(filePath: path).lastPathComponent
    self.fileName = fileName
    properties = names.map { name in
      let known = Property.known.first { $0.name == name }
      return Property(
        name: name, unit: units[name] ?? known?.unit ?? "", summary: known?.summary ?? "as tabulated",
        source: "the table \(fileName)")
    }
    digest = stableHash(text)
  }

  static let registration = Calculators.Registration(
    name: "table", summary: "known values, read from a CSV file",
    settings: [
      "file": "required: the table (CSV), beside the campaign file", "smiles_column": "the column with the SMILES",
      "units": "the unit of each property, {solubility: mol/L}",
    ]
  ) { (setup) throws(CalculatorSetupError) in
    var reader = SettingsReader(setup.settings, of: "table")
    let file = try reader.text("file")
    let smilesColumn = try reader.text("smiles_column") ?? "smiles"
    let units = try reader.texts("units") ?? [:]
    try reader.finish()
    guard let file else { throw reader.refusal(of: "file", mustBe: "the path of a CSV file, and is required") }
    return try TableCalculator(path: setup.path(file), smilesColumn: smilesColumn, units: units)
  }

  /// `table`.
  public var name: String { "table" }

  /// Looking the molecule up.
  public var calculationProtocol: CalculationProtocol {
    CalculationProtocol(
      name: "table", version: 1, steps: [.init("look up", ["file": fileName])],
      summary: "known values of \(values.count) molecules in \(fileName)")
  }

  /// False: the values are there already.
  public var runsPrograms: Bool { false }

  /// A digest of the file's contents.
  public func version() async throws(CalculatorUnavailable) -> String { digest }

  /// What the table says of the molecule.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    guard let row = values[molecule.smiles] else {
      return .failed(CalculationFailure(.input, "The table \(fileName) has no molecule '\(molecule.smiles)'."))
    }
    var known: [String: Double] = [:]
    for (property, value) in zip(properties, row) {
      guard let value else {
        return .failed(
          CalculationFailure(.input, "The table \(fileName) has no \(property.name) of '\(molecule.smiles)'."))
      }
      known[property.name] = value
    }
    return .result(CalculationResult(values: known))
  }

  /// Nothing is ever run, so that there is nothing to read.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    .failure(CalculationFailure(.input, "A table runs no program, so that no output can be its own."))
  }
}
