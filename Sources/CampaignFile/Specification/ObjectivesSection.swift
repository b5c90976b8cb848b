import Acquisition
import Files
import Tables

extension Specification {
  /// The objectives: at least one, with at most one for each property and expression. Expressions have their one
  /// spelling, because their texts are keys in reports and in the record.
  static func objectives(in top: YAMLSection) throws(SpecificationError) -> [Target] {
    guard let sections = try top.sections("objectives"), !sections.isEmpty else {
      throw top.missing(
        "objectives", "a list of a property and what is wanted of it, as in '- property: gap' and 'window: [1.0, 1.6]'")
    }
    var objectives: [Target] = []
    for section in sections {
      try section.allow(["property", "expression", "window", "near", "tolerance", "goal", "reference"])
      guard let expression = try expression(in: section) else {
        throw section.missing("property", "such as 'property: gap', or 'expression: (homo + lumo) / 2'")
      }
      guard !objectives.contains(where: { $0.expression == expression }) else {
        throw section.error(
          section.keyOfExpression, "is '\(expression.description)', which has another objective; keep one.")
      }
      let goal = try goal(in: section)
      let reference = try section.number("reference")
      guard reference == nil || [.maximize, .minimize].contains(goal) else {
        throw section.error(
          "reference",
          "is for 'goal: maximize' and 'goal: minimize'; a window or a value to be near needs none. Leave it out.")
      }
      objectives.append(Target(expression.normalized, goal: goal, reference: reference))
    }
    return objectives
  }

  /// The property or the expression of an objective; nil if the section has neither.
  static func expression(in section: YAMLSection) throws(SpecificationError) -> PropertyExpression? {
    let property = try section.string("property")
    guard let text = try section.string("expression") else {
      return property.map { PropertyExpression(property: $0) }
    }
    guard property == nil else { throw section.error("expression", "and 'property' exclude each other; keep one.") }
    let expression: PropertyExpression
    do throws(AcquisitionError) {
      expression = try PropertyExpression(text)
    } catch {
      throw SpecificationError(file: section.file, line: section.line(of: "expression"), message: error.description)
    }
    guard !expression.properties.isEmpty else {
      throw section.error("expression", "is '\(text)', which names no property; write one such as (homo + lumo) / 2.")
    }
    return expression
  }

  /// The properties that the objectives of a file need, which may be no complete campaign file; none without objectives.
  package static func wantedProperties(in top: YAMLSection) throws(SpecificationError) -> [String] {
    var properties: [String] = []
    for section in try top.sections("objectives") ?? [] { properties += try expression(in: section)?.properties ?? [] }
    return properties
  }

  private static func goal(in section: YAMLSection) throws(SpecificationError) -> Goal {
    let window = try section.interval("window")
    let near = try section.number("near")
    let tolerance = try section.positive("tolerance")
    let goal = try section.string("goal")
    let given = ["goal", "near", "window"].filter(section.keys.contains)
    guard given.count < 2 else {
      throw section.error(given[0], "and '\(given[1])' exclude each other; keep one.")
    }
    guard tolerance == nil || near != nil else {
      throw section.error("tolerance", "needs 'near', the value that is wanted.")
    }
    if let window {
      guard window.lower != nil || window.upper != nil else {
        throw section.error("window", "\(IntervalError.unbounded).")
      }
      if let lower = window.lower, lower == window.upper {
        throw section.error(
          "window", "is a single value: both bounds are \(lower). Give a wider one, or 'near' and 'tolerance'.")
      }
      return .window(lower: window.lower ?? -.infinity, upper: window.upper ?? .infinity)
    }
    if let near {
      guard let tolerance else {
        throw section.missing("tolerance", "how far a hit may be from 'near', as in 'near: 1.5' and 'tolerance: 0.2'")
      }
      return .near(value: near, deviation: tolerance)
    }
    switch goal {
    case "maximize": return .maximize
    case "minimize": return .minimize
    case let other?:
      throw section.error(
        "goal",
        "is '\(other)'; it must be maximize or minimize." + suggestion(for: other, among: ["maximize", "minimize"]))
    case nil:
      throw section.missing(
        "window",
        "such as 'window: [1.0, 1.6]', or 'near: 1.5' and 'tolerance: 0.2', or 'goal: maximize' or 'goal: minimize'")
    }
  }
}

extension YAMLSection {
  /// The key that says which property or expression an objective is about.
  var keyOfExpression: String { keys.contains("expression") ? "expression" : "property" }
}
