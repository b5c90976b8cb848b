/// The calculators that a campaign file can name.
public enum Calculators {
  /// A calculator's entry in the register.
  public struct Registration: Sendable {
    /// The name that campaign files use.
    public let name: String
    /// One line that describes it.
    public let summary: String
    /// The keys under `calculator:` in a campaign file, each with a short explanation.
    public let settings: KeyValuePairs<String, String>
    /// Whether it runs programs, so that it can calculate polymers by chains (``OligomerSettings``).
    public let runsPrograms: Bool
    /// Makes the calculator.
    package let make: @Sendable (_ setup: CalculatorSetup) throws(CalculatorSetupError) -> any Calculator

    /// Creates an entry.
    package init(
      name: String, summary: String, settings: KeyValuePairs<String, String>, runsPrograms: Bool = true,
      make: @escaping @Sendable (_ setup: CalculatorSetup) throws(CalculatorSetupError) -> any Calculator
    ) {
      self.name = name
      self.summary = summary
      self.settings = settings
      self.runsPrograms = runsPrograms
      self.make = make
    }
  }

  /// All calculators. A new adapter adds its line here.
  public static let all: [Registration] = [
    XTBCalculator.registration,
    LibXTBCalculator.registration,
    MOPACCalculator.registration,
    CommandCalculator.registration,
    WorkerCalculator.registration,
    QCSchemaCalculator.registration,
    ReinventCalculator.registration,
    ByHandCalculator.registration,
    TableCalculator.registration,
  ]

  /// Makes the calculator with a name.
  ///
  /// It does not check whether the calculator's program is installed; `version(on:)` does.
  public static func make(
    name: String, _ setup: CalculatorSetup = CalculatorSetup()
  ) throws(CalculatorSetupError) -> any Calculator {
    guard let registration = all.first(where: { $0.name == name }) else {
      throw .unknownCalculator(name, known: all.map(\.name))
    }
    var own = setup
    let oligomers = try OligomerSettings(takenFrom: &own.settings, of: name)
    let alone = try registration.make(own)
    let calculator: any Calculator = if let oligomers { try OligomerCalculator(alone, oligomers) } else { alone }
    // A name becomes the title of a column, a key in an SD file and a word on a terminal.
    for property in calculator.properties {
      let text = property.name + property.unit
      guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
        throw .badSetting(
          "properties", calculator: name,
          mustBe: "without control characters in names and units; '\(property.name)' (\(property.unit)) has some")
      }
    }
    return calculator
  }
}

/// The inputs from which a calculator is made.
public struct CalculatorSetup: Sendable, Hashable {
  /// The settings of the campaign file; an unknown key is an error.
  public var settings: CalculatorSettings
  /// The folder to which relative paths in the settings refer: the campaign file's.
  public var folder: String
  /// The properties that the campaign has objectives for, by name. A calculator that computes some properties only on
  /// demand computes these; it need not know all of them.
  public var wanted: [String]

  /// Creates a setup.
  public init(_ settings: CalculatorSettings = [:], relativeTo folder: String = ".", wanted: [String] = []) {
    self.settings = settings
    self.folder = folder
    self.wanted = wanted
  }

  /// A path in the settings, made relative to the folder unless it is absolute.
  public func path(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
}
