public import Chemistry
import Files
import Foundation
import Tables

/// Known values, read from a table; no program is run.
///
/// One column has the molecules as SMILES (named `smiles`, unless set), or compositions as formulas (named `formula`); each column of numbers is a property, named by
/// its title. Several rows of one molecule give their mean, with their standard deviation as the uncertainty. A
/// molecule that is not in the table is a failure of class `input`, and so is one without a value. A row
/// whose `status` or `state` is `failed`, as in tables of Cohobate, has no values.
///
///     smiles,gap (eV),dipole (D)
///     CCO,12.89,1.99
public struct TableCalculator: Calculator {
  /// One property for each column of numbers.
  public let properties: [Property]
  /// Which rows and columns were skipped or averaged, a sentence each.
  public let notes: [String]
  /// The molecules of the table, each once, in its order.
  package let molecules: [Molecule]
  /// The known values of each molecule, by canonical SMILES.
  package let results: [String: CalculationResult]
  /// The required properties: a molecule without one of them is a failure. Empty if any value is enough.
  private let wanted: [String]
  private let fileName: String
  /// Identifies the contents of the file.
  package let digest: String

  /// Reads a table.
  /// - Parameters:
  ///   - path: The CSV file, or an SD file whose data fields have the values.
  ///   - smilesColumn: The title of the column with the SMILES; nil for `smiles`, or without it `formula`.
  ///   - units: The units of properties whose titles do not state one; the unit of others is `""`.
  ///   - wanted: The required properties; empty if any value is enough.
  ///   - declared: Properties whose units are known beforehand, besides those that Cohobate knows: a title that names one
  ///     of them in another unit is a property of its own.
  /// - Throws: `CalculatorSetupError.badFile`, which names the problem.
  public init(
    path: String, smilesColumn: String? = nil, units: [String: String] = [:], wanted: [String] = [],
    declared: [Property] = []
  ) throws(CalculatorSetupError) {
    func bad(_ problem: String) -> CalculatorSetupError { .badFile(path, problem: problem) }
    let table: MoleculeTable
    let text: String
    do {
      let data = try fileBytes(path)
      text = String(decoding: data, as: UTF8.self)
      table =
        try MoleculeTable.Format(path: path) == .sdf
        ? MoleculeTable(data, .sdf, name: path, readsData: true)
        : MoleculeTable(data, .csv, name: path, column: smilesColumn)
    } catch {
      // The message already names the file.
      let message = "\(error)".replacing(#/^'[^']*' (cannot be read[:.] )?/#) { $0.output.1 == nil ? "it " : "" }
      throw bad(message.prefix(1).lowercased() + message.dropFirst())
    }
    let columns = try TableColumns(table, units: units, wanted: wanted, declared: declared)
    molecules = columns.molecules
    results = columns.results
    properties = columns.properties.map {
      Property(
        name: $0.name, unit: $0.unit, summary: $0.summary, source: "the table \(URL(filePath: path).lastPathComponent)")
    }
    notes = table.notes + columns.notes
    self.wanted = wanted
    fileName = URL(filePath: path).lastPathComponent
    digest = stableHash(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
  }

  static let registration = Calculators.Registration(
    name: "table", summary: "known values, read from a table",
    settings: [
      "file": "required: the table (.csv or .sdf), beside the campaign file",
      "smiles_column": "the column with the SMILES",
      "units": "the unit of each property, {solubility: mol/L}",
    ], runsPrograms: false
  ) { (setup) throws(CalculatorSetupError) in
    var reader = SettingsReader(setup.settings, of: "table")
    let file = try reader.text("file")
    let smilesColumn = try reader.text("smiles_column")
    let units = try reader.texts("units") ?? [:]
    try reader.finish()
    guard let file else { throw reader.refusal(of: "file", mustBe: "the path of a .csv or .sdf file, and is required") }
    return try TableCalculator(
      path: setup.path(file), smilesColumn: smilesColumn, units: units, wanted: setup.wanted)
  }

  /// `table`.
  public var name: String { "table" }

  /// A single step: looking the molecule up.
  public var calculationProtocol: CalculationProtocol {
    CalculationProtocol(
      name: "table", version: 1, steps: [.init("look up", ["file": fileName])],
      summary: "known values of \(results.values.count { missing(in: $0) == nil }) \(noun)s in \(fileName)")
  }

  private var noun: String { molecules.first?.noun ?? "molecule" }

  /// True: a table may have a column of formulas.
  public var takesCompositions: Bool { true }

  /// False: the values are known already.
  public var runsPrograms: Bool { false }

  /// True: a table may have values of repeat units.
  public var takesRepeatUnits: Bool { true }

  /// A digest of the file's contents.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String { digest }

  /// The values of the molecule in the table, or a failure.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    guard let result = results[molecule.smiles] else {
      return .failed(CalculationFailure(.input, "The table \(fileName) has no molecule '\(molecule.smiles)'."))
    }
    if let missing = missing(in: result) {
      return .failed(
        CalculationFailure(.input, "The table \(fileName) has no \(missing) of '\(molecule.smiles)'."))
    }
    return .result(result)
  }

  /// The first property that a molecule's values lack; nil if they are enough.
  private func missing(in result: CalculationResult) -> String? {
    wanted.first { result.values[$0] == nil } ?? (result.values.isEmpty ? properties.first?.name ?? "value" : nil)
  }

  /// Whether the table has the required values of a molecule.
  package func hasValues(of molecule: Molecule) -> Bool {
    results[molecule.smiles].map { missing(in: $0) == nil } ?? false
  }

  /// Always a failure: nothing is run, so there is no output to read.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    .failure(CalculationFailure(.input, "A table runs no program, so no output can belong to it."))
  }
}
