/// The calculators that a campaign file can name.
public enum Calculators {
  /// A calculator's entry in the register.
  public struct Registration: Sendable {
    /// The name that campaign files use.
    public let name: String
    /// One line that says what it is.
    public let summary: String
    /// Makes the calculator. Relative paths in the settings are relative to the folder.
    let make:
      @Sendable (_ settings: CalculatorSettings, _ folder: String) throws(CalculatorSetupError) -> any Calculator
  }

  /// All of them. A new adapter adds its line here.
  public static let all: [Registration] = [
    XTBCalculator.registration,
    TableCalculator.registration,
  ]

  /// Makes the calculator of a name.
  ///
  /// It does not ask whether the calculator's program is there: `version()` does.
  /// - Parameters:
  ///   - name: The name under which it is registered.
  ///   - settings: Its settings; an unknown key is an error.
  ///   - folder: What relative paths in the settings are relative to: the campaign file's folder.
  public static func make(
    name: String, settings: CalculatorSettings = [:], relativeTo folder: String = "."
  ) throws(CalculatorSetupError) -> any Calculator {
    guard let registration = all.first(where: { $0.name == name }) else {
      throw .unknownCalculator(name, known: all.map(\.name))
    }
    return try registration.make(settings, folder)
  }
}
