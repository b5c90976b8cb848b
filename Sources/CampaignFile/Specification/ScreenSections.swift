import Calculation
import Files

extension Specification {
  /// The greatest number of candidates that a screen calculates in an iteration, unless the file states another.
  package static let screenedMolecules = 50

  /// The cheap calculator under `screen`; nil without the key.
  static func screen(
    in top: YAMLSection, beside calculator: CalculatorChoice
  ) throws(SpecificationError) -> ScreenChoice? {
    guard let section = try top.section("screen") else { return nil }
    let choice = try extraCalculator("screen", in: section, of: top, beside: calculator, besides: ["molecules"])
    return ScreenChoice(
      calculator: choice, molecules: try section.integer("molecules", in: 1...1_000_000) ?? screenedMolecules)
  }

  /// The better calculator under `confirm`; nil without the key.
  static func confirm(
    in top: YAMLSection, beside calculator: CalculatorChoice
  ) throws(SpecificationError) -> CalculatorChoice? {
    guard let section = try top.section("confirm") else { return nil }
    return try extraCalculator("confirm", in: section, of: top, beside: calculator)
  }

  private static func extraCalculator(
    _ key: String, in section: YAMLSection, of top: YAMLSection, beside calculator: CalculatorChoice,
    besides keys: [String] = []
  ) throws(SpecificationError) -> CalculatorChoice {
    guard let name = try section.string("program") else {
      throw section.missing("program", "such as 'program: libxtb'")
    }
    for program in [name, calculator.name] where program == ByHandCalculator.name {
      throw top.error(
        key,
        "needs programs on both sides, and people calculate for 'program: \(program)'; remove it, or name a program.")
    }
    return CalculatorChoice(name: name, settings: try section.settings(besides: ["program"] + keys))
  }
}
