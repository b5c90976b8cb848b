public import Chemistry

/// People, or a laboratory, as the calculator: they enter the values into the campaign, and no program is run.
///
/// It only declares the properties. A campaign designs a batch and waits until the values have been entered.
///
///     calculator:
///       program: by-hand
///       properties: {melting_point: °C}
public struct ByHandCalculator: Calculator {
  /// `by-hand`.
  public static let name = "by-hand"

  /// The measured properties, by name.
  public let properties: [Property]

  /// Creates a calculator for properties that people measure.
  ///
  /// - Throws: `CalculatorSetupError.badSetting` if there are no properties, a name cannot be the title of a column, or
  ///   a property has a known unit other than the one given.
  public init(properties: [Property]) throws(CalculatorSetupError) {
    func refusal(_ mustBe: String) -> CalculatorSetupError {
      .badSetting("properties", calculator: Self.name, mustBe: mustBe)
    }
    guard !properties.isEmpty else {
      throw refusal("a mapping from the names of the measured properties to their units, such as {melting_point: °C}")
    }
    for property in properties {
      guard Self.canBeColumn(property.name) else {
        throw refusal(
          "under names of letters, digits and '_' that are no other column of a table of values, and '\(property.name)' "
            + "is not")
      }
      if let known = Property.known.first(where: { $0.name == property.name }), known.unit != property.unit {
        throw refusal(
          "in the unit that '\(known.name)' has everywhere, \(known.unit); '\(property.unit)' needs another name")
      }
    }
    self.properties = properties.sorted { $0.name < $1.name }
  }

  /// The names and endings of the other columns in the tables that are written for people and read back.
  package static let otherColumns = ["id", "smiles", "iteration", "why", "failed", "note"]
  package static let columnEndings = ["_uncertainty", "_predicted", "_predicted_sd"]

  private static func canBeColumn(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      && !otherColumns.contains(name) && !columnEndings.contains(where: name.hasSuffix)
  }

  static let registration = Calculators.Registration(
    name: name, summary: "values entered by people, such as measurements",
    settings: ["properties": "the unit of each property, {yield: \"%\"}"], runsPrograms: false
  ) { (setup) throws(CalculatorSetupError) in
    var reader = SettingsReader(setup.settings, of: name)
    let map = try reader.map("properties") ?? [:]
    try reader.finish()
    var properties: [Property] = []
    for (name, value) in map.sorted(by: { $0.key < $1.key }) {
      guard let property = property(name, value) else {
        throw reader.refusal(
          of: "properties",
          mustBe: "a mapping from names to units or to {unit: …, summary: …}, and '\(name)' is neither")
      }
      properties.append(property)
    }
    return try ByHandCalculator(properties: properties)
  }

  /// Reads a property from `eV` or from `{unit: eV, summary: what it is}`; returns nil for anything else.
  private static func property(_ name: String, _ value: JSONValue) -> Property? {
    var summary = Property.known.first { $0.name == name }?.summary ?? "as told"
    var unit = ""
    switch value {
    case .text(let text): unit = text
    case .map(let map):
      for (key, value) in map {
        guard case .text(let text) = value else { return nil }
        switch key {
        case "unit": unit = text
        case "summary" where !text.isEmpty: summary = text
        default: return nil
        }
      }
    default: return nil
    }
    return Property(name: name, unit: unit, summary: summary, source: "told by people")
  }

  /// `by-hand`.
  public var name: String { Self.name }

  /// A single step: waiting for people.
  public var calculationProtocol: CalculationProtocol {
    CalculationProtocol(name: name, version: 1, steps: [.init("tell")], summary: "values told by people")
  }

  /// True: people may measure anything.
  public var takesCompositions: Bool { true }

  /// False: people give the values, each to their own campaign.
  public var runsPrograms: Bool { false }

  /// True: people may give values of polymers.
  public var takesRepeatUnits: Bool { true }

  /// The version of all values that people give: there is no program.
  public static let version = "1"

  /// Always the same: there is no program.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String { Self.version }

  /// Always a failure: nothing can be calculated.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    .failed(Self.nothingIsRun)
  }

  /// Always a failure: nothing is run, so there is no output to read.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    .failure(Self.nothingIsRun)
  }

  private static let nothingIsRun = CalculationFailure(
    .input,
    "Values by hand are entered, not calculated: 'cohobate suggest' lists what to measure, 'cohobate tell' reads values."
  )
}
