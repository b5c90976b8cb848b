import Acquisition
package import Calculation
import Tables

extension CampaignFile {
  /// The cheap calculator under `screen`; nil without one.
  ///
  /// - Parameter calculator: The campaign's calculator.
  /// - Throws: `SpecificationError` if the two have no property of an objective in common, or one in two units.
  package func screenCalculator(beside calculator: any Calculator) throws(SpecificationError) -> (any Calculator)? {
    guard let choice = specification.screen?.calculator else { return nil }
    let (screen, wanted) = (try extra(choice, under: "screen", beside: calculator), specification.objectives.properties)
    guard screen.properties.contains(where: { wanted.contains($0.name) }) else {
      throw try refusal(
        under: "screen",
        "'\(choice.name)' gives none of \(wanted.map { "'\($0)'" }.joined(separator: ", ")), which the objectives need, so it "
          + "would say nothing of a candidate; "
          + OfferedProperties(of: choice.name, setup(of: choice)).refusal(of: wanted[0]))
    }
    return screen
  }

  /// The better calculator under `confirm`; nil without one.
  ///
  /// - Parameter calculator: The campaign's calculator.
  /// - Throws: `SpecificationError` if it does not give every property of an objective, in the same unit.
  package func confirmingCalculator(beside calculator: any Calculator) throws(SpecificationError) -> (any Calculator)? {
    guard let choice = specification.confirm else { return nil }
    let confirming = try extra(choice, under: "confirm", beside: calculator)
    let given = confirming.properties.map(\.name)
    if let missing = specification.objectives.properties.first(where: { !given.contains($0) }) {
      throw try refusal(
        under: "confirm",
        "'\(choice.name)' does not give '\(missing)', which an objective needs, so it could confirm no hit; "
          + OfferedProperties(of: choice.name, setup(of: choice)).refusal(of: missing))
    }
    return confirming
  }

  /// The calculator under a key, whose properties have the units of the campaign's.
  private func extra(
    _ choice: CalculatorChoice, under key: String, beside calculator: any Calculator
  ) throws(SpecificationError) -> any Calculator {
    let top = try YAMLSection(file: path, text: text)
    let extra = try self.calculator(choice, under: key, of: top)
    try requireKind(extra, choice, under: key, of: top)
    for property in calculator.properties {
      guard let other = extra.properties.first(where: { $0.name == property.name }), other.unit != property.unit else {
        continue
      }
      throw try refusal(
        under: key,
        "'\(key)' gives '\(property.name)' in '\(other.unit)', and 'calculator' in '\(property.unit)'; convert one of them."
      )
    }
    return extra
  }

  private func refusal(under key: String, _ message: String) throws(SpecificationError) -> SpecificationError {
    let section = try YAMLSection(file: path, text: text).section(key)
    return SpecificationError(file: path, line: section?.line(of: "program"), message: message)
  }
}
