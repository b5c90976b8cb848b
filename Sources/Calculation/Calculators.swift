/// The calculators that a campaign file can name.
public enum Calculators {
  /// A calculator's entry in the register.
  public struct Registration: Sendable {
    /// The name that campaign files use.
    public let name: String
    /// One line that says what it is.
    public let summary: String
    /// What may be set under `calculator:` in a campaign file: each key with what it means, in a few words.
    public let settings: KeyValuePairs<String, String>
    /// Makes the calculator.
    let make: @Sendable (_ setup: CalculatorSetup) throws(CalculatorSetupError) -> any Calculator
  }

  /// All of them. A new adapter adds its line here.
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

  /// Makes the calculator of a name.
  ///
  /// It does not ask whether the calculator's program is there: `version()` does.
  public static func make(
    name: String, _ setup: CalculatorSetup = CalculatorSetup()
  ) throws(CalculatorSetupError) -> any Calculator {
    guard let registration = all.first(where: { $0.name == name }) else {
      throw .unknownCalculator(name, known: all.map(\.name))
    }
    let calculator = try registration.make(setup)
    // A name becomes the title of a column, a key of an SD file and a word on a terminal.
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

/// What a calculator is made from.
public struct CalculatorSetup: Sendable, Hashable {
  /// The settings of the campaign file; an unknown key is an error.
  public var settings: CalculatorSettings
  /// What relative paths in the settings are relative to: the campaign file's folder.
  public var folder: String
  /// The properties that the campaign has objectives for, by name. A calculator that computes some only on demand
  /// computes these; it need not know them all.
  public var wanted: [String]

  /// Creates a setup.
  public init(_ settings: CalculatorSettings = [:], relativeTo folder: String = ".", wanted: [String] = []) {
    self.settings = settings
    self.folder = folder
    self.wanted = wanted
  }

  /// A path in the settings as an absolute one, or as relative to the working directory.
  public func path(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
}
